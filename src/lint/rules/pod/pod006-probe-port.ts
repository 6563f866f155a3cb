/** POD006: a probe of a port that its container does not declare. */

import type { Field } from '../../../kubernetes/field.ts';
import { formatDeclared } from '../../context/pod-selection.ts';
import type { DeclaredPort } from '../../context/pod-template.ts';
import type { KubernetesRule, Report } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (port: string) =>
  pod('web', '', `ports: [{name: http, containerPort: 8080}]\nreadinessProbe:\n  httpGet: {path: /, port: ${port}}\n`);

const PROBES: readonly string[] = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const ACTIONS: readonly string[] = ['httpGet', 'tcpSocket', 'grpc'];

export const probePort: KubernetesRule = {
  id: 'POD006',
  model: 'kubernetes',
  severity: 'error',
  title: 'A probe asks a port that its container does not declare',
  why: 'A name that is not among the ports of the container fails the probe every time: the container is restarted, or never gets ready. A number may be right all the same.',
  fix: 'Write the name or the number of a port of the container.',
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  ],
  bad: [
    { line: 10, text: example('web') },
    { line: 10, severity: 'info', text: example('9090') },
  ],
  good: [example('http'), example('8080')],
  check({ pods }, report) {
    for (const { containers, ports } of pods.templates) {
      for (const container of containers) {
        const own = ports.filter((port) => port.container === container);
        for (const probe of PROBES)
          for (const action of ACTIONS) checkPort(container.at(probe).at(action).at('port'), own, report);
      }
    }
  },
};

function checkPort(field: Field, own: readonly DeclaredPort[], report: Report): void {
  const { value } = field;
  const known = own.length > 0 ? `; it declares ${formatDeclared(own)}` : '';
  if (typeof value === 'string' && !/^\d+$/.test(value)) {
    const named = own.find(({ name }) => name === value);
    if (!named) report(field, `The container has no port named ${value}${known}. Use a name or number of its own.`);
    else if (named.protocol !== 'TCP') {
      report(field, `Port ${value} is declared for ${named.protocol}, and probes connect over TCP.`, {
        severity: 'warning',
      });
    }
  } else if (
    typeof value === 'number' &&
    own.length > 0 &&
    !own.some(({ port, protocol }) => port === value && protocol === 'TCP')
  ) {
    report(field, `The container does not declare TCP port ${value}${known}.`, { severity: 'info' });
  }
}
