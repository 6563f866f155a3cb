import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Two projects: everything in Node, and the same app once more inside workerd (`*.edge.test.ts`). */
export default defineConfig({
  // Below "error", vite reports missing source maps of dependencies on every run.
  logLevel: 'error',
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.edge.test.ts'],
          environment: 'node',
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, miniflare: { cf: false } })],
        test: { name: 'edge', include: ['test/**/*.edge.test.ts'] },
      },
    ],
  },
});
