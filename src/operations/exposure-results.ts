/** The shape of an exposure result, as the contract promises it. Fields may be added, never removed. */

import * as z from 'zod';
import { common, connectionSet } from './results.ts';
import { labelSelector } from './selector-json.ts';

const direction = z.enum(['ingress', 'egress']).describe('Into the workload, or out of it.');

export const exposedPeer = z
  .object({
    scope: z
      .enum(['entire-cluster', 'external', 'selector', 'network'])
      .describe(
        '`entire-cluster`: any pod, whatever its labels, but for the exceptions that `selector` rows make. `selector`: a pod of which is known only that it meets this selector of some rule; listed where it may do something else than any pod. `external`: addresses outside the cluster; with Docker `@host`, `@lan` or `@internet`. `network`: a container on a network that no file makes.',
      ),
    namespaces: z
      .union([z.literal('all'), z.string(), labelSelector])
      .optional()
      .describe('With `selector`: `all`, the name of a namespace, or a LabelSelector over namespaces.'),
    pods: z
      .union([z.literal('all'), labelSelector])
      .optional()
      .describe('With `selector`: `all`, or a LabelSelector over pods.'),
    address: z
      .string()
      .optional()
      .describe('With `external`: a CIDR block, `first-last` where the range is not one block, or an `@` name.'),
    network: z.string().optional().describe('With `network`: its real name.'),
  })
  .meta({ id: 'ExposedPeer', description: 'Who is at the other end, beyond the workloads of the bundle.' });

export const exposedName = z
  .object({
    protocol: z.enum(['TCP', 'UDP', 'SCTP']).optional().describe('Absent: in each of the three.'),
    name: z.string(),
  })
  .meta({ id: 'ExposedName', description: 'A port by its name, which only the pod at the other end resolves.' });

export const exposureRow = z
  .object({
    workload: z.string().describe('`namespace/name[Kind]`, `#n` behind it for a variant.'),
    direction,
    peer: exposedPeer,
    allow: connectionSet.describe('What is surely allowed; empty in a row that is an exception to `entire-cluster`.'),
    unknown: connectionSet.optional().describe('What cannot be decided from the bundle; never part of `allow`.'),
    named: z.array(exposedName).optional().describe('What is allowed, beside `allow`, on ports that only have a name.'),
  })
  .meta({ id: 'Exposure', description: 'What a workload is open to, in one direction, from or to one kind of peer.' });

export const unprotected = z
  .object({ workload: z.string(), direction })
  .meta({ id: 'Unprotected', description: 'A workload that no policy selects in a direction.' });

export const exposureResult = z
  .object({
    ...common,
    exposure: z.array(exposureRow).describe('Sorted by workload, direction and peer.'),
    next: z.string().optional().describe('The cursor of the next page, where `limit` cut the list.'),
    unprotected: z
      .array(unprotected)
      .optional()
      .describe('Sorted by workload and direction. Left out with `connection`: it is about every port.'),
  })
  .meta({ id: 'ExposureResult' });

export type ExposedPeerJson = z.infer<typeof exposedPeer>;
export type ExposureJson = z.infer<typeof exposureRow>;
export type UnprotectedJson = z.infer<typeof unprotected>;
export type ExposureResult = z.infer<typeof exposureResult>;
