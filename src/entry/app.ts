/** The app with everything in it. No platform is imported here: Workers and Node serve the same object. */

import { ABOUT } from '../generated/about.ts';
import { createGraphql } from '../graphql/handler.ts';
import type { AppParts } from '../http/about.ts';
import { type App, createApp } from '../http/app.ts';
import { InlineRunner } from '../operations/inline-runner.ts';
import { OPERATIONS } from '../operations/registry.ts';

/** What a platform may give beside what is everywhere the same. */
export type PlatformParts = Partial<Omit<AppParts, 'about' | 'operations'>>;

export function createService(platform: PlatformParts): App {
  const log = platform.log ?? ((line: string): void => console.error(line));
  return createApp({
    runner: new InlineRunner(OPERATIONS, platform.snapshots),
    graphql: createGraphql({ version: ABOUT.version, log, snapshots: platform.snapshots }),
    ...platform,
    about: ABOUT,
    operations: OPERATIONS,
    log,
  });
}

export const app = createService({});
