/** The app with everything in it. No platform is imported here: Workers and Node serve the same object. */

import { ABOUT } from '../generated/about.ts';
import { createGraphql } from '../graphql/handler.ts';
import { createApp } from '../http/app.ts';
import { InlineRunner } from '../operations/inline-runner.ts';
import { OPERATIONS } from '../operations/registry.ts';

const log = (line: string): void => console.error(line);

export const app = createApp({
  about: ABOUT,
  operations: OPERATIONS,
  runner: new InlineRunner(OPERATIONS),
  graphql: createGraphql({ version: ABOUT.version, log }),
  log,
});
