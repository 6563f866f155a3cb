/** What validate takes beside the options of an analysis: how severe what is, and what is known already. */

import * as z from 'zod';
import { CATEGORY_NAMES } from '../lint/category.ts';
import { RULES } from '../lint/registry.ts';

/** YAML 1.1 reads a plain `off` as false. */
const level = z.preprocess((given) => (given === false ? 'off' : given), z.enum(['off', 'info', 'warning', 'error']));
const names = z.array(z.string().min(1).max(80)).max(RULES.length + CATEGORY_NAMES.length);

const ignored = z
  .strictObject({
    rule: z.string().min(1).max(80),
    object: z.string().max(600).optional().describe('`namespace/name[Kind]`, where `*` stands for anything.'),
    path: z.string().max(1024).optional().describe('A file of the bundle, where `*` stands for anything.'),
    reason: z.string().min(1).max(1000),
  })
  .meta({ id: 'Ignored', description: 'Findings that are known, and why they stay.' });

export const lintShape = {
  completeness: z
    .enum(['partial', 'complete'])
    .optional()
    .describe(
      'What an absent object means. `partial`, the default: it may exist elsewhere, so that a finding that rests on its absence is a note, unless something in the bundle is named nearly so. `complete`: it does not exist.',
    ),
  rules: z
    .record(z.string().min(1).max(80), level)
    .optional()
    .describe('How severe a rule or a category is: `{"NET019": "off", "service": "warning"}`. An id counts first.'),
  only: names.optional().describe('Only these rules or categories; all others are off.'),
  ignore: z.array(ignored).max(10_000).optional().describe('Findings that are known, for files nobody may change.'),
  unsuppressible: names.optional().describe('Rules or categories that neither a comment nor an annotation suppresses.'),
  baseline: z
    .array(z.string().max(64))
    .max(250_000)
    .optional()
    .describe('Fingerprints of findings that were known before: they are listed apart, and count for nothing.'),
};

const settings = z.strictObject(lintShape);

/** What a request or a repository says of it. */
export type LintInput = z.infer<typeof settings>;

/** The file of a bundle that says it for a repository. */
export const settingsFile = settings;
