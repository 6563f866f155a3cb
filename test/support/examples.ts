/** The first examples of the operations, as requests and as files and flags of a command line. */

import { exampleRequests } from '../../src/operations/example-requests.ts';
import type { Operation } from '../../src/operations/operation.ts';

function first(operation: Operation) {
  const [example] = exampleRequests(operation);
  if (!example) throw new Error(`${operation.id} has no example`);
  return example;
}

/** The files of the first example, by path. */
export function exampleFiles(operation: Operation): Record<string, Uint8Array> {
  return Object.fromEntries(first(operation).bundle.files.map(({ path, bytes }) => [path, bytes]));
}

/** Its options. */
export function exampleFlags(operation: Operation): string[] {
  return Object.entries(first(operation).options).map(
    ([name, value]) => `--${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
}

/** The whole of it as an envelope. */
export function exampleBody({ examples: [example] }: Operation): string {
  return JSON.stringify(example?.body);
}
