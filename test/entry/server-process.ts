/** The self-hosted service as processes of their own, on ports the system chooses, from the program as it is built. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundle, PROGRAMS } from '../../scripts/build/bundle.ts';

export interface ServerProcess {
  readonly origin: string;
  readonly process: ChildProcess;
  /** The lines of its log so far. */
  readonly log: readonly string[];
  /** Resolves with the first line that matches, as soon as there is one. */
  logged(pattern: RegExp): Promise<string>;
  /** Resolves with the exit code. */
  readonly exit: Promise<number | null>;
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** The sample of a metric whose line begins so. */
  metric(name: string): Promise<number>;
}

export interface Ended {
  readonly code: number | null;
  readonly log: readonly string[];
}

type Environment = Readonly<Record<string, string>>;

const STANDARD: Environment = { PORTOLAN_LISTEN: '127.0.0.1:0', PORTOLAN_THREADS: '2' };

/** The lines a process writes, and who waits for one. */
function readLog(child: ChildProcess): Pick<ServerProcess, 'log' | 'logged'> {
  if (!child.stderr) throw new TypeError('the log of the process is not read');
  const log: string[] = [];
  const waiting = new Map<RegExp, (line: string) => void>();
  createInterface(child.stderr).on('line', (line) => {
    log.push(line);
    for (const [pattern, resolve] of waiting) if (pattern.test(line)) resolve(line);
  });
  const logged = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const found = log.find((line) => pattern.test(line));
      if (found === undefined) waiting.set(pattern, resolve);
      else resolve(found);
    });
  return { log, logged };
}

export class BuiltServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'portolan-server-'));
  readonly #children: ChildProcess[] = [];

  async build(): Promise<void> {
    await bundle(PROGRAMS.server, this.#folder);
  }

  /** Resolves when it listens, or with how it ended where it does not start. */
  async try(environment: Environment = {}): Promise<ServerProcess | Ended> {
    const env = { PATH: process.env['PATH'] ?? '', ...STANDARD, ...environment };
    const program = join(this.#folder, PROGRAMS.server.file);
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'inherit', 'pipe'] });
    this.#children.push(child);
    const { log, logged } = readLog(child);
    const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
    const started = await Promise.race([logged(/"event":"listening"/), exit]);
    if (typeof started !== 'string') return { code: started, log };
    const { origin } = JSON.parse(started) as { readonly origin: string };
    return {
      origin,
      process: child,
      log,
      logged,
      exit,
      // A stream as a body needs `duplex`.
      post: (path, body, headers = {}) =>
        fetch(`${origin}${path}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
      metric: async (name) => {
        const text = await (await fetch(`${origin}/metrics`)).text();
        const line = text.split('\n').find((sample) => sample.startsWith(name)) ?? '';
        return Number(line.slice(line.lastIndexOf(' ') + 1));
      },
    };
  }

  async start(environment: Environment = {}): Promise<ServerProcess> {
    const started = await this.try(environment);
    if ('origin' in started) return started;
    throw new Error(`the service did not start: ${started.log.join('\n')}`);
  }

  /** Ends every process, and removes the program. */
  end(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true });
  }
}
