/**
 * Which form a request body has: by its Content-Type (RFC 9110 §8.3), and where that is missing or generic by its
 * bytes. `curl --data-binary` claims `application/x-www-form-urlencoded` for everything, `curl -T` claims nothing.
 */

import { ProblemError, problem } from '../util/problem.ts';

/** `json` is an envelope or a file; the bytes decide. `text` is a generic type, where the bytes decide everything. */
export type BodyForm = 'yaml' | 'json' | 'ndjson' | 'multipart';

const TYPES: ReadonlyMap<string, BodyForm> = new Map([
  ['application/yaml', 'yaml'],
  ['application/x-yaml', 'yaml'],
  ['application/vnd.yaml', 'yaml'],
  ['text/yaml', 'yaml'],
  ['text/x-yaml', 'yaml'],
  ['text/vnd.yaml', 'yaml'],
  ['text/plain', 'yaml'],
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/jsonl', 'ndjson'],
  ['application/x-jsonlines', 'ndjson'],
  ['multipart/form-data', 'multipart'],
]);

const GENERIC: ReadonlySet<string> = new Set([
  '',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  '*/*',
]);

const ARCHIVE_TYPE = /\/(?:x-)?(?:gzip|gtar|tar|tgz|zip|zip-compressed|compressed-tar|bzip2|xz|zstd|7z-compressed)$/;

/** Leading bytes of the archives and compressions that people send, each with the offset where they stand. */
const SIGNATURES: readonly (readonly [offset: number, bytes: readonly number[]])[] = [
  [0, [0x1f, 0x8b]],
  [0, [0x50, 0x4b, 0x03, 0x04]],
  [0, [0x42, 0x5a, 0x68]],
  [0, [0x28, 0xb5, 0x2f, 0xfd]],
  [0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  [257, [0x75, 0x73, 0x74, 0x61, 0x72]],
];

const ACCEPTED = 'Send YAML, JSON, NDJSON, a JSON envelope of files, or multipart/form-data with one part per file.';

/** The form of a body. Throws `unsupported-media-type` for archives and for types that hold no manifests. */
export function formOf(contentType: string | null, bytes: Uint8Array): BodyForm {
  const type = mediaType(contentType);
  const declared = TYPES.get(type);
  if (declared === 'multipart') return declared;
  if (ARCHIVE_TYPE.test(type) || isArchive(bytes)) refuse('Archives and compressed bodies are not read.');
  if (declared) return declared;
  if (type.endsWith('+json')) return 'json';
  if (type.endsWith('+yaml')) return 'yaml';
  if (GENERIC.has(type)) return startsLikeJson(bytes) ? 'json' : 'yaml';
  refuse('A body of the declared Content-Type is not read.');
}

/** The media type without its parameters, in lower case; '' when there is none. */
export function mediaType(contentType: string | null): string {
  const [type = ''] = (contentType ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

function isArchive(bytes: Uint8Array): boolean {
  return SIGNATURES.some(([offset, signature]) => signature.every((byte, index) => bytes[offset + index] === byte));
}

function startsLikeJson(bytes: Uint8Array): boolean {
  const start = /^\uFEFF?\s*([{[])\s*(.)/s.exec(new TextDecoder().decode(bytes.subarray(0, 1024)));
  if (!start) return false;
  return start[1] === '{' ? start[2] === '"' || start[2] === '}' : true;
}

function refuse(detail: string): never {
  throw new ProblemError(problem('unsupported-media-type', `${detail} ${ACCEPTED}`));
}
