/** A finding of validate in the contract's shape: with where to read more, its fingerprint, and what would fix it. */

import * as z from 'zod';
import type { PlacedFinding } from '../analysis/places.ts';
import type { Judged, Suppressed } from '../lint/judging/judge.ts';
import { ruleOf } from '../lint/registry.ts';
import { findingJson } from './inventory.ts';
import { finding } from './results.ts';

const position = z.object({ line: z.number().int(), column: z.number().int() });

const textEdit = z
  .object({
    file: z.string(),
    start: position,
    end: position.describe('The first character that stays.'),
    text: z.string().describe('What takes the place of the characters between.'),
  })
  .meta({ id: 'TextEdit' });

const fix = z
  .object({
    title: z.string(),
    safe: z.boolean().describe('False: somebody must look at it first.'),
    edits: z.array(textEdit),
  })
  .meta({ id: 'Fix', description: 'Edits of the files after which the finding is gone. Comments stay.' });

export const validationFinding = finding
  .extend({
    help: z.string().optional().describe('Where the rule is explained, from the root of this service.'),
    fingerprint: z.string().describe('Tells the finding from others and stays while lines move; for `baseline`.'),
    fix: fix.optional(),
  })
  .meta({ id: 'ValidationFinding' });

export const suppressedFinding = validationFinding
  .extend({
    suppressed: z.object({
      by: z.enum(['annotation', 'comment', 'option', 'baseline']),
      reason: z.string().optional(),
    }),
  })
  .meta({ id: 'SuppressedFinding', description: 'It was found, and somebody says that it is known.' });

export type ValidationFinding = z.infer<typeof validationFinding>;
export type SuppressedFinding = z.infer<typeof suppressedFinding>;

export function validationFindingJson({ placed, fingerprint }: Judged<PlacedFinding>): ValidationFinding {
  const { finding: found, edits } = placed;
  return {
    ...findingJson(placed),
    ...(ruleOf(found.rule) ? { help: `/v1/rules/${found.rule}` } : {}),
    fingerprint,
    ...(found.fix && edits ? { fix: { title: found.fix.title, safe: found.fix.safe, edits: edits.map(copied) } } : {}),
  };
}

export function suppressedFindingJson(judged: Judged<PlacedFinding>, { by, reason }: Suppressed): SuppressedFinding {
  return { ...validationFindingJson(judged), suppressed: { by, ...(reason === undefined ? {} : { reason }) } };
}

function copied({ file, start, end, text }: NonNullable<PlacedFinding['edits']>[number]): z.infer<typeof textEdit> {
  return { file, start: { ...start }, end: { ...end }, text };
}
