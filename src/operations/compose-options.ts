/** The options that say which Compose project a bundle holds, and with which variables it is loaded. */

import * as z from 'zod';

const LONGEST_LIST = 1_000;

/** Beside the other options of a bundle. */
export const composeShape = {
  composeFiles: z
    .array(z.string().min(1))
    .min(1)
    .max(LONGEST_LIST)
    .optional()
    .describe(
      'The Compose files of the one project to load, in the order they are merged; the first says which folder paths count from. Without it, each folder with a Compose file is a project: the file with a default name and its override.',
    ),
  projectName: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'The name of the project, as `docker compose -p`. Without it: `COMPOSE_PROJECT_NAME`, `name:`, the folder.',
    ),
  profiles: z
    .array(z.string())
    .max(LONGEST_LIST)
    .optional()
    .describe('The profiles that are active; `*` is all of them. Services of no profile are always on.'),
  env: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Variables to fill into Compose files. They win over a `.env` of the bundle; the variables of the service itself are never read.',
    ),
};
