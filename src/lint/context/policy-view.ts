/**
 * A NetworkPolicy as rules see it: the pods it selects, the directions it isolates, its rules with their fields
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */

import type { Field } from '../../kubernetes/field.ts';
import type { Direction } from '../../policy/rule.ts';
import type { LintObject } from './lint-object.ts';
import { type PeerSpace, type PeerView, peerView } from './peer-view.ts';
import type { PodIndex } from './pod-index.ts';
import type { PodSelection } from './pod-selection.ts';
import { type PolicyPort, policyPorts } from './policy-ports.ts';
import { type Requirement, selectorRequirements } from './requirements.ts';

export interface PolicyRuleView {
  readonly direction: Direction;
  /** The item of `ingress` or `egress`. */
  readonly field: Field;
  /** The field `from` or `to`. */
  readonly ends: Field;
  /** The items of `from` or `to`; none of them means everyone. Those that cannot be read are left out. */
  readonly peers: readonly PeerView[];
  /** Whether everyone is meant. */
  readonly isAnyone: boolean;
  /** None means all ports; those that cannot be read are left out. */
  readonly ports: readonly PolicyPort[];
  /** Whether all ports are meant. */
  readonly isAnyPort: boolean;
}

export class PolicyView {
  readonly object: LintObject;
  readonly requirements: readonly Requirement[];
  /** Whether it isolates what it selects, by direction. */
  readonly isolates: Readonly<Record<Direction, boolean>>;
  readonly rules: readonly PolicyRuleView[];
  readonly #pods: PodIndex;

  constructor(object: LintObject, space: PeerSpace) {
    const { spec } = object;
    this.object = object;
    this.requirements = selectorRequirements(spec.at('podSelector'));
    const types = spec.itemsAt('policyTypes').map((type) => type.string());
    const implied = types.length === 0;
    this.isolates = {
      ingress: implied || types.includes('Ingress'),
      egress: types.includes('Egress') || (implied && spec.itemsAt('egress').length > 0),
    };
    const read = (direction: Direction, ends: 'from' | 'to') =>
      spec.itemsAt(direction).map((field) => readRule(field, { direction, ends, home: object.namespace, space }));
    this.rules = [...read('ingress', 'from'), ...read('egress', 'to')];
    this.#pods = space.pods;
  }

  /** Pods of its namespace, those with their node's network among them, whom no policy is known to hold. */
  get selected(): PodSelection {
    return this.#pods.select(this.object.namespace, this.requirements);
  }

  rulesOf(direction: Direction): readonly PolicyRuleView[] {
    return this.rules.filter((rule) => rule.direction === direction);
  }
}

interface RuleContext {
  readonly direction: Direction;
  readonly ends: 'from' | 'to';
  readonly home: string;
  readonly space: PeerSpace;
}

function readRule(field: Field, { direction, ends: key, home, space }: RuleContext): PolicyRuleView {
  const ends = field.at(key);
  const [peers, ports] = [ends.items(), field.itemsAt('ports')];
  return {
    direction,
    field,
    ends,
    peers: peers.flatMap((peer) => peerView(peer, home, space) ?? []),
    isAnyone: peers.length === 0,
    ports: policyPorts(ports),
    isAnyPort: ports.length === 0,
  };
}
