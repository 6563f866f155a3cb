/** Pictures of Docker projects call services by their names, once. */

import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';

test.each([
  ['dot', /label="db\\nservice"/],
  ['svg', />db</],
])('a service in %s has its name for a label', async (format, label) => {
  const body = 'services:\n  web: {image: nginx}\n  db: {image: postgres}\n';
  const response = await app.request(`/v1/reachability?format=${format}`, { method: 'POST', body });
  const text = await response.text();
  expect(text).toMatch(label);
  expect(text).not.toContain('dbdb');
});
