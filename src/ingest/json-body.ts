/**
 * A JSON body: the envelope `{ "files": [{ "path", "content" }], …options }`, or one file as `kubectl get -o json`,
 * Compose and `docker inspect` write it. The top-level keys tell which.
 */

import { exceed, type ProblemDetail } from '../util/problem.ts';
import type { BundleFile } from './bundle.ts';
import { isObject, type JsonValue } from './document.ts';
import { type JsonScan, scanJson, skipSpace } from './json-scan.ts';
import type { Limits } from './limits.ts';
import { malformed, parseObject, pathFault, type Upload } from './upload.ts';

const EXPECTED =
  'Expected an envelope, { "files": [{ "path": "a.yaml", "content": "…" }] }, an object with apiVersion and kind, a ' +
  'Compose file with services, or an array of objects.';

const MOST_ERRORS = 100;

/** Reads a JSON body. Throws a `ProblemError` when it is no manifest and no envelope either. */
export function readJsonBody(bytes: Uint8Array, limits: Limits): Upload {
  const file: Upload = { files: [{ path: 'manifest.json', bytes }], options: {} };
  const text = new TextDecoder().decode(bytes);
  const start = skipSpace(text, 0);
  if (text[start] === '[') return file;
  if (text[start] !== '{') malformed(`The body is no JSON object or array. ${EXPECTED}`);
  const scan = scanJson(text, start, limits.nesting);
  const has = (key: string) => scan.topKeys.includes(key);
  if (has('files') && !(has('apiVersion') && has('kind'))) return readEnvelope(text, bytes.length, limits);
  const whole = scan.end >= 0 && skipSpace(text, scan.end) === text.length;
  if (whole && isForeign(scan)) malformed(`The JSON object is none that is known here. ${EXPECTED}`);
  return file;
}

function isForeign(scan: JsonScan): boolean {
  return !['apiVersion', 'kind', 'services', 'items'].some((key) => scan.topKeys.includes(key));
}

function readEnvelope(text: string, length: number, limits: Limits): Upload {
  if (length > limits.envelopeBytes) {
    const detail =
      `The JSON envelope is longer than ${limits.envelopeBytes} bytes. Send the files as multipart/form-data, or ` +
      'one large file as it is.';
    exceed('envelopeBytes', length, limits.envelopeBytes, detail);
  }
  const envelope = parseObject(text, limits);
  if (!envelope) malformed(`The JSON envelope is not well-formed, or nests deeper than ${limits.nesting} levels.`);
  const { files: list = null, ...options } = envelope;
  if (!Array.isArray(list)) malformed('`files` is not an array. Each entry is { "path": "a.yaml", "content": "…" }.');
  const errors: ProblemDetail[] = [];
  const files = list.flatMap((item, index) => {
    const read = readItem(item, limits);
    if (typeof read !== 'string') return [read];
    if (errors.length < MOST_ERRORS) errors.push({ file: `files[${index}]`, message: read });
    return [];
  });
  if (errors.length > 0) malformed('The envelope holds entries that are no files; `errors` names them.', errors);
  return { files, options };
}

/** The file of one entry of `files`, or what is wrong with the entry. */
function readItem(item: JsonValue, limits: Limits): BundleFile | string {
  if (!isObject(item)) return 'the entry is not an object with "path" and "content"';
  const { path, content } = item;
  if (typeof path !== 'string') return path === undefined ? '"path" is missing' : '"path" is not a string';
  if (typeof content !== 'string') return content === undefined ? '"content" is missing' : '"content" is not a string';
  const fault = pathFault(path, limits);
  return fault ?? { path, bytes: new TextEncoder().encode(content) };
}
