/** NET026: a Service in front of pods that policies let nobody connect to, at its port. */

import { intersect, isEmpty, NONE, portRange } from '../../../algebra/connection-set.ts';
import { portsAt } from '../../../engine/port-names.ts';
import type { Reach } from '../../../engine/reach.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { coversPort } from '../../context/policy-ports.ts';
import { ReachNodes } from '../../context/reach-nodes.ts';
import type { ServicePortView, ServiceView } from '../../context/service-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy, service } from '../fragments.ts';

const example = (port: number) =>
  manifests(
    deployment({ name: 'api' }),
    service('api', 'selector: {app: api}\nports:\n  - port: 80\n    targetPort: 8080\n'),
    policy(
      'api',
      `podSelector: {matchLabels: {app: api}}\ningress: [{from: [{podSelector: {}}], ports: [{port: ${port}}]}]\n`,
    ),
  );

export const serviceBlocked: KubernetesRule = {
  id: 'NET026',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Policies let nobody reach a Service at its port',
  why: 'The Service says that somebody is to connect, and the policies of its pods say that nobody may: every connection times out.',
  fix: 'Let an ingress rule of the policies open the port of the pods to whoever uses the Service, or remove the port.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  bad: [{ line: 22, text: example(9090) }],
  good: [example(8080)],
  check(context, report) {
    if (context.policies.length === 0) return;
    const { reach } = context.reach;
    const nodes = new ReachNodes(reach);
    for (const service of context.services.values()) {
      const members = service.selected.pods.flatMap((pod) => nodes.of(pod));
      if (members.length === 0 || !members.every((node) => reach.isolated(node, 'ingress'))) continue;
      for (const port of service.ports) {
        if (isPortOfService(port, service, context) || !members.every((node) => isClosed(node, port, { reach, nodes })))
          continue;
        const policies = [...reach.selectedBy(members[0] ?? -1, 'ingress')].map(({ name }) => name).join(', ');
        report(
          port.field,
          `Nobody may reach the pods of Service ${service.object.name} at ${port.targetPort}: they are selected by ${policies}, and no rule opens it. Open it to whoever uses the Service.`,
        );
      }
    }
  },
};

interface Asked {
  readonly reach: Reach;
  readonly nodes: ReachNodes;
}

function isClosed(node: number, { targetPort, protocol }: ServicePortView, { reach, nodes }: Asked): boolean {
  const spec =
    typeof targetPort === 'number'
      ? { numbers: portRange(protocol, targetPort, targetPort), names: [] }
      : { numbers: NONE, names: [{ name: targetPort, protocol }] };
  const ports = portsAt(spec, reach.nodes[node]);
  // A name that no pod has leads nowhere, which is SVC002.
  return !isEmpty(ports) && isEmpty(intersect(nodes.admittedAt(node), ports));
}

/** Whether a rule opens the port of the Service in place of that of the pods, which is NET014. */
function isPortOfService(
  { port, protocol }: ServicePortView,
  { selected }: ServiceView,
  { isolation }: KubernetesContext,
): boolean {
  const [pod] = selected.pods;
  const policies = pod ? isolation.of(pod, 'ingress') : [];
  return policies.some((policy) =>
    policy.rulesOf('ingress').some(({ ports, isAnyPort }) => !isAnyPort && coversPort(ports, port, protocol)),
  );
}
