/** SVC020: traffic kept on one node, where there is one pod; misplaced policies are refused by the API server. */

import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, service } from '../fragments.ts';

const example = (replicas: number) =>
  manifests(
    deployment({ name: 'web', replicas }),
    service(
      'web',
      'type: LoadBalancer\nselector: {app: web}\nports: [{port: 80, targetPort: 8080}]\nexternalTrafficPolicy: Local\n',
    ),
  );

export const localPolicy: KubernetesRule = {
  id: 'SVC020',
  model: 'kubernetes',
  severity: 'error',
  title: 'A traffic policy does not fit the Service',
  why: 'The fields externalTrafficPolicy and healthCheckNodePort belong to Services that outside traffic reaches; with Local only nodes with a pod of the Service answer, and of one pod that is one node.',
  fix: 'Remove the field, or run several pods behind a load balancer with Local.',
  references: ['https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy'],
  bad: [{ line: 24, severity: 'info', text: example(1) }],
  good: [example(3)],
  check({ services }, report) {
    for (const { object, type, selected } of services.values()) {
      const field = object.spec.at('externalTrafficPolicy');
      if (type !== 'LoadBalancer' || field.value !== 'Local') continue;
      const [only, ...more] = selected.pods;
      const replicas = only?.object.kind === 'Deployment' ? (only.object.spec.integerAt('replicas') ?? 1) : undefined;
      if (replicas !== 1 || more.length > 0) continue;
      const message = `${only?.object.kind} ${only?.object.name} has one pod, so that with Local one node answers for the load balancer. Run more of them.`;
      report(field, message, { severity: 'info' });
    }
  },
};
