/**
 * Monitors of the Prometheus operator as rules see them
 * (https://prometheus-operator.dev/docs/api-reference/api/): which namespaces they look in, and what they select there.
 */

import type { Field } from '../../kubernetes/field.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
import type { LintObject } from './lint-object.ts';
import { meetsAll, type Requirement, selectorRequirements } from './requirements.ts';
import type { ServiceView } from './service-view.ts';

export const MONITORING = 'monitoring.coreos.com';

export interface Monitor {
  readonly object: LintObject;
  readonly requirements: readonly Requirement[];
  /** Undefined: every namespace. */
  readonly namespaces: readonly string[] | undefined;
  /** The items of `endpoints` or `podMetricsEndpoints`. */
  readonly endpoints: readonly Field[];
}

export function monitorsOf(context: KubernetesContext, kind: 'ServiceMonitor' | 'PodMonitor'): Monitor[] {
  return context
    .ofKind(kind)
    .filter(({ group }) => group === MONITORING)
    .map((object) => ({
      object,
      requirements: selectorRequirements(object.spec.at('selector')),
      namespaces: namespacesOf(object),
      endpoints: object.spec.itemsAt(kind === 'ServiceMonitor' ? 'endpoints' : 'podMetricsEndpoints'),
    }));
}

/** Its own namespace where nothing is said. */
function namespacesOf({ spec, namespace }: LintObject): string[] | undefined {
  const selector = spec.at('namespaceSelector');
  if (selector.at('any').value === true) return undefined;
  const names = selector.itemsAt('matchNames').flatMap((name) => name.string() ?? []);
  return names.length > 0 ? names : [namespace];
}

/** Services by their own labels. */
export class ServicesByLabel {
  readonly #all: readonly ServiceView[];
  /** By key and value. */
  readonly #values = new Map<string, Map<string, ServiceView[]>>();

  constructor({ services }: KubernetesContext) {
    this.#all = [...services.values()];
    for (const service of this.#all) {
      service.object.labels.forEach((value, key) => {
        pushTo(
          entryOf(this.#values, key, () => new Map()),
          value,
          service,
        );
      });
    }
  }

  /** In the namespaces, or in all of them. */
  select(requirements: readonly Requirement[], namespaces?: readonly string[]): ServiceView[] {
    const [first] = requirements.filter(({ operator, values }) => operator === 'In' && values.length === 1);
    const candidates = first ? (this.#values.get(first.key)?.get(first.values[0] ?? '') ?? []) : this.#all;
    return candidates.filter(
      ({ object }) => (namespaces?.includes(object.namespace) ?? true) && meetsAll(object.labels, requirements),
    );
  }

  /** A Service of the namespaces whose label is a slip of what is asked for. */
  near({ near }: KubernetesContext, { requirements: [only, ...more], namespaces }: Monitor): ServiceView | undefined {
    const [wanted, ...others] = only?.operator === 'In' ? only.values : [];
    if (!only || more.length > 0 || wanted === undefined || others.length > 0) return undefined;
    const values = this.#values.get(only.key) ?? new Map<string, ServiceView[]>();
    const slip = near.find(wanted, values.keys());
    const found = slip === undefined ? [] : (values.get(slip) ?? []);
    return found.find(({ object }) => namespaces?.includes(object.namespace) ?? true);
  }
}
