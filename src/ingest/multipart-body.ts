/**
 * A body of `multipart/form-data` (RFC 7578): every part with a filename is a file of the bundle, the part `options`
 * is JSON. The runtime's own parser reads the form, from bytes that were counted before.
 */

import { type ProblemDetail, ProblemError, problem } from '../util/problem.ts';
import type { BundleFile } from './bundle.ts';
import type { JsonObject } from './document.ts';
import type { Limits } from './limits.ts';
import { checkFileCount } from './parse-bundle.ts';
import { malformed, parseObject, pathFault, type Upload } from './upload.ts';

const LONGEST_NAME = 60;

/** Reads a form. Throws a `ProblemError` for one that breaks off, and for parts that are neither file nor options. */
export async function readMultipartBody(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  limits: Limits,
): Promise<Upload> {
  const parts = [...(await readForm(bytes, contentType))];
  const optionParts = parts.filter(([name]) => name === 'options').map(([, part]) => part);
  const fileParts = parts.filter(([name]) => name !== 'options');
  checkFileCount(fileParts.length, limits);
  const errors: ProblemDetail[] = [];
  const files: BundleFile[] = [];
  for (const [name, part] of fileParts) {
    if (typeof part === 'string') refuseText(name);
    const fault = pathFault(part.name, limits);
    if (fault) errors.push({ file: name.slice(0, LONGEST_NAME), message: fault });
    else files.push({ path: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  if (errors.length > 0) malformed('The form holds files without a usable name; `errors` names their fields.', errors);
  return { files, options: await readOptions(optionParts, limits) };
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    malformed('The multipart form cannot be read: its boundary is missing, or it breaks off before its last boundary.');
  }
}

async function readOptions(parts: readonly (string | File)[], limits: Limits): Promise<JsonObject> {
  const [part, second] = parts;
  if (part === undefined) return {};
  if (second !== undefined) invalidOptions('The form has more than one part named "options".');
  const options = parseObject(typeof part === 'string' ? part : await part.text(), limits);
  return options ?? invalidOptions('The part "options" is not a JSON object.');
}

function refuseText(name: string): never {
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  invalidOptions(
    `The part "${shown}" is neither a file nor "options". Send files with a filename (curl -F f=@a.yaml), and options ` +
      `as one JSON object (curl -F 'options={"namespace":"a"}').`,
  );
}

function invalidOptions(detail: string): never {
  throw new ProblemError(problem('invalid-options', detail));
}
