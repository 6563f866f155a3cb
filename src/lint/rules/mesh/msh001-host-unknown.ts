/** MSH001: a DestinationRule for a host that is not there. */

import { meshHost } from '../../context/mesh-hosts.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (host: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: ${host}
  trafficPolicy:
    connectionPool: {tcp: {maxConnections: 100}}
${REVIEWS}`;

export const hostUnknown: KubernetesRule = {
  id: 'MSH001',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Host of a DestinationRule does not exist',
  why: 'The rule is applied to no traffic: limits, subsets and TLS settings that it holds have no effect.',
  fix: 'Write the name of a Service of the namespace, the full name of one of another namespace, or a host of a ServiceEntry.',
  references: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0174/',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule',
  ],
  bad: [
    { line: 6, text: manifests('revews') },
    { line: 6, text: manifests('reviews.default') },
    { line: 6, complete: true, text: manifests('ratings') },
    { line: 6, severity: 'info', text: manifests('ratings') },
  ],
  good: [manifests('reviews'), manifests('reviews.default.svc.cluster.local')],
  check(context, report) {
    for (const { group, spec, namespace } of context.ofKind('DestinationRule')) {
      const text = spec.stringAt('host') ?? '';
      const host = group === 'networking.istio.io' ? meshHost(context, text, namespace) : undefined;
      if (host?.kind !== 'unknown') continue;
      const hint = host.meant === undefined ? '' : `; it is likely to be ${host.meant}`;
      report(
        spec.at('host'),
        `No Service and no ServiceEntry is called ${text}${hint}. Correct the host, or add what it names.`,
        { absent: host.meant === undefined },
      );
    }
  },
};
