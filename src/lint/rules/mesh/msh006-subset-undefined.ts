/** MSH006: a subset that no DestinationRule defines. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { meshHost } from '../../context/mesh-hosts.ts';
import { destinationsOf, istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const manifests = (subset: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
    - route:
        - destination:
            host: reviews
            subset: ${subset}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: reviews
  subsets:
    - name: first
      labels: {version: v1}
${REVIEWS}`;

export const subsetUndefined: KubernetesRule = {
  id: 'MSH006',
  model: 'kubernetes',
  severity: 'error',
  title: 'Subset is not defined',
  why: 'Requests that are sent to it are answered with 503.',
  fix: 'Define the subset in a DestinationRule for the host, or name one that is.',
  references: ['https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset'],
  bad: [{ line: 11, text: manifests('second') }],
  good: [manifests('first')],
  check(context, report) {
    const defined = subsets(context);
    for (const object of istioObjects(context, 'VirtualService')) {
      for (const destination of destinationsOf(object)) {
        const subset = destination.stringAt('subset');
        const host = subset ? hostId(context, destination.stringAt('host') ?? '', object.namespace) : undefined;
        if (host === undefined) continue;
        const known = defined.get(host);
        if (known?.has(subset ?? '')) continue;
        const there = known
          ? `its DestinationRule has ${[...known].join(', ') || 'none'}`
          : 'no DestinationRule is for it';
        report(
          destination.at('subset'),
          `Host ${destination.stringAt('host')} has no subset ${subset}: ${there}. Define it, or name one that is.`,
          { absent: known === undefined },
        );
      }
    }
  },
};

/** By the Service that a host means. */
function subsets(context: KubernetesContext): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { spec, namespace } of istioObjects(context, 'DestinationRule')) {
    const host = hostId(context, spec.stringAt('host') ?? '', namespace);
    if (host === undefined) continue;
    const names = spec.itemsAt('subsets').map((subset) => subset.stringAt('name') ?? '');
    found.set(host, new Set([...(found.get(host) ?? []), ...names]));
  }
  return found;
}

/** Only Services of the bundle: of other hosts two objects may each write another form. */
function hostId(context: KubernetesContext, host: string, namespace: string): string | undefined {
  const meant = meshHost(context, host, namespace);
  return meant.kind === 'service' ? meant.service.object.id : undefined;
}
