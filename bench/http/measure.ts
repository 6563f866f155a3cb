/** One server after another under the same load, beside a bare route on the same runtime. */

import type { Bodies } from './bodies.ts';
import { type Builds, workerdBinary } from './builds.ts';
import { type Load, load, type Outcome } from './load.ts';
import { type Overload, overload } from './overload.ts';
import { freePort, type Running, start } from './servers.ts';

export const CONNECTIONS = 32;
/** Before anything counts, for the compilers of the runtimes. */
const WARM_SECONDS = 3;
/** More than are in work at once anywhere, so that some must be refused. */
const CROWD = 256;

export interface Case {
  readonly what: string;
  readonly outcome: Outcome;
  /** CPU time of the server for one request, in milliseconds. */
  readonly cpuMilliseconds: number;
}

export interface Measured {
  readonly runtime: string;
  readonly cases: readonly Case[];
  readonly overload: Overload;
  /** Bytes: before the first request, and behind the last. */
  readonly memory: { readonly before: number; readonly after: number };
}

export interface Plan {
  readonly builds: Builds;
  readonly bodies: Bodies;
  /** Of each case. */
  readonly seconds: number;
  /** Of the first case in place of it, to see what becomes of the memory. */
  readonly soakSeconds?: number | undefined;
  readonly threads: number;
  /** A part of the name of the runtimes to measure. */
  readonly only: string;
  readonly say: (line: string) => void;
}

interface Runtime {
  readonly runtime: string;
  service(port: number): Promise<Running>;
  bare(port: number): Promise<Running>;
}

function runtimes({ builds, threads }: Plan): readonly Runtime[] {
  const node = process.execPath;
  const workerd = workerdBinary();
  const environment = { PORTOLAN_THREADS: String(threads) };
  return [
    {
      runtime: `Node, ${threads} threads`,
      service: (port) =>
        start({
          port,
          program: node,
          args: [builds.server],
          environment: { ...environment, PORTOLAN_LISTEN: `127.0.0.1:${port}` },
        }),
      bare: (port) => start({ port, program: node, args: [builds.bareNode, String(port)] }),
    },
    {
      runtime: '`workerd serve`',
      service: (port) => start({ port, program: workerd, args: ['serve', builds.worker(port)] }),
      bare: (port) => start({ port, program: workerd, args: ['serve', builds.bareWorker(port)] }),
    },
  ];
}

const QUESTIONS = [
  ['matrix, another bundle every time', '/v1/reachability', 'other'],
  ['matrix, the same bundle', '/v1/reachability', 'same'],
  ['validate, another bundle every time', '/v1/validate', 'other'],
  ['validate, the same bundle', '/v1/validate', 'same'],
] as const;

async function measureCase(what: string, server: Running, asked: Load): Promise<Case> {
  const before = server.cpu();
  const outcome = await load(asked);
  const requests = Object.values(outcome.statuses).reduce((sum, number) => sum + number, 0);
  return { what, outcome, cpuMilliseconds: (1000 * (server.cpu() - before)) / requests };
}

async function bareCase({ bare }: Runtime, asked: Omit<Load, 'url'>): Promise<Case> {
  const server = await bare(await freePort());
  try {
    const warm = { ...asked, url: `${server.origin}/bare` };
    await load({ ...warm, seconds: WARM_SECONDS });
    return await measureCase('a bare hono route', server, warm);
  } finally {
    await server.stop();
  }
}

async function measureOne(runtime: Runtime, plan: Plan): Promise<Measured> {
  const { bodies, seconds, soakSeconds, say } = plan;
  const asked = { connections: CONNECTIONS, seconds, body: bodies.other };
  say(`${runtime.runtime}: a bare route`);
  const cases: Case[] = [await bareCase(runtime, asked)];
  const server = await runtime.service(await freePort());
  try {
    const before = server.memory();
    await load({ ...asked, seconds: WARM_SECONDS, url: `${server.origin}/v1/reachability` });
    for (const [at, [what, path, body]] of QUESTIONS.entries()) {
      say(`${runtime.runtime}: ${what}`);
      const own = at === 0 ? (soakSeconds ?? seconds) : seconds;
      const load = { ...asked, seconds: own, body: bodies[body], url: `${server.origin}${path}` };
      cases.push(await measureCase(what, server, load));
    }
    const saturation = cases[1]?.outcome.perSecond ?? 0;
    say(`${runtime.runtime}: twice ${saturation.toFixed(0)} requests per second`);
    const crowd = { ...asked, connections: CROWD, rate: Math.ceil(2 * saturation) };
    const found = await overload({ ...crowd, url: `${server.origin}/v1/reachability` });
    return { runtime: runtime.runtime, cases, overload: found, memory: { before, after: server.memory() } };
  } finally {
    await server.stop();
  }
}

export async function measureAll(plan: Plan): Promise<Measured[]> {
  const measured: Measured[] = [];
  const asked = runtimes(plan).filter(({ runtime }) => runtime.toLowerCase().includes(plan.only.toLowerCase()));
  for (const runtime of asked) measured.push(await measureOne(runtime, plan));
  return measured;
}
