/** The shape of a validation. */

import * as z from 'zod';
import { verdict } from './results.ts';
import { suppressedFinding, validationFinding } from './validation-finding.ts';

const validation = z
  .object({
    model: z.enum(['kubernetes', 'docker']).describe('Which model the files were read as.'),
    verdict,
    complete: z.boolean().describe('False when something could not be read.'),
    valid: z
      .boolean()
      .describe('Whether the API server, or the Compose loader, would accept all of it; severity is another matter.'),
    unknownKinds: z
      .array(z.object({ apiVersion: z.string(), kind: z.string(), count: z.number().int() }))
      .optional()
      .describe('Kinds of which no schema is known; objects of them are read, not checked. Sorted.'),
    undecidedRules: z
      .array(z.object({ rule: z.string(), count: z.number().int() }))
      .optional()
      .describe('Validation rules (CEL) and patterns of schemas that could not be evaluated, and how often. Sorted.'),
    findings: z.array(validationFinding).describe('Sorted by file and position.'),
    suppressed: z
      .array(suppressedFinding)
      .optional()
      .describe('What was found and is known: it counts for nothing but `valid`.'),
    summary: z.object({
      error: z.number().int(),
      warning: z.number().int(),
      info: z.number().int(),
      suppressed: z.number().int().describe('Findings that are known.'),
      files: z.number().int().describe('Files that were read as this model.'),
      resources: z.number().int().describe('Objects of Kubernetes, or entries of Compose projects.'),
    }),
  })
  .meta({ id: 'Validation', description: 'What is wrong, or worth knowing, in the files of one model.' });

export const validateResult = z
  .object({
    ...validation.shape,
    models: z.array(validation).optional().describe('Where the bundle holds both models: one result for each.'),
  })
  .meta({ id: 'ValidateResult', description: 'A validation; of two models, both, and what holds of them together.' });

export type Validation = z.infer<typeof validation>;
export type ValidateResult = z.infer<typeof validateResult>;
