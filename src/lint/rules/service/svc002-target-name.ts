/** SVC002: a Service leads to a port by a name that no pod has. */

import { formatDeclared } from '../../context/pod-selection.ts';
import { setTo } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, service } from '../fragments.ts';

const example = (target: string) =>
  manifests(
    deployment({ name: 'web', ports: '[{name: http, containerPort: 8080}]' }),
    service('web', `selector: {app: web}\nports:\n  - port: 80\n    targetPort: ${target}\n`),
  );

export const targetName: KubernetesRule = {
  id: 'SVC002',
  model: 'kubernetes',
  severity: 'error',
  title: 'A target port has a name that no selected pod declares',
  why: 'A name is looked up in the ports of each pod. Where it is not found the pod is no endpoint of that port, and connections are refused.',
  fix: 'Name the port as a container of the pods names it, or write its number.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  bad: [{ line: 23, text: example('web') }],
  good: [example('http'), example('8080')],
  check({ services, near }, report) {
    for (const { ports, selected } of services.values()) {
      if (selected.isEmpty) continue;
      for (const { field, targetPort, protocol } of ports) {
        if (typeof targetPort !== 'string' || /^\d+$/.test(targetPort)) continue;
        // Under another protocol it is SVC004.
        if (selected.protocolsOf(targetPort).length > 0) continue;
        const { declared } = selected;
        const names = declared.flatMap((port) => port.name ?? []);
        const meant =
          near.find(targetPort, names) ?? (names.length === 1 && declared.length === 1 ? names[0] : undefined);
        const known = declared.length > 0 ? `; they declare ${formatDeclared(declared)}` : '';
        const at = field.at('targetPort');
        report(
          at,
          `No selected pod has a ${protocol} port named ${targetPort}${known}. Use a name or number of theirs.`,
          {
            ...(meant === undefined ? {} : setTo(at, meant)),
          },
        );
      }
    }
  },
};
