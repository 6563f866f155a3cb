/** The shape of a translation. */

import * as z from 'zod';
import { connectionSet, finding, severity, verdict } from './results.ts';

const manifest = z
  .object({ path: z.string(), content: z.string().describe('YAML, each part with the line it comes from.') })
  .meta({ id: 'Manifest', description: 'A file of the translation.' });

const loss = z
  .object({
    code: z.string().describe('Such as `L14`; the reference lists them.'),
    title: z.string(),
    service: z.string().optional().describe('Absent where it is about the project.'),
    attribute: z.string().describe('By its name in the Compose specification.'),
    reason: z.string(),
    advice: z.string(),
    severity,
    file: z.string(),
    line: z.number().int(),
  })
  .meta({ id: 'Loss', description: 'Something that could not be carried over, or not quite.' });

const difference = z
  .object({
    from: z.string().describe('A service, or a peer that begins with `@`.'),
    to: z.string(),
    via: z
      .literal('published')
      .optional()
      .describe('About what leads from outside to published ports, beside whether policies let it in.'),
    side: z
      .enum(['ingress', 'egress'])
      .optional()
      .describe('The policies of this end by themselves open more than Docker does; the other end keeps it shut.'),
    compose: connectionSet.describe('What Docker lets through.'),
    kubernetes: connectionSet.describe('What the manifests let through.'),
    unknown: z
      .object({ compose: connectionSet.optional(), kubernetes: connectionSet.optional() })
      .optional()
      .describe('What cannot be decided on a side.'),
    losses: z.array(z.string()).describe('The codes of the losses that explain it.'),
    reason: z.string().optional().describe('Absent: no loss explains it, and the proof fails.'),
  })
  .meta({ id: 'ReachDifference', description: 'An ordered pair that differs.' });

const nameDifference = z
  .object({
    from: z.string(),
    name: z.string(),
    compose: z.array(z.string()).describe('The services that it means in Docker.'),
    kubernetes: z.array(z.string()).describe('Those that it means in the cluster.'),
    losses: z.array(z.string()),
    reason: z.string().optional(),
  })
  .meta({ id: 'NameDifference', description: 'A name that means something else to a service.' });

const proof = z
  .object({
    equivalent: z.boolean().describe('True only when every difference is explained by a listed loss.'),
    pairs: z
      .number()
      .int()
      .describe('Ordered pairs of services and peers compared, each over all ports of TCP, UDP and SCTP.'),
    differences: z.array(difference),
    names: z.object({
      compared: z.number().int().describe('Names of the files, asked for at every service.'),
      differences: z.array(nameDifference),
    }),
    settings: z.array(z.string()).describe('What the proof takes for granted.'),
  })
  .meta({ id: 'Proof', description: "Docker's reach and that of the manifests, pair by pair." });

export const translateResult = z
  .object({
    model: z.literal('docker'),
    verdict: verdict.describe('`fail` where the proof fails, or where a finding is an error.'),
    complete: z.boolean().describe('False when something the project needs could not be read.'),
    manifests: z.array(manifest).describe('In an order in which they can be applied.'),
    losses: z.array(loss),
    proof,
    findings: z.array(finding),
  })
  .meta({ id: 'TranslateResult' });

export type TranslateResult = z.infer<typeof translateResult>;
export type ProofJson = TranslateResult['proof'];
export type LossJson = z.infer<typeof loss>;
export type ReachDifferenceJson = z.infer<typeof difference>;
export type NameDifferenceJson = z.infer<typeof nameDifference>;
