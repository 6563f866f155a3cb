/** How a pair of a Docker host exchanges what it may: the entries that let it, with the network or the port of the host. */

import { type ConnectionSet, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Observer } from '../engine/decide.ts';
import type { Reach } from '../engine/reach.ts';
import { type DockerWorld, dialledAt, networkOf } from '../policy/dialects/docker-network/index.ts';
import type { Direction, Policy } from '../policy/rule.ts';
import { endpointAt } from './resolve-end.ts';
import type { UsedWay } from './ways.ts';
import type { Manner } from './world.ts';

interface Opened {
  readonly policy: Policy;
  readonly points: ConnectionSet;
}

export class HostWays {
  readonly #network: Pick<DockerWorld, 'bindings' | 'hostAddress'>;

  constructor(network: Pick<DockerWorld, 'bindings' | 'hostAddress'>) {
    this.#network = network;
  }

  /** By one manner; one for each entry that surely opens something. */
  of({ reach, via }: Manner, from: number, to: number): UsedWay[] {
    const { allow } = reach.between(from, to);
    if (isEmpty(allow) || via === undefined) return [];
    // Nothing in the files opens what lies beyond them: there, the way out says how.
    const side = endpointAt(reach, to)?.beyond === undefined ? 'ingress' : 'egress';
    return openings(reach, { from, to, side }).flatMap(({ policy, points }): UsedWay[] => {
      const open = intersect(points, allow);
      if (isEmpty(open)) return [];
      const { kind, namespace, name, origin } = policy;
      const at = dialledAt(policy, via, this.#network);
      const network = networkOf(policy);
      return [
        {
          via,
          ...(at === undefined ? {} : { at }),
          ...(network === undefined ? {} : { network }),
          allow: open,
          by: { kind, namespace, name, origin },
        },
      ];
    });
  }
}

/** What surely lets something through on one side, each entry once. */
function openings(
  reach: Reach,
  { from, to, side }: { readonly from: number; readonly to: number; readonly side: Direction },
): Opened[] {
  const found: Opened[] = [];
  const listens: Observer = {
    rule({ rule, policy }, points, sure) {
      if (sure && rule.action === 'allow') found.push({ policy, points });
    },
    end() {},
    rest() {},
  };
  const deaf: Observer = { rule() {}, end() {}, rest() {} };
  reach.trace(from, to, (direction) => (direction === side ? listens : deaf));
  return found;
}
