/**
 * A NetworkPolicy as rules see it: the pods it selects, the directions it isolates, its rules with their fields
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */

import type { Field } from '../../kubernetes/field.ts';
import type { Direction } from '../../policy/rule.ts';
import type { LintObject } from './lint-object.ts';
import type { PodIndex } from './pod-index.ts';
import type { PodSelection } from './pod-selection.ts';
import { type Requirement, selectorRequirements } from './requirements.ts';

export interface PolicyRuleView {
  readonly direction: Direction;
  /** The item of `ingress` or `egress`. */
  readonly field: Field;
  /** The items of `from` or `to`; none means everyone. */
  readonly peers: readonly Field[];
  /** The items of `ports`; none means all. */
  readonly ports: readonly Field[];
}

export class PolicyView {
  readonly object: LintObject;
  readonly requirements: readonly Requirement[];
  /** Whether it isolates what it selects, by direction. */
  readonly isolates: Readonly<Record<Direction, boolean>>;
  readonly rules: readonly PolicyRuleView[];
  readonly #pods: PodIndex;

  constructor(object: LintObject, pods: PodIndex) {
    const { spec } = object;
    this.object = object;
    this.requirements = selectorRequirements(spec.at('podSelector'));
    const types = spec.itemsAt('policyTypes').map((type) => type.string());
    const implied = types.length === 0;
    this.isolates = {
      ingress: implied || types.includes('Ingress'),
      egress: types.includes('Egress') || (implied && spec.itemsAt('egress').length > 0),
    };
    this.rules = [...readRules(spec, 'ingress', 'from'), ...readRules(spec, 'egress', 'to')];
    this.#pods = pods;
  }

  /** Pods of its namespace, those with their node's network among them, whom no policy is known to hold. */
  get selected(): PodSelection {
    return this.#pods.select(this.object.namespace, this.requirements);
  }

  rulesOf(direction: Direction): readonly PolicyRuleView[] {
    return this.rules.filter((rule) => rule.direction === direction);
  }
}

function readRules(spec: Field, direction: Direction, ends: 'from' | 'to'): PolicyRuleView[] {
  return spec
    .itemsAt(direction)
    .map((field) => ({ direction, field, peers: field.itemsAt(ends), ports: field.itemsAt('ports') }));
}
