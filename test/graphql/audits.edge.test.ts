/** The same audits inside workerd. */

import { exports } from 'cloudflare:workers';
import { serverAudits } from 'graphql-http';
import { beforeAll, expect, test } from 'vitest';

const fetchFn = (url: string, init: RequestInit): Promise<Response> => exports.default.fetch(url, init);

beforeAll(() => fetchFn('http://127.0.0.1/healthz', {}), 120_000);

test('all 61 audits of GraphQL over HTTP pass', async () => {
  const audits = serverAudits({ url: 'http://127.0.0.1/graphql', fetchFn });
  const failed: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok') failed.push(`${audit.id} ${audit.name}: ${result.reason}`);
  }
  expect([audits.length, failed]).toEqual([61, []]);
});
