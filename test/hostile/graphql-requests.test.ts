import { expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { BAD_REQUESTS, faultOf } from './graphql-requests.ts';

test('every malformed request to /graphql is refused as one, with errors, and no bug is logged', async () => {
  const log: string[] = [];
  const service = createService({ log: (line) => log.push(line) });
  const faults: string[] = [];
  for (const bad of BAD_REQUESTS) {
    const fault = await faultOf(bad, (path, init) => service.request(path, init));
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
  expect(log).toEqual([]);
});
