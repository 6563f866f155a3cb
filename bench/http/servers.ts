/** Servers as processes of their own, each with its memory. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export interface Running {
  readonly origin: string;
  /** Resident memory of the process, in bytes. */
  memory(): number;
  /** User and system time of the process and its threads, in seconds; NaN where `/proc` does not tell. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Long enough for a busy machine. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new TypeError('a port was asked for');
  return address.port;
}

async function answers(origin: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && child.exitCode === null) {
    const response = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`no answer from ${origin}`);
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: utime and stime, in ticks of 10 ms. */
function cpuSeconds(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

export interface Start {
  readonly port: number;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Resolves when the server answers. */
export async function start({ port, program, args, environment = {} }: Start): Promise<Running> {
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...environment } });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await answers(origin, child);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    origin,
    memory: () => 1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })),
    cpu: () => cpuSeconds(child.pid),
    stop,
  };
}
