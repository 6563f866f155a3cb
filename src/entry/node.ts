/** The service on a machine of one's own: this file is both the server and, in its threads, what analyses. */

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ABOUT } from '../generated/about.ts';
import { createGraphql } from '../graphql/handler.ts';
import { readSettings, SETTING_NAMES } from '../http/settings.ts';
import { setLimits } from '../ingest/index.ts';
import { InlineRunner } from '../operations/inline-runner.ts';
import { OPERATIONS } from '../operations/registry.ts';
import { memoryParts } from '../platform/memory/parts.ts';
import { MemorySnapshotStore } from '../platform/memory/snapshot-store.ts';
import { runServer } from '../platform/node/run-server.ts';
import { answerCalls } from '../platform/node/threads/answer-calls.ts';
import { handleCalls } from '../platform/node/threads/handle-calls.ts';
import { createService } from './app.ts';

const { version } = ABOUT;

if (isMainThread) {
  const snapshots = new MemorySnapshotStore();
  await runServer({
    version,
    program: new URL(import.meta.url),
    snapshots,
    variables: SETTING_NAMES,
    service(environment) {
      const { rate, ...settings } = readSettings(environment, fetch);
      const schema = createGraphql({ version, log: console.error });
      return ({ runner, query, ...parts }) => {
        const memory = memoryParts({ operations: OPERATIONS, snapshots, runner: () => runner, rate });
        return createService({ ...settings, ...memory, ...parts, graphql: { ...schema, fetch: query } });
      };
    },
  });
} else if (parentPort) {
  setLimits(workerData.limits);
  answerCalls(parentPort, (snapshots) => {
    const graphql = createGraphql({ version, log: console.error, snapshots });
    return handleCalls({ operations: OPERATIONS, runner: new InlineRunner(OPERATIONS, snapshots), graphql });
  });
}
