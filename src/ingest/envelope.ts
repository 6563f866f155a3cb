/**
 * JSON envelopes: of one bundle, `{ "files": [{ "path", "content" }], …options }`, and of two that are compared,
 * `{ "before": { "files": […] }, "after": { "files": […] }, …options }`. The files of two bundles are named as they
 * would lie in an archive, under `before/` and `after/`.
 */

import { exceed, type ProblemDetail, ProblemError, problem } from '../util/problem.ts';
import type { BundleFile } from './bundle.ts';
import { isObject, type JsonObject, type JsonValue } from './document.ts';
import type { Limits } from './limits.ts';
import { requireDigest } from './snapshot.ts';
import { SIDES, type SideName } from './split-pair.ts';
import { malformed, type NamedSnapshot, parseObject, pathFault, type Upload } from './upload.ts';

const MOST_ERRORS = 100;
const ENTRY = 'Each entry is { "path": "a.yaml", "content": "…" }.';

/** Reads the envelope of one bundle, of files or of a snapshot. Throws a `ProblemError` that says which entries are no files. */
export function readEnvelope(text: string, length: number, limits: Limits): Upload {
  const { files: list = null, snapshot, ...options } = parseEnvelope(text, length, limits);
  if (snapshot !== undefined) {
    if (list !== null) malformed('The envelope has both `files` and `snapshot`: send one of them.');
    return { files: [], options, snapshots: [{ digest: requireDigest(snapshot, 'snapshot'), prefix: '' }] };
  }
  if (!Array.isArray(list)) malformed(`\`files\` is not an array. ${ENTRY}`);
  return { files: collect(readEntries(list, { at: 'files', prefix: '' }, limits)), options };
}

/** Reads the envelope of two bundles. A side that is left out is empty, but not both. */
export function readPairEnvelope(text: string, length: number, limits: Limits): Upload {
  const { before = {}, after = {}, ...options } = parseEnvelope(text, length, limits);
  if (Object.hasOwn(options, 'files') || Object.hasOwn(options, 'snapshot')) {
    malformed('The envelope has `files` or `snapshot` beside `before` and `after`: send one bundle, or two.');
  }
  const sides = { before, after };
  const snapshots = SIDES.flatMap((side) => sideSnapshot(side, sides[side]));
  const listed = SIDES.filter((side) => !snapshots.some(({ prefix }) => prefix === `${side}/`));
  const files = collect(listed.flatMap((side) => readSide(side, sides[side], limits)));
  if (files.length > 0 || snapshots.length > 0) return { files, options, snapshots, sided: true };
  throw new ProblemError(problem('empty-bundle', 'Neither `before` nor `after` holds a file.'));
}

function parseEnvelope(text: string, length: number, limits: Limits): JsonObject {
  if (length > limits.envelopeBytes) {
    const detail =
      `The JSON envelope is longer than ${limits.envelopeBytes} bytes. Send the files as multipart/form-data, or ` +
      'one large file as it is.';
    exceed('envelopeBytes', length, limits.envelopeBytes, detail);
  }
  const envelope = parseObject(text, limits);
  return envelope ?? malformed(`The JSON envelope is not well-formed, or nests deeper than ${limits.nesting} levels.`);
}

function sideSnapshot(side: SideName, value: JsonValue): NamedSnapshot[] {
  if (!isObject(value) || !Object.hasOwn(value, 'snapshot')) return [];
  const { snapshot, ...others } = value;
  if (Object.keys(others).length > 0) malformed(`\`${side}\` holds only \`files\`, or only \`snapshot\`.`);
  return [{ digest: requireDigest(snapshot, `${side}.snapshot`), prefix: `${side}/` }];
}

function readSide(side: SideName, value: JsonValue, limits: Limits): Entry[] {
  const { files = [], ...others } = isObject(value) ? value : { files: null };
  if (!Array.isArray(files)) malformed(`\`${side}\` is not an object with an array \`files\`. ${ENTRY}`);
  const [other] = Object.keys(others);
  if (other !== undefined) {
    malformed(`\`${side}\` holds only \`files\`; options stand beside \`before\` and \`after\`, and count for both.`);
  }
  return readEntries(files, { at: `${side}.files`, prefix: `${side}/` }, limits);
}

/** A file, or what is wrong with the entry that should be one. */
type Entry = BundleFile | ProblemDetail;

function readEntries(
  list: readonly JsonValue[],
  { at, prefix }: { readonly at: string; readonly prefix: string },
  limits: Limits,
): Entry[] {
  return list.map((item, index) => {
    const read = readItem(item, limits);
    if (typeof read === 'string') return { file: `${at}[${index}]`, message: read };
    return prefix === '' ? read : { ...read, path: prefix + read.path };
  });
}

function collect(entries: readonly Entry[]): BundleFile[] {
  const errors = entries.flatMap((entry) => ('message' in entry ? [entry] : [])).slice(0, MOST_ERRORS);
  if (errors.length > 0) malformed('The envelope holds entries that are no files; `errors` names them.', errors);
  return entries.flatMap((entry) => ('message' in entry ? [] : [entry]));
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
