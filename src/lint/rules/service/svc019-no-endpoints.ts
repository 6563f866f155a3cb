/** SVC019: a Service without a selector, for which nobody writes endpoints. */

import type { KubernetesRule } from '../../rule.ts';
import { manifests, service } from '../fragments.ts';

const SLICE = `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  labels: {kubernetes.io/service-name: db}
addressType: IPv4
ports: [{port: 5432}]
endpoints: [{addresses: [192.0.2.10]}]
`;
const SERVICE = service('db', 'ports: [{port: 5432}]\n');

export const noEndpoints: KubernetesRule = {
  id: 'SVC019',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A Service has neither a selector nor endpoints',
  why: 'Without a selector nobody fills its endpoints: its name resolves, and every connection to it is refused.',
  fix: 'Give it a selector, or an EndpointSlice with the label kubernetes.io/service-name.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors'],
  bad: [
    { line: 4, complete: true, text: SERVICE },
    { line: 4, severity: 'info', text: SERVICE },
  ],
  good: [manifests(SERVICE, SLICE)],
  check(context, report) {
    const filled = new Set(
      context
        .ofKind('EndpointSlice')
        .map(({ namespace, labels }) => `${namespace}/${labels.get('kubernetes.io/service-name')}`),
    );
    for (const [id, { object, type, selector }] of context.services) {
      if (type === 'ExternalName' || selector.size > 0 || filled.has(id) || id === 'default/kubernetes') continue;
      if (context.find(`${id}[Endpoints]`)) continue;
      report(
        object.spec,
        `Service ${object.name} selects nothing, and no EndpointSlice is labelled kubernetes.io/service-name: ${object.name}. Add a selector or an EndpointSlice.`,
        { absent: true },
      );
    }
  },
};
