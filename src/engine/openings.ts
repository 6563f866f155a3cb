/** What openings lead to, as verdicts: nothing but the ports they name, at the nodes they mean. */

import { type ConnectionSet, NONE } from '../algebra/connection-set.ts';
import type { Peer } from '../policy/rule.ts';
import type { Match } from '../policy/selector.ts';
import type { Opening } from '../policy/way.ts';
import type { Classes } from './classes.ts';
import type { Verdict } from './decide.ts';
import type { Memberships } from './membership.ts';
import type { Node } from './node.ts';
import { type Membership, membershipOf } from './node-set.ts';
import { portsAt } from './port-names.ts';
import type { PortSets } from './port-sets.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';

const NOTHING: Verdict = { must: NONE, may: NONE };

export class Targets {
  readonly #nodes: readonly Node[];
  readonly #memberships: Memberships;

  constructor(nodes: readonly Node[], memberships: Memberships) {
    this.#nodes = nodes;
    this.#memberships = memberships;
  }

  /**
   * Who a target surely and possibly is. An address that was written down as an endpoint is most often outside the
   * cluster: it means a pod only where the pod is shown to have it.
   */
  members(target: Peer): Membership {
    const { sure, maybe } = this.#memberships.ofPeer(target);
    return maybe && target.kind !== 'addresses' ? { sure, maybe } : { sure };
  }

  match(target: Peer, node: number): Match {
    return membershipOf(this.members(target), node);
  }

  /** What an opening leads to at a node; nothing where it does not lead there. */
  opened(opening: Opening, node: number): Verdict {
    const match = this.match(opening.to, node);
    if (match === 'no') return NOTHING;
    const may: ConnectionSet = portsAt(opening.ports, this.#nodes[node]);
    return { must: match === 'yes' ? may : NONE, may };
  }

  /** What some openings lead to together, by destination class. */
  byClass(openings: readonly Opening[], { classOf, members }: Classes, algebra: Algebra): Map<number, VerdictId> {
    const { ports, verdicts } = algebra;
    const found = new Map<number, VerdictId>();
    const scratch = new Int32Array(this.#nodes.length);
    for (const opening of openings) {
      const { sure, maybe } = this.members(opening.to);
      for (const set of maybe ? [sure, maybe] : [sure]) {
        const count = set.read(scratch);
        for (const node of scratch.subarray(0, count)) {
          const id = classOf[node] as number;
          if (members[id]?.[0] !== node || this.#nodes[node]?.kind !== 'endpoint') continue;
          const { must, may } = this.opened(opening, node);
          const verdict = verdicts.of(ports.of(must), ports.of(may));
          found.set(id, verdicts.join(found.get(id) ?? CLOSED, verdict));
        }
      }
    }
    return found;
  }
}

interface Algebra {
  readonly ports: PortSets;
  readonly verdicts: Verdicts;
}
