/** Twice as much as a server can do: who is refused, how, and how long it takes to be itself again. */

import { readFileSync } from 'node:fs';
import { type Load, load, type Outcome } from './load.ts';

const SAMPLE_MS = 100;

export interface Overload {
  readonly outcome: Outcome;
  /** Of the answers looked at: how many were refusals, and how many of those said when to come again. */
  readonly refused: number;
  readonly withRetryAfter: number;
  /** From the end of the load to an answer. */
  readonly recoveryMilliseconds: number;
}

async function post(url: string, body: string): Promise<Response> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await response.arrayBuffer();
  return response;
}

async function recovery(url: string, body: string): Promise<number> {
  const begun = performance.now();
  while ((await post(url, body)).status !== 200) await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  return performance.now() - begun;
}

export async function overload(asked: Load): Promise<Overload> {
  const body = readFileSync(asked.body, 'utf8');
  let [refused, withRetryAfter] = [0, 0];
  const look = async () => {
    const { status, headers } = await post(asked.url, body);
    if (status !== 503 && status !== 429) return;
    refused += 1;
    if (headers.has('retry-after')) withRetryAfter += 1;
  };
  const looks: Promise<void>[] = [];
  const looking = setInterval(() => looks.push(look()), SAMPLE_MS);
  const outcome = await load(asked);
  clearInterval(looking);
  const recoveryMilliseconds = await recovery(asked.url, body);
  await Promise.all(looks);
  return { outcome, refused, withRetryAfter, recoveryMilliseconds };
}
