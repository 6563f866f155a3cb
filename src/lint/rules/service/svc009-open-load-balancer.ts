/** SVC009: a load balancer that anybody may use. */

import { isPublic } from '../../context/load-balancer.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (more: string) =>
  service('web', `type: LoadBalancer\nselector: {app: web}\nports: [{port: 443}]\n${more}`);

export const openLoadBalancer: KubernetesRule = {
  id: 'SVC009',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A load balancer is open to everybody',
  why: 'Where the load balancer has a public address, the whole internet may connect.',
  fix: 'Name its clients in loadBalancerSourceRanges, or make it internal by the annotation of your cloud. Where everybody is meant, suppress the finding with that reason.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
  bad: [{ line: 5, text: example('') }],
  good: [example('loadBalancerSourceRanges: [203.0.113.0/24]\n')],
  check({ services }, report) {
    for (const service of services.values()) {
      if (!isPublic(service)) continue;
      const { spec } = service.object;
      const message =
        'Anybody may connect to this load balancer. Name its clients in loadBalancerSourceRanges, or make it internal.';
      report(spec.at('type'), message);
    }
  },
};
