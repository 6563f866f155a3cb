/** SVC022: a database, or a way to administer, that is open beyond the cluster. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { isPublic } from '../../context/load-balancer.ts';
import { SENSITIVE_PORTS } from '../../context/sensitive-ports.ts';
import type { ServicePortView, ServiceView } from '../../context/service-view.ts';
import type { KubernetesRule, Report } from '../../rule.ts';
import { deployment, manifests, service } from '../fragments.ts';

const SSH = 22;
const example = (type: string) =>
  manifests(
    deployment({ name: 'db', ports: '[{containerPort: 5432}]' }),
    service('db', `type: ${type}\nselector: {app: db}\nports:\n  - port: 5432\n`),
  );

export const sensitivePort: KubernetesRule = {
  id: 'SVC022',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A database or a way to administer is open beyond the cluster',
  why: 'Such ports are scanned for all over the internet within minutes, and what listens there trusts whoever it can be reached by.',
  fix: 'Make the Service a ClusterIP, and reach it through a tunnel (kubectl port-forward) or a private load balancer with source ranges.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types'],
  bad: [{ line: 20, text: example('LoadBalancer') }],
  good: [example('ClusterIP')],
  check(context, report) {
    for (const service of context.services.values()) {
      const isOpen = service.type === 'NodePort' || (service.type === 'LoadBalancer' && isPublic(service));
      if (isOpen) for (const port of service.ports) checkPort(service, port, report);
    }
    checkSsh(context, report);
  },
};

function checkPort({ object, type, selected }: ServiceView, port: ServicePortView, report: Report): void {
  if (port.protocol !== 'TCP') return;
  const targets = [port.port, ...numbersOf(port, selected.declared)];
  const number = targets.find((target) => SENSITIVE_PORTS.has(target));
  if (number === undefined) return;
  report(
    object.spec.at('type'),
    `Port ${number}, that of ${SENSITIVE_PORTS.get(number)}, is open beyond the cluster by type ${type}. Use ClusterIP.`,
  );
}

function numbersOf({ targetPort, protocol }: ServicePortView, declared: ServiceView['selected']['declared']): number[] {
  if (typeof targetPort === 'number') return [targetPort];
  return declared.flatMap((port) => (port.name === targetPort && port.protocol === protocol ? [port.port] : []));
}

/** A container that is logged in to is worth a note wherever it can be reached from. */
function checkSsh({ pods }: KubernetesContext, report: Report): void {
  for (const { ports } of pods.templates) {
    for (const { port, protocol, field } of ports) {
      if (port !== SSH || protocol !== 'TCP') continue;
      const message =
        'A container listens for SSH. Use kubectl exec, which asks the API server who may, and remove the port.';
      report(field.at('containerPort'), message, { severity: 'info' });
    }
  }
}
