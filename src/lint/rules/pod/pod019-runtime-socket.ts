/** POD019: a pod with the socket of the container runtime. */

import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (path: string) => pod('web', `volumes:\n  - {name: host, hostPath: {path: ${path}}}\n`);

const SOCKET = /(?:^|\/)(?:docker|containerd|crio|cri-dockerd|podman|dockershim)\.sock\/?$/;

export const runtimeSocket: KubernetesRule = {
  id: 'POD019',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A pod has the socket of the container runtime',
  why: 'Whoever speaks to it starts containers of any kind on the node, with all its files and its network.',
  fix: 'Do without the socket: the API of Kubernetes, and builders that need no runtime, do most of what it is used for.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  bad: [{ line: 6, text: example('/var/run/docker.sock') }],
  good: [example('/var/log')],
  check({ pods }, report) {
    for (const { spec } of pods.templates) {
      for (const volume of spec.itemsAt('volumes')) {
        const path = volume.at('hostPath').at('path');
        if (!SOCKET.test(path.string() ?? '')) continue;
        report(path, `These pods have ${path.string()}: whoever is in them rules the node. Do without it.`);
      }
    }
  },
};
