/** SVC001: a Service whose selector selects no pod. */

import { formatNearPods } from '../../context/near-pods.ts';
import { formatRequirements, requirementsOf } from '../../context/requirements.ts';
import { slipFix } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (app: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - {name: web, image: example.com/web, ports: [{containerPort: 8080}]}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: ${app}
  ports: [{port: 80, targetPort: 8080}]
`;

export const selectsNoPod: KubernetesRule = {
  id: 'SVC001',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Service selects no pod',
  why: 'The Service has no endpoints: its name resolves, and every connection to it is refused or times out.',
  fix: 'Make the selector say what the labels of the pod template say; every pair of the selector must be among them, in the same namespace.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  bad: [{ line: 20, text: manifests('webb') }],
  good: [manifests('web')],
  check({ services, nearPods }, report) {
    for (const { object, selector, selected, type } of services.values()) {
      if (type === 'ExternalName' || selector.size === 0 || !selected.isEmpty) continue;
      const requirements = requirementsOf(selector);
      const near = nearPods.find(object.namespace, requirements);
      const hint = near ? `: ${formatNearPods(near)}` : '';
      report(
        object.spec.at('selector'),
        `No pod of namespace ${object.namespace} has ${formatRequirements(requirements)}${hint}. Change the selector, or the labels of the pod template.`,
        { absent: near === undefined, ...slipFix(near, object.spec.at('selector')) },
      );
    }
  },
};
