/** The service on a machine of one's own: this file is both the server and, in its threads, what analyses. */

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ABOUT } from '../generated/about.ts';
import { createGraphql } from '../graphql/handler.ts';
import { addRoute } from '../http/routes.ts';
import { setLimits } from '../ingest/index.ts';
import { InlineRunner } from '../operations/inline-runner.ts';
import { OPERATIONS } from '../operations/registry.ts';
import { MemorySnapshotStore } from '../platform/memory/snapshot-store.ts';
import { runServer } from '../platform/node/run-server.ts';
import { answerCalls } from '../platform/node/threads/answer-calls.ts';
import { handleCalls } from '../platform/node/threads/handle-calls.ts';
import { createService } from './app.ts';

const log = (line: string): void => console.error(line);

if (isMainThread) {
  const snapshots = new MemorySnapshotStore();
  const { sdl, limits } = createGraphql({ version: ABOUT.version, log });
  await runServer({
    version: ABOUT.version,
    program: new URL(import.meta.url),
    snapshots,
    service({ runner, query, observe, log, metrics }) {
      const app = createService({ runner, snapshots, observe, log, graphql: { sdl, limits, fetch: query } });
      if (metrics) addRoute(app, metrics);
      return app;
    },
  });
} else if (parentPort) {
  setLimits(workerData.limits);
  const graphql = createGraphql({ version: ABOUT.version, log });
  answerCalls(parentPort, (snapshots) =>
    handleCalls({ operations: OPERATIONS, runner: new InlineRunner(OPERATIONS, snapshots), graphql }),
  );
}
