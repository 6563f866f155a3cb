/** The options a request may give, in the query string or beside the files of its body. */

import * as z from 'zod';
import { DOCKER_ENGINES } from '../policy/dialects/docker-network/index.ts';
import { RELEASES } from '../schemas/releases.ts';
import { composeShape } from './compose-options.ts';

/** For every operation. */
export const bundleOptions = z.strictObject({
  namespace: z
    .string()
    .min(1)
    .max(63)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, "a namespace is lower case letters, digits and '-' (RFC 1123)")
    .default('default')
    .describe('The namespace of objects that name none.'),
  ...composeShape,
  model: z
    .enum(['kubernetes', 'docker'])
    .optional()
    .describe('Where a bundle holds both models: the one that is wanted.'),
  input: z
    .enum(['docker-cli'])
    .optional()
    .describe(
      'What the files are, where their names do not tell. `docker-cli`: command lines of docker, as in `*.sh` and `*.txt`; other lines are passed over.',
    ),
});

/** For every operation that computes reach. */
export const analysisOptions = bundleOptions.extend({
  ipBlockPods: z
    .enum(['match', 'ignore'])
    .default('match')
    .describe(
      'Whether an `ipBlock` also matches pods. `match`: those whose address the bundle shows, and where it shows none the verdict is unknown. `ignore`: outside addresses only, as Cilium does.',
    ),
  enforcement: z
    .enum(['auto', 'enforced', 'none'])
    .default('auto')
    .describe(
      'Whether policies have an effect, which is for the network plugin to see to. `auto`: they have, unless the bundle shows a plugin that does not enforce them and none that does; where it shows one, a finding says what was assumed. `none`: no policy is applied.',
    ),
  dockerEngine: z
    .enum(DOCKER_ENGINES)
    .default('29')
    .describe(
      'The Docker Engine that decides what is open between containers: `29`, `28` (28.2 or later), or `before-28`. What else is assumed of the host, an answer says in `assumptions`.',
    ),
  ingressController: z
    .string()
    .regex(/^[^/:]+[/:].+$/)
    .max(600)
    .optional()
    .describe(
      'The controller of Ingresses, Routes and Gateways: `namespace/name`, or `namespace:key=value` for any pod with that label. Without it, it is an unknown pod of an unknown namespace.',
    ),
});

/** Of operations that ask what the API server would say. */
export const kubernetesRelease = z
  .enum(RELEASES)
  .describe('The version of Kubernetes whose API server looks at the objects.');

const names = z.union([z.string(), z.array(z.string())]);

/** Wholly a pattern, so that the OpenAPI document says of it all that is checked. */
const CONNECTION =
  /^([Tt][Cc][Pp]|[Uu][Dd][Pp]|[Ss][Cc][Tt][Pp])\/0{0,4}([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;

/** For reachability: which part of the matrix. */
export const focusOptions = z.strictObject({
  focus: names.optional().describe('Only pairs with one of these: `name`, `namespace/name` or a full id.'),
  focusPeer: names.optional().describe('Of those, only pairs whose other end is one of these.'),
  direction: z.enum(['ingress', 'egress']).optional().describe('Only this direction, seen from the focus.'),
  connection: z
    .string()
    .regex(CONNECTION, 'a protocol (tcp, udp or sctp), `/` and a port from 1 to 65535, such as `tcp/80`')
    .optional()
    .describe('Only pairs open on this port, such as `tcp/80`; `allow` is cut to it.'),
  level: z.enum(['workload', 'pod']).default('workload').describe('Whether pods of a workload are one peer.'),
  self: z.boolean().default(false).describe('Also a workload’s pods among themselves.'),
  external: z.boolean().default(true).describe('Also addresses outside the cluster.'),
  explain: z
    .boolean()
    .default(false)
    .describe('Also the rules that decided each connection, for what is allowed and what is not.'),
  limit: z.int().min(1).max(100_000).optional().describe('At most so many connections; `next` leads on.'),
  cursor: z.string().optional().describe('The `next` of the page before.'),
});

export type AnalysisOptions = z.infer<typeof analysisOptions>;
export type FocusOptions = z.infer<typeof focusOptions>;
