/**
 * The largest clusters in the memory of one isolate. The platform gives 128 MB, which workerd on a developer's machine
 * does not enforce by itself; V8 does when it is told to, and then a Worker that needs more dies. Hence a process of
 * its own.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('a cluster of 10,000 workloads and 10,000 policies is answered by an isolate of 128 MB', async () => {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.large.config.ts'];
  const child = spawn(process.execPath, vitest, {
    cwd: ROOT,
    env: { ...process.env, MINIFLARE_WORKERD_V8_FLAGS: '--max-old-space-size=128' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  expect(output).toContain('1 passed');
  expect(code).toBe(0);
}, 600_000);
