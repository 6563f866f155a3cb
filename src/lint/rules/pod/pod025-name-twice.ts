/** POD025: two containers or two volumes of a pod with one name; the API server refuses it. */

import type { KubernetesRule } from '../../rule.ts';

const pod = (second: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  initContainers:
    - {name: main, image: example.com/prepare}
  containers:
    - name: ${second}
      image: example.com/web
`;

export const nameTwice: KubernetesRule = {
  id: 'POD025',
  model: 'kubernetes',
  severity: 'error',
  title: 'A name that two containers or two volumes of a pod have',
  why: 'Containers, init containers among them, are told apart by their names, and so are volumes: the API server refuses the pod.',
  fix: 'Give each its own name.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container'],
  bad: [{ line: 8, text: pod('main') }],
  good: [pod('web')],
};
