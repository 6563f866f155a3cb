/** The options a request may give, in the query string or beside the files of its body. */

import * as z from 'zod';

/** For every operation. */
export const bundleOptions = z.strictObject({
  namespace: z.string().min(1).max(63).default('default').describe('The namespace of objects that name none.'),
});

/** For every operation that computes reach. */
export const analysisOptions = bundleOptions.extend({
  ipBlockPods: z
    .enum(['match', 'ignore'])
    .default('match')
    .describe(
      'Whether an `ipBlock` also matches pods. `match`: those whose address the bundle shows, and where it shows none the verdict is unknown. `ignore`: outside addresses only, as Cilium does.',
    ),
});

const names = z.union([z.string(), z.array(z.string())]);

/** For reachability: which part of the matrix. */
export const focusOptions = z.strictObject({
  focus: names.optional().describe('Only pairs with one of these: `name`, `namespace/name` or a full id.'),
  focusPeer: names.optional().describe('Of those, only pairs whose other end is one of these.'),
  direction: z.enum(['ingress', 'egress']).optional().describe('Only this direction, seen from the focus.'),
  connection: z
    .string()
    .regex(/^(tcp|udp|sctp)\/[0-9]{1,5}$/i)
    .optional()
    .describe('Only pairs open on this port, such as `tcp/80`; `allow` is cut to it.'),
  level: z.enum(['workload', 'pod']).default('workload').describe('Whether pods of a workload are one peer.'),
  self: z.boolean().default(false).describe('Also a workload’s pods among themselves.'),
  external: z.boolean().default(true).describe('Also addresses outside the cluster.'),
  limit: z.int().min(1).max(100_000).optional().describe('At most so many connections; `next` leads on.'),
  cursor: z.string().optional().describe('The `next` of the page before.'),
});

export type AnalysisOptions = z.infer<typeof analysisOptions>;
export type FocusOptions = z.infer<typeof focusOptions>;
