/**
 * Which pairs a query asks for, class by class. A pair is asked for where it leads out of the focus, or into it;
 * without a focus everything is in focus but what lies beyond the files, and every other pair leads out.
 */

import type { Node } from '../../engine/node.ts';
import type { Reach } from '../../engine/reach.ts';
import { ClassRoles } from './class-roles.ts';
import type { MatrixQuery } from './query.ts';
import { FOCUS, outsideRole, PEER, type Role, rolesOf } from './roles.ts';

export class Scope {
  /** Whether pairs are asked for that lead out of the focus, and such that lead into it. */
  readonly out: boolean;
  readonly into: boolean;
  /** Of each node. */
  readonly roles: Uint8Array;
  readonly sources: ClassRoles;
  readonly destinations: ClassRoles;
  readonly #outside: Role;

  constructor(reach: Reach, query: MatrixQuery) {
    const isFocused = query.focus.length > 0;
    this.out = !isFocused || query.direction !== 'ingress';
    this.into = isFocused ? query.direction !== 'egress' : reach.nodes.some(isBeyond);
    this.roles = rolesOf(reach.nodes, query);
    this.sources = new ClassRoles(reach, reach.sources, this.roles);
    this.destinations = new ClassRoles(reach, reach.destinations, this.roles);
    this.#outside = outsideRole(query);
  }

  /** Whether something may be asked for that begins in a source class, outside addresses aside. */
  asksFrom(source: number): boolean {
    return (this.out && this.sources.focus[source] !== 0) || (this.into && this.sources.peers[source] !== 0);
  }

  /** Whether some pair of two classes is asked for, outside addresses aside. */
  asks(source: number, destination: number): boolean {
    if (this.out && this.sources.focus[source] !== 0 && this.destinations.peers[destination] !== 0) return true;
    return this.into && this.sources.peers[source] !== 0 && this.destinations.focus[destination] !== 0;
  }

  /** Those pairs of nodes. */
  *pairs(source: number, destination: number): Generator<readonly [from: number, to: number]> {
    if (this.out) {
      const ends = this.destinations.asPeers(destination);
      if (ends.length > 0) for (const from of this.sources.inFocus(source)) for (const to of ends) yield [from, to];
    }
    if (!this.into) return;
    for (const to of this.destinations.inFocus(destination)) {
      for (const from of this.sources.asPeers(source)) {
        const isOut = this.out && this.#has(from, FOCUS) && this.#has(to, PEER);
        if (!isOut) yield [from, to];
      }
    }
  }

  /** The nodes of a source class of which pairs with outside addresses are asked for. */
  toOutside(source: number): readonly number[] {
    return this.out && (this.#outside & PEER) !== 0 ? this.sources.inFocus(source) : [];
  }

  /** The same of a destination class. */
  fromOutside(destination: number): readonly number[] {
    if (this.out && (this.#outside & FOCUS) !== 0) return this.destinations.asPeers(destination);
    return this.into && (this.#outside & PEER) !== 0 ? this.destinations.inFocus(destination) : [];
  }

  #has(node: number, role: Role): boolean {
    return ((this.roles[node] as Role) & role) !== 0;
  }
}

function isBeyond(node: Node): boolean {
  return node.kind === 'endpoint' && node.endpoint.beyond !== undefined;
}
