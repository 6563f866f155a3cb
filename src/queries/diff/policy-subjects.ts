/**
 * Whom the policies that differ are about, on one side. Most are about a handful of workloads, and are found from
 * there; the others are asked one by one.
 */

import { type Membership, membershipOf } from '../../engine/node-set.ts';
import type { Reach } from '../../engine/reach.ts';
import type { Direction, Policy } from '../../policy/rule.ts';
import { pushTo } from '../../util/ordering.ts';
import { endpointsOf, selections } from '../selections.ts';
import type { CauseSide } from './cause.ts';
import type { PolicyVersions } from './policy-versions.ts';

interface Subject {
  readonly members: Membership;
  readonly versions: Set<PolicyVersions>;
}

/** A handful. */
const FEW = 64;

export class PolicySubjects {
  readonly #reach: Reach;
  readonly #byNode: Readonly<Record<Direction, Map<number, Subject[]>>> = { ingress: new Map(), egress: new Map() };
  readonly #broad: Readonly<Record<Direction, Subject[]>> = { ingress: [], egress: [] };
  readonly #known = new Map<string, readonly PolicyVersions[]>();

  constructor({ reach, stack }: CauseSide, versions: ReadonlyMap<Policy, PolicyVersions>) {
    this.#reach = reach;
    const subjects = { ingress: new Map<Membership, Subject>(), egress: new Map<Membership, Subject>() };
    for (const { policy, direction, subject: selector } of selections(stack)) {
      const differing = versions.get(policy);
      if (!differing) continue;
      const members = reach.membershipOf({ kind: 'endpoints', selector });
      const subject = subjects[direction].get(members) ?? { members, versions: new Set() };
      subject.versions.add(differing);
      subjects[direction].set(members, subject);
    }
    for (const direction of ['ingress', 'egress'] as const) {
      for (const subject of subjects[direction].values()) this.#add(direction, subject);
    }
  }

  #add(direction: Direction, subject: Subject): void {
    const { sure, maybe } = subject.members;
    if (sure.size + (maybe?.size ?? 0) > FEW) this.#broad[direction].push(subject);
    else for (const node of endpointsOf(this.#reach, subject.members)) pushTo(this.#byNode[direction], node, subject);
  }

  /** Those that have a say about a node, surely or possibly. */
  of(node: number, direction: Direction): readonly PolicyVersions[] {
    const { nodes, sources, destinations } = this.#reach;
    if (nodes[node]?.kind !== 'endpoint') return [];
    // Nodes of one block have the same policies.
    const { subjects } = direction === 'egress' ? sources : destinations;
    const key = `${direction} ${subjects.of[node]}`;
    const known = this.#known.get(key);
    if (known) return known;
    const broad = this.#broad[direction].filter(({ members }) => membershipOf(members, node) !== 'no');
    const found = [...(this.#byNode[direction].get(node) ?? []), ...broad];
    const distinct = [...new Set(found.flatMap(({ versions }) => [...versions]))];
    this.#known.set(key, distinct);
    return distinct;
  }
}
