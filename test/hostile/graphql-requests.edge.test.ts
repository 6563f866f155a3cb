/** The same requests inside workerd, whose URLs and forms are read by other code. */

import { exports } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { BAD_REQUESTS, faultOf } from './graphql-requests.ts';

const fetchApp = (path: string, init: RequestInit): Promise<Response> =>
  exports.default.fetch(`http://127.0.0.1${path}`, init);

beforeAll(() => fetchApp('/healthz', {}), 120_000);

test('every malformed request to /graphql is refused as one, with errors', async () => {
  const faults: string[] = [];
  for (const bad of BAD_REQUESTS) {
    const fault = await faultOf(bad, fetchApp);
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
});
