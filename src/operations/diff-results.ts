/** The shape of a diff result, as the contract promises it. Fields may be added, never removed. */

import * as z from 'zod';
import { gate } from './gate.ts';
import { common, connectionSet } from './results.ts';

const kindOfChange = z.enum(['added', 'removed', 'changed']);

export const cause = z
  .object({
    change: kindOfChange.describe('What became of the object.'),
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
    rule: z
      .number()
      .int()
      .optional()
      .describe('Where one rule is all that differs for this pair: its position, from 0.'),
    file: z.string().describe('Begins with `before/` for what is gone, else with `after/`.'),
    line: z.number().int(),
  })
  .meta({ id: 'Cause', description: 'An object that differs between the two bundles and has a say about a pair.' });

export const change = z
  .object({
    from: z.string(),
    to: z.string(),
    type: kindOfChange.describe(
      '`added`: before, nothing was allowed or unknown. `removed`: now nothing is. `changed`: both have something.',
    ),
    before: connectionSet.describe('What was surely allowed, between all variants of both ends.'),
    after: connectionSet.describe('What is surely allowed now.'),
    unknownBefore: connectionSet
      .optional()
      .describe('What could not be decided, or held for some variants only; never part of `before`.'),
    unknownAfter: connectionSet.optional().describe('The same now; never part of `after`.'),
    workload: z.enum(['added', 'removed']).optional().describe('An end is a workload that is in one bundle only.'),
    because: z.array(cause).describe('What made the change, sorted; empty where no object was found that did.'),
  })
  .meta({ id: 'Change', description: 'An ordered pair of peers that may exchange something else than before.' });

export const diffResult = z
  .object({
    ...common,
    changes: z.array(change).describe('Sorted by `from`, then `to`.'),
    next: z.string().optional().describe('The cursor of the next page, where `limit` cut the list.'),
    workloads: z
      .object({ added: z.array(z.string()), removed: z.array(z.string()) })
      .describe('Workloads that are in one bundle only, sorted.'),
    summary: z.object({
      added: z.number().int(),
      removed: z.number().int(),
      changed: z.number().int(),
    }),
    gate: gate.optional(),
  })
  .meta({ id: 'DiffResult' });

export type CauseJson = z.infer<typeof cause>;
export type ChangeJson = z.infer<typeof change>;
export type DiffResult = z.infer<typeof diffResult>;
