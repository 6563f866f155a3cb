/** The log of the process: one line of JSON for each event, on standard error, with the time first. */

import type { Writable } from 'node:stream';

export type Log = (line: string) => void;

/** Takes lines that are JSON objects. */
export function timedLog(output: Writable, now: () => Date = () => new Date()): Log {
  return (line) => {
    output.write(`{"time":"${now().toISOString()}",${line.slice(1)}\n`);
  };
}
