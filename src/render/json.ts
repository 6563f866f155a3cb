/**
 * The result as JSON (RFC 8259): compact, with a line feed at the end. The bytes are those of `JSON.stringify`, but
 * the long lists of the top level are written item by item, so that a matrix is never one string.
 */

import type { Answer } from './answer.ts';
import type { Format } from './format.ts';

function* writeList(items: readonly unknown[]): Generator<string> {
  yield '[';
  let comma = '';
  for (const item of items) {
    yield comma + (JSON.stringify(item) ?? 'null');
    comma = ',';
  }
  yield ']';
}

function* writeObject(value: object): Generator<string> {
  yield '{';
  let comma = '';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${comma}${JSON.stringify(key)}:`;
    if (Array.isArray(member)) yield* writeList(member);
    else yield JSON.stringify(member);
    comma = ',';
  }
  yield '}';
}

export const json: Format = {
  name: 'json',
  mediaType: 'application/json',
  description: 'The result, compact, with a line feed at the end.',
  *write(answer: Answer): Generator<string> {
    const value = answer.json();
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield* writeObject(value);
    else yield JSON.stringify(value) ?? 'null';
    yield '\n';
  },
};
