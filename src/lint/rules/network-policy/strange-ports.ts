/**
 * Ports by number in ingress rules that none of the selected pods declares, though each declares some: a slip, a port
 * that a container does not tell of, or the port of a Service where that of the pods is meant.
 */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { PodSelection } from '../../context/pod-selection.ts';
import type { PolicyPort } from '../../context/policy-ports.ts';
import type { PolicyRuleView } from '../../context/policy-view.ts';
import type { ServicePortView, ServiceView } from '../../context/service-view.ts';

export interface StrangePort {
  readonly port: PolicyPort;
  readonly rule: PolicyRuleView;
  readonly targets: PodSelection;
  /** Ports with this number of Services over these pods, which lead to another. */
  readonly behind: readonly { readonly service: ServiceView; readonly port: ServicePortView }[];
}

export function strangePorts(context: KubernetesContext): StrangePort[] {
  return context.policies.flatMap((policy) => {
    const { selected } = policy;
    if (!selected.declaresPorts) return [];
    return policy.rulesOf('ingress').flatMap((rule) =>
      rule.ports.flatMap((port) => {
        const { first, last, name, protocol } = port;
        if (name !== undefined || first !== last || selected.hasNumber(first, protocol)) return [];
        return { port, rule, targets: selected, behind: servicePorts(port, selected, context) };
      }),
    );
  });
}

/** How many pods of a selection are asked for their Services. */
const MOST_ASKED = 20;

function servicePorts(
  { first, protocol }: PolicyPort,
  { pods }: PodSelection,
  context: KubernetesContext,
): StrangePort['behind'] {
  const services = new Set(pods.slice(0, MOST_ASKED).flatMap((pod) => context.servicesOf(pod)));
  return [...services].flatMap((service) =>
    service.ports.flatMap((port) =>
      port.port === first && port.protocol === protocol && port.targetPort !== first ? [{ service, port }] : [],
    ),
  );
}
