/** Load by autocannon, in a process of its own. */

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon');

export interface Load {
  readonly url: string;
  /** The file to send, in which `[<id>]` is another word in every request. */
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second of all connections; as fast as the answers come without it. */
  readonly rate?: number;
}

export interface Outcome {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Connections that broke, and requests without an answer. */
  readonly failures: number;
}

interface Printed {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  readonly errors: number;
  readonly timeouts: number;
}

export async function load({ url, body, connections, seconds, rate }: Load): Promise<Outcome> {
  const words = [
    ...['--json', '-I', '-m', 'POST', '-H', 'content-type=application/json', '-i', body],
    ...['-c', String(connections), '-d', String(seconds), ...(rate === undefined ? [] : ['-R', String(rate)])],
    url,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...words], { maxBuffer: 1e8 });
  const { requests, latency, statusCodeStats = {}, errors, timeouts } = JSON.parse(stdout) as Printed;
  return {
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    statuses: Object.fromEntries(Object.entries(statusCodeStats).map(([status, { count }]) => [status, count])),
    failures: errors + timeouts,
  };
}
