/** The examples of an operation as requests would bring them. */

import { type BundleFile, SIDES } from '../ingest/index.ts';
import type { ExampleFile, Operation } from './operation.ts';
import type { Brought } from './run.ts';

export interface ExampleRequest extends Brought {
  readonly options: Readonly<Record<string, unknown>>;
}

export function exampleRequests(operation: Operation): ExampleRequest[] {
  if (operation.takes === 'bundle') {
    return operation.examples.map(({ body: { files, ...options } }) => ({
      bundle: { files: encode(files, '') },
      sided: false,
      options,
    }));
  }
  return operation.examples.map(({ body: { before, after, ...options } }) => {
    const sides = { before, after };
    const files = SIDES.flatMap((side) => encode(sides[side].files, `${side}/`));
    return { bundle: { files }, sided: true, options };
  });
}

function encode(files: readonly ExampleFile[], prefix: string): BundleFile[] {
  return files.map(({ path, content }) => ({ path: prefix + path, bytes: new TextEncoder().encode(content) }));
}
