/** SVC010: source ranges that have no effect. */

import { listed, RANGES_ANNOTATION } from '../../context/load-balancer.ts';
import type { KubernetesRule } from '../../rule.ts';

const example = (type: string, more = '') => `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    service.beta.kubernetes.io/load-balancer-source-ranges: 203.0.113.0/24
spec:
  type: ${type}
  selector: {app: web}
  ports: [{port: 443}]
${more}`;

export const misplacedRanges: KubernetesRule = {
  id: 'SVC010',
  model: 'kubernetes',
  severity: 'error',
  title: 'Source ranges have no effect',
  why: 'They hold for Services of type LoadBalancer only, and the field counts before the annotation: a Service that looks closed is open.',
  fix: 'Write the ranges once, in loadBalancerSourceRanges of a Service of type LoadBalancer; restrict other Services by a NetworkPolicy.',
  references: [
    'https://kubernetes.io/docs/reference/labels-annotations-taints/#service-beta-kubernetes-io-load-balancer-source-ranges',
  ],
  bad: [
    { line: 6, text: example('ClusterIP') },
    { line: 6, text: example('LoadBalancer', '  loadBalancerSourceRanges: [198.51.100.0/24]\n') },
  ],
  good: [example('LoadBalancer')],
  check({ services }, report) {
    for (const { object, type } of services.values()) {
      const annotation = listed(object.annotations.get(RANGES_ANNOTATION));
      if (annotation.length === 0) continue;
      const place = object.metadata.at('annotations').at(RANGES_ANNOTATION);
      if (type !== 'LoadBalancer') {
        report(
          place,
          `Source ranges have no effect on a Service of type ${type}. Remove them, or restrict it by a NetworkPolicy.`,
        );
        continue;
      }
      const field = object.spec.itemsAt('loadBalancerSourceRanges').map((range) => range.string() ?? '');
      if (field.length > 0 && [...field].sort().join() !== annotation.sort().join()) {
        report(
          place,
          'loadBalancerSourceRanges says something else, and counts before this annotation. Remove one of them.',
        );
      }
    }
  },
};
