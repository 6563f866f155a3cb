/**
 * Monitors of the Prometheus operator as rules see them
 * (https://prometheus-operator.dev/docs/api-reference/api/): which namespaces they look in, and what they select there.
 */

import type { Field } from '../../kubernetes/field.ts';
import { pushTo } from '../../util/ordering.ts';
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
  readonly #byLabel = new Map<string, ServiceView[]>();

  constructor({ services }: KubernetesContext) {
    this.#all = [...services.values()];
    for (const service of this.#all) {
      service.object.labels.forEach((value, key) => {
        pushTo(this.#byLabel, `${key}=${value}`, service);
      });
    }
  }

  /** In the namespaces, or in all of them. */
  select(requirements: readonly Requirement[], namespaces?: readonly string[]): ServiceView[] {
    const [first] = requirements.filter(({ operator, values }) => operator === 'In' && values.length === 1);
    const candidates = first ? (this.#byLabel.get(`${first.key}=${first.values[0]}`) ?? []) : this.#all;
    return candidates.filter(
      ({ object }) => (namespaces?.includes(object.namespace) ?? true) && meetsAll(object.labels, requirements),
    );
  }

  /** A Service of the namespaces whose label is a slip of what is asked for. */
  near(
    { near }: KubernetesContext,
    [only, ...more]: readonly Requirement[],
    namespaces: readonly string[] | undefined,
  ): ServiceView | undefined {
    const [wanted, ...others] = only?.operator === 'In' ? only.values : [];
    if (!only || more.length > 0 || wanted === undefined || others.length > 0) return undefined;
    return this.#all.find(({ object }) => {
      const has = object.labels.get(only.key);
      return (namespaces?.includes(object.namespace) ?? true) && has !== undefined && near.isSlip(wanted, has);
    });
  }
}
