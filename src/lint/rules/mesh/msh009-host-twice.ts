/** MSH009: two VirtualServices for one host of the mesh. */

import type { LintObject } from '../../context/lint-object.ts';
import { meshHost } from '../../context/mesh-hosts.ts';
import { isForMesh, istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { REVIEWS } from './examples.ts';

const virtualService = (name: string, host: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts: [${host}]
  http:
    - route: [{destination: {host: reviews}}]
`;

export const hostTwice: KubernetesRule = {
  id: 'MSH009',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two VirtualServices for one host of the mesh',
  why: 'Inside the mesh only one of them has an effect; which, is not said.',
  fix: 'Make one VirtualService of the two.',
  references: ['https://istio.io/latest/docs/reference/config/analysis/ist0109/'],
  bad: [{ line: 15, text: `${virtualService('one', 'reviews')}---\n${virtualService('two', 'reviews')}${REVIEWS}` }],
  good: [`${virtualService('one', 'reviews')}---\n${virtualService('two', 'other.example.com')}${REVIEWS}`],
  check(context, report) {
    const first = new Map<string, LintObject>();
    for (const object of istioObjects(context, 'VirtualService')) {
      // Those that are exported to some namespaces only may never meet.
      if (!isForMesh(object) || !object.spec.at('exportTo').absent) continue;
      for (const field of object.spec.itemsAt('hosts')) {
        const text = field.string() ?? '';
        const host = meshHost(context, text, object.namespace);
        const id = host.kind === 'service' ? host.service.object.id : text;
        const other = first.get(id);
        if (!other) first.set(id, object);
        else if (other.id !== object.id) {
          report(
            field,
            `VirtualService ${other.namespace}/${other.name} is for host ${text} in the mesh already. Make one of the two.`,
          );
        }
      }
    }
  },
};
