/**
 * A pod that no file declares, of which nothing is known but a selector it meets, as the rules of others see it: a
 * rule counts when its selector is implied. Policies that might select that pod itself are left aside: what is asked
 * is what a workload of the bundle lets in or out.
 */

import { type ConnectionSet, equal, intersect, MAX_PORT, NONE, portRange } from '../algebra/connection-set.ts';
import type { Counterpart } from '../engine/decide.ts';
import { mayHoldEndpoint, type Node } from '../engine/node.ts';
import { portsAt } from '../engine/port-names.ts';
import { implication } from '../policy/implication.ts';
import type { Peer, PortName, PortSpec, Rule } from '../policy/rule.ts';
import type { Match, Selector } from '../policy/selector.ts';

export class HypotheticalPod {
  readonly #implies: (asked: Selector) => boolean;
  readonly #met = new Map<string, boolean>();

  constructor(known: Selector) {
    this.#implies = implication(known);
  }

  /** Whether it is sure to meet a selector. */
  meets(asked: Selector): boolean {
    const known = this.#met.get(asked.text);
    if (known !== undefined) return known;
    const met = this.#implies(asked);
    this.#met.set(asked.text, met);
    return met;
  }

  /** `destination`: where the connection ends; undefined is this pod, whose port names nobody knows. */
  asPeer(destination: Node | undefined): Counterpart {
    return {
      match: ({ rule }) => this.#matchRule(rule),
      ports: ({ rule }) => portsAt(rule.ports, destination),
    };
  }

  /**
   * The same with one packet of packet space, to the port that this pod calls by a name. A rule about numbers counts
   * only where it covers every port of the protocol: which number the name has is not known.
   */
  asNamedPort(port: PortName): Counterpart {
    return {
      match: ({ rule }) => this.#matchRule(rule),
      ports: ({ rule }) => (covers(rule.ports, port) ? symbolOf(port) : NONE),
    };
  }

  /** A rule's peers are united: the surest match counts. */
  #matchRule({ peers }: Rule): Match {
    const found = new Set(peers.map((peer) => this.#match(peer)));
    return found.has('yes') ? 'yes' : found.has('maybe') ? 'maybe' : 'no';
  }

  #match(peer: Peer): Match {
    switch (peer.kind) {
      case 'any':
        return 'yes';
      case 'endpoints':
        return this.meets(peer.selector) ? 'yes' : 'no';
      // Its address is not known, and no other row would tell of pods that have one of these.
      case 'addresses':
        return peer.endpoints && mayHoldEndpoint(peer.set) ? 'maybe' : 'no';
      case 'unknown':
        if (peer.within === 'outside') return 'no';
        return peer.within === undefined || this.meets(peer.within) ? 'maybe' : 'no';
    }
  }
}

/** The packet that stands for a named port in `asNamedPort`. */
export function symbolOf({ protocol }: PortName): ConnectionSet {
  return portRange(protocol, 1, 1);
}

export function everyPortOf({ protocol }: PortName): ConnectionSet {
  return portRange(protocol, 1, MAX_PORT);
}

function covers({ numbers, names }: PortSpec, port: PortName): boolean {
  if (names.some((n) => n.name === port.name && n.protocol === port.protocol)) return true;
  const every = everyPortOf(port);
  return equal(intersect(numbers, every), every);
}
