/** SVC004: a Service leads to a port that the pods declare under another protocol. */

import { setTo, withEntry } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, service } from '../fragments.ts';

const example = (protocol: string) =>
  manifests(
    deployment({ name: 'dns', ports: '[{containerPort: 53, protocol: UDP}]' }),
    service('dns', `selector: {app: dns}\nports:\n  - port: 53\n    protocol: ${protocol}\n`),
  );

export const protocolMismatch: KubernetesRule = {
  id: 'SVC004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A port of a Service has another protocol than the pods declare',
  why: 'A port named so is not found under the other protocol; a number is routed, to where nothing listens.',
  fix: 'Write the protocol the containers declare. It is TCP where nothing is written.',
  references: ['https://kubernetes.io/docs/reference/networking/service-protocols/'],
  bad: [{ line: 23, text: example('TCP') }],
  good: [example('UDP')],
  check({ services }, report) {
    for (const { ports, selected } of services.values()) {
      if (!selected.declaresPorts) continue;
      for (const { field, targetPort, protocol } of ports) {
        const protocols = selected.protocolsOf(targetPort);
        const [other] = protocols;
        if (other === undefined || protocols.includes(protocol)) continue;
        const written = field.at('protocol');
        report(
          written.absent ? field.at('port') : written,
          `The selected pods declare port ${targetPort} for ${protocols.join(' and ')}, not ${protocol}. Write protocol: ${other}.`,
          written.absent ? withEntry(field, 'protocol', other) : setTo(written, other),
        );
      }
    }
  },
};
