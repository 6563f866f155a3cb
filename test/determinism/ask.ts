/** Asks the app for every form of the example's matrix, the files in the given order. */

import type { app } from '../../src/entry/app.ts';
import { ONLINE_BOUTIQUE } from '../support/online-boutique.ts';

type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

export const FORMS = ['json', 'txt', 'csv', 'md', 'ndjson', 'dot', 'svg'] as const;

/** A file that leaves something to find, so that findings are part of what is compared. */
const FLAWED = { path: 'flawed.yaml', content: 'kind: Pod\nmetadata: {name: x\n---\nkind: [\n' };

export async function matrixBytes(fetch: Fetch, form: string, turn: number): Promise<string> {
  const all = [...ONLINE_BOUTIQUE, FLAWED];
  const files = [...all.slice(turn), ...all.slice(0, turn)];
  const response = await fetch(`http://127.0.0.1/v1/reachability?format=${form}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ files }),
  });
  return response.text();
}

export function requestOf(server: typeof app): Fetch {
  return (url, init) => server.request(url, init);
}
