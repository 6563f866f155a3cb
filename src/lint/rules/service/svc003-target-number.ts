/** SVC003: a Service leads to a port number that no selected pod declares. */

import { formatDeclared } from '../../context/pod-selection.ts';
import { setTo } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, service } from '../fragments.ts';

const example = (target: number) =>
  manifests(
    deployment({ name: 'web' }),
    service('web', `selector: {app: web}\nports:\n  - port: 80\n    targetPort: ${target}\n`),
  );

export const targetNumber: KubernetesRule = {
  id: 'SVC003',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A target port has a number that no selected pod declares',
  why: 'The Service routes to it all the same, and the connection is refused unless a process of the pods listens there without saying so.',
  fix: 'Lead to the port the containers declare, or declare the one they listen on.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  bad: [{ line: 23, text: example(8081) }],
  good: [example(8080)],
  check({ services }, report) {
    for (const { ports, selected } of services.values()) {
      // Of pods that declare no port, nothing is known.
      if (!selected.declaresPorts) continue;
      for (const { field, targetPort } of ports) {
        if (typeof targetPort !== 'number' || selected.protocolsOf(targetPort).length > 0) continue;
        const { declared } = selected;
        const [only, ...more] = declared;
        const written = field.at('targetPort');
        report(
          written.absent ? field.at('port') : written,
          `No selected pod declares port ${targetPort}; they declare ${formatDeclared(declared)}. Lead to one of these, or declare it.`,
          only && more.length === 0 && !written.absent ? setTo(written, only.port) : {},
        );
      }
    }
  },
};
