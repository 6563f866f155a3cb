/** A program in the foreground on behalf of a script: it gets the script's signals, and the script its exit code. */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface Child {
  /** The program for this Node, and its arguments. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export function runChild({ words, folder, environment = {} }: Child): void {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, words, { cwd: folder, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  // npm gives its signals to a shell that dies without handing them on: a new parent means that we were to stop.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 200).unref();
}
