/** POD026: a mount of a volume that the pod does not have, or a second one at the same path; the API server refuses it. */

import type { KubernetesRule } from '../../rule.ts';

const pod = (mount: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  volumes: [{name: data, emptyDir: {}}]
  containers:
    - name: web
      image: example.com/web
      volumeMounts:
        - {name: data, mountPath: /data}
        - ${mount}
`;

export const mountWithoutVolume: KubernetesRule = {
  id: 'POD026',
  model: 'kubernetes',
  severity: 'error',
  title: 'A mount of a volume that is not there, or two at one path',
  why: 'A container mounts volumes of its pod by name, each at a path of its own: the API server refuses the pod.',
  fix: 'Add the volume to the pod, or correct the name or the path of the mount.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  bad: [
    { line: 11, text: pod('{name: date, mountPath: /other}') },
    { line: 11, text: pod('{name: data, mountPath: /data}') },
  ],
  good: [pod('{name: data, mountPath: /other}')],
};
