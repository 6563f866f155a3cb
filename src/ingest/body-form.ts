/**
 * Which form a request body has: by its Content-Type (RFC 9110 §8.3), and where that is missing or generic by its
 * bytes. `curl --data-binary` claims `application/x-www-form-urlencoded` for everything, `curl -T` claims nothing.
 */

import { ProblemError, problem } from '../util/problem.ts';
import { malformed } from './upload.ts';

export type TextForm = 'yaml' | 'json' | 'ndjson';
export type PackedForm = 'gzip' | 'tar' | 'zip';
/** `json` is an envelope or a file; the bytes decide. */
export type BodyForm = TextForm | PackedForm | 'multipart';

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

interface Signature {
  /** What it shows; undefined for what is not read. */
  readonly form: PackedForm | undefined;
  readonly offset: number;
  readonly bytes: readonly number[];
}

/** Leading bytes of the archives and compressions that people send, an empty zip archive among them. */
const SIGNATURES: readonly Signature[] = [
  { form: 'gzip', offset: 0, bytes: [0x1f, 0x8b] },
  { form: 'zip', offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { form: 'zip', offset: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { form: 'tar', offset: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] },
  { form: undefined, offset: 0, bytes: [0x42, 0x5a, 0x68] },
  { form: undefined, offset: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { form: undefined, offset: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { form: undefined, offset: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
];

/** So much of a body's beginning shows its form. */
export const FORM_BYTES = 1_024;

const ACCEPTED =
  'Send YAML, JSON, NDJSON, a JSON envelope of files, multipart/form-data with one part per file, or an archive: tar, ' +
  'tar.gz, zip; any of them but zip and forms may be gzipped.';

/**
 * The form of a body, by what is said of it and its first bytes. Throws `unsupported-media-type` for types that hold no
 * manifests, and `malformed-body` for an archive that is none.
 */
export function formOf(contentType: string | null, bytes: Uint8Array): BodyForm {
  const type = mediaType(contentType);
  const declared = TYPES.get(type);
  if (declared === 'multipart') return declared;
  const signature = SIGNATURES.find(({ offset, bytes: marks }) =>
    marks.every((byte, at) => bytes[offset + at] === byte),
  );
  if (signature) return signature.form ?? refuse('This compression is not read.');
  if (ARCHIVE_TYPE.test(type))
    malformed('The body is not the archive that its Content-Type says: its first bytes differ.');
  if (declared) return declared;
  if (type.endsWith('+json')) return 'json';
  if (type.endsWith('+yaml')) return 'yaml';
  if (GENERIC.has(type)) return startsLikeJson(bytes) ? 'json' : 'yaml';
  return refuse('A body of the declared Content-Type is not read.');
}

/** What a gzipped body holds inside: an archive, or what would be one file if it came unpacked. */
export function innerForm(contentType: string | null, bytes: Uint8Array): TextForm | 'tar' {
  const type = mediaType(contentType);
  const form = formOf(ARCHIVE_TYPE.test(type) ? null : contentType, bytes);
  if (form !== 'gzip' && form !== 'zip' && form !== 'multipart') return form;
  return refuse('An archive inside a gzip stream is read where it is a tar.');
}

/** The media type without its parameters, in lower case; '' when there is none. */
export function mediaType(contentType: string | null): string {
  const [type = ''] = (contentType ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

function startsLikeJson(bytes: Uint8Array): boolean {
  const start = /^\uFEFF?\s*([{[])\s*(.)/s.exec(new TextDecoder().decode(bytes.subarray(0, FORM_BYTES)));
  if (!start) return false;
  return start[1] === '{' ? start[2] === '"' || start[2] === '}' : true;
}

function refuse(detail: string): never {
  throw new ProblemError(problem('unsupported-media-type', `${detail} ${ACCEPTED}`));
}
