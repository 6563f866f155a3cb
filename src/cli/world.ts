/**
 * What a command has of the machine it runs on. `entry/cli.ts` gives the real one, tests one of their own; files are
 * read by `node:fs` in both.
 */

import type { Operation } from '../operations/operation.ts';

/** One of the two streams a command writes to. */
export interface Output {
  /** Whether a person reads it as it is written. */
  readonly isTerminal: boolean;
  /** Waits until the reader has room. False once nobody reads any more, as behind `| head`. */
  write(text: string | Uint8Array): Promise<boolean>;
}

export interface World {
  readonly version: string;
  /** What is wrong with the settings of the environment; nothing is run then. */
  readonly faults: readonly string[];
  readonly operations: readonly Operation[];
  /** The folder that paths count from. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: { readonly isTerminal: boolean; stream(): ReadableStream<Uint8Array> };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
}
