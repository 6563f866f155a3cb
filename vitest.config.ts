import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Only ends a run that hangs: no test is judged by its time, and a busy machine is slow. */
const testTimeout = 300_000;

/** Two projects: everything in Node, and the same app once more inside workerd (`*.edge.test.ts`). */
export default defineConfig({
  // Below "error", vite reports missing source maps of dependencies on every run.
  logLevel: 'error',
  test: {
    projects: [
      {
        // As Node itself resolves packages: with vite's own conditions tests would get a second copy of `graphql`.
        ssr: { resolve: { conditions: ['module-sync', 'node'] } },
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.edge.test.ts'],
          environment: 'node',
          testTimeout,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, miniflare: { cf: false } })],
        test: { name: 'edge', include: ['test/**/*.edge.test.ts'], testTimeout },
      },
    ],
  },
});
