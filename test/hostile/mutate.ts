/** Random changes of bytes, from a seed alone: the same number makes the same request on every machine. */

import { type Random, randomStream } from '../../bench/gen/random.ts';
import type { UploadSeed } from './uploads.ts';

/** Words that mean something to some reader. */
const WORDS = [
  ...['__proto__', 'constructor', '{{ .Values.x }}', '${A', '<<: *a', '&a [*a]', '!!binary', '? ', '- ', ': ', '|2'],
  ...['\u0000', '\ufeff', '\ud800', '\u202e', '\r\n', '"', "'", '\\', '..', '/', '%', '~1', '@', '=1+1', '<script>'],
  ...['4294967296', '-1', '1e999', '0x', '0.0.0.0/0', '::/0', '999.1.1.1/33', 'null', 'true', '[', '{', '}', ']'],
  ...['apiVersion', 'kind', 'List', 'items', 'services', 'snapshot', 'files', 'before', 'after', '---\n', '...\n'],
];

const TYPES = [
  ...['', '*/*', 'application/json', 'application/yaml', 'application/zip', 'application/gzip', 'application/x-tar'],
  ...['multipart/form-data', 'multipart/form-data; boundary=', 'application/x-ndjson', 'image/png', 'x'],
];

type Change = (bytes: Uint8Array, random: Random) => Uint8Array;

/** The same bytes with `remove` of them, from `at` on, replaced. */
function splice(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - Math.min(remove, bytes.length - at) + insert.length);
  result.set(bytes.subarray(0, at));
  result.set(insert, at);
  result.set(bytes.subarray(Math.min(at + remove, bytes.length)), at + insert.length);
  return result;
}

const CHANGES: readonly Change[] = [
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return splice(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), random.below(40), new Uint8Array()),
  (bytes, random) => {
    const from = random.below(bytes.length + 1);
    const copied = bytes.slice(from, from + random.below(200));
    return splice(bytes, random.below(bytes.length + 1), 0, copied);
  },
  (bytes, random) => {
    const word = new TextEncoder().encode(random.pick(WORDS));
    return splice(bytes, random.below(bytes.length + 1), random.below(4), word);
  },
  (bytes, random) =>
    splice(
      bytes,
      random.below(bytes.length + 1),
      4,
      Uint8Array.from({ length: 4 }, () => random.below(256)),
    ),
];

export interface Mutation {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly method?: 'GET';
}

export function mutate(seeds: readonly UploadSeed[], number: number): Mutation {
  const random = randomStream('mutations', String(number));
  const seed = random.pick(seeds);
  let bytes: Uint8Array = seed.bytes;
  for (let turns = 1 + random.below(4); turns > 0; turns--) {
    bytes = random.pick(CHANGES)(bytes, random);
  }
  const headers = random.chance(0.1) ? { ...seed.headers, 'content-type': random.pick(TYPES) } : seed.headers;
  return { ...seed, headers, bytes: bytes.slice() as Uint8Array<ArrayBuffer> };
}
