import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** What needs an isolate of its own, with the memory the platform gives one; `test/http/large-upload.test.ts` runs it. */
export default defineConfig({
  logLevel: 'error',
  plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, miniflare: { cf: false } })],
  test: { include: ['test/**/*.large.ts'], testTimeout: 600_000 },
});
