/** GraphQL over HTTP, as the audits of graphql-http see it, with our limits on. */

import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';

const audits = serverAudits({
  url: 'http://localhost/graphql',
  fetchFn: async (url: string, init: RequestInit) => app.request(url, init),
});

test('there are 61 audits', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
  const result = await audit.fn();
  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
});
