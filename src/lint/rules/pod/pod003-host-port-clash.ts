/** POD003: pods that cannot run on one node, for they want the same port of it. */

import type { PodTemplate } from '../../context/pod-template.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment } from '../fragments.ts';

const example = (replicas: number) =>
  deployment({ name: 'web', replicas, ports: '[{containerPort: 8080, hostPort: 8080}]' });

export const hostPortClash: KubernetesRule = {
  id: 'POD003',
  model: 'kubernetes',
  severity: 'error',
  title: 'Ports of the node that two containers or two pods want',
  why: 'Of one pod the API server refuses it; of several pods each needs a node of its own, and those beyond the nodes stay pending.',
  fix: 'Remove hostPort and use a Service, or run one pod of it on each node as a DaemonSet.',
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/#services'],
  bad: [{ line: 15, severity: 'warning', text: example(3) }],
  good: [example(1)],
  check({ pods }, report) {
    const onEveryNode = new Map<string, PodTemplate>();
    for (const pod of pods.templates) {
      const { kind, spec } = pod.object;
      const replicas = kind === 'DaemonSet' || kind === 'Pod' ? 1 : (spec.integerAt('replicas') ?? 1);
      for (const { field, protocol } of pod.hostNetwork ? [] : pod.ports) {
        const hostPort = field.integerAt('hostPort') ?? 0;
        if (hostPort <= 0) continue;
        const place = field.at('hostPort');
        if (replicas > 1) {
          report(
            place,
            `Each of ${replicas} pods takes port ${hostPort} of its node, so that each needs a node of its own. Use a Service.`,
            { severity: 'warning' },
          );
        }
        if (kind !== 'DaemonSet') continue;
        const key = `${field.stringAt('hostIP') ?? ''} ${hostPort}/${protocol}`;
        const first = onEveryNode.get(key);
        onEveryNode.set(key, first ?? pod);
        if (!first || first === pod) continue;
        report(place, `DaemonSet ${first.object.name} takes port ${hostPort} of every node already. Choose another.`, {
          severity: 'warning',
        });
      }
    }
  },
};
