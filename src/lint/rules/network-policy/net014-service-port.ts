/** NET014: a rule with the port of a Service, where policies see that of the pods. */

import type { Protocol } from '../../../algebra/connection-set.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { PodSelection } from '../../context/pod-selection.ts';
import { coversPort } from '../../context/policy-ports.ts';
import type { PolicyRuleView } from '../../context/policy-view.ts';
import type { ServicePortView } from '../../context/service-view.ts';
import { setTo } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy, service } from '../fragments.ts';
import { strangePorts } from './strange-ports.ts';

const example = (port: number) =>
  manifests(
    deployment({ name: 'api' }),
    service('api', 'selector: {app: api}\nports: [{port: 80, targetPort: 8080}]\n'),
    policy('api', `podSelector: {matchLabels: {app: api}}\ningress:\n  - ports:\n      - port: ${port}\n`),
  );

export const servicePort: KubernetesRule = {
  id: 'NET014',
  model: 'kubernetes',
  severity: 'error',
  title: 'A rule has the port of a Service, not that of the pods',
  why: 'Policies are about the pods, behind the translation of the Service: the rule opens a port where nothing listens, and clients of the Service are kept out.',
  fix: 'Write the targetPort of the Service.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource'],
  bad: [{ line: 30, text: example(80) }],
  good: [example(8080)],
  check(context, report) {
    for (const { port, rule, targets, behind } of strangePorts(context)) {
      const [{ service, port: opened } = {}] = behind;
      if (!service || !opened) continue;
      const number = numberOf(opened, targets);
      if (number === undefined || isOpened({ rule, targets, number, protocol: port.protocol }, context)) continue;
      const at = port.field.at('port');
      report(
        at,
        `${port.first} is the port of Service ${service.object.name}, which leads to ${opened.targetPort} of the pods, and policies are about the pods. Write ${number}.`,
        setTo(at, number),
      );
    }
  },
};

function numberOf({ targetPort, protocol }: ServicePortView, { declared }: PodSelection): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  return declared.find((port) => port.name === targetPort && port.protocol === protocol)?.port;
}

interface Opened {
  readonly rule: PolicyRuleView;
  readonly targets: PodSelection;
  readonly number: number;
  readonly protocol: Protocol;
}

/** Whether the same peers may connect to the port of the pods by this rule, or by another. */
function isOpened({ rule, targets, number, protocol }: Opened, { isolation }: KubernetesContext): boolean {
  const [pod] = targets.pods;
  const policies = pod ? isolation.of(pod, 'ingress') : [];
  return policies
    .flatMap((policy) => policy.rulesOf('ingress'))
    .filter(({ isAnyPort, ports }) => isAnyPort || coversPort(ports, number, protocol))
    .some(({ isAnyone, ends }) => isAnyone || JSON.stringify(ends.value) === JSON.stringify(rule.ends.value));
}
