/** The classes of one side: how many nodes of each have a role, and which. Outside addresses are not among them. */

import type { Classes } from '../../engine/classes.ts';
import type { Reach } from '../../engine/reach.ts';
import { FOCUS, PEER, type Role } from './roles.ts';

const NOBODY: readonly number[] = [];

export class ClassRoles {
  /** By class, how many are in focus, how many are at the other end, and how many are both: one list where all are. */
  readonly focus: Int32Array;
  readonly peers: Int32Array;
  readonly both: Int32Array;
  readonly #members: Classes['members'];
  readonly #roles: Uint8Array;
  readonly #parts = new Map<number, readonly number[]>();

  constructor({ nodes }: Reach, { members }: Classes, roles: Uint8Array) {
    this.#roles = roles;
    this.#members = members.map((list) => (nodes[list[0] ?? -1]?.kind === 'outside' ? NOBODY : list));
    this.both = this.#countsOf(FOCUS | PEER);
    const areAllBoth = this.#members.every((list, id) => list.length === this.both[id]);
    this.focus = areAllBoth ? this.both : this.#countsOf(FOCUS);
    this.peers = areAllBoth ? this.both : this.#countsOf(PEER);
  }

  #countsOf(role: Role): Int32Array {
    const counts = new Int32Array(this.#members.length);
    this.#members.forEach((nodes, id) => {
      counts[id] = nodes.length === 1 ? Number(this.#has(nodes[0] as number, role)) : this.#with(nodes, role).length;
    });
    return counts;
  }

  /** The nodes in focus, ascending. */
  inFocus(id: number): readonly number[] {
    return this.#part(id, FOCUS, this.focus[id] ?? 0);
  }

  /** The nodes at the other end, ascending. */
  asPeers(id: number): readonly number[] {
    return this.#part(id, PEER, this.peers[id] ?? 0);
  }

  #part(id: number, role: Role, count: number): readonly number[] {
    const all = this.#members[id] ?? [];
    if (count === 0) return NOBODY;
    if (count === all.length) return all;
    const key = id * 4 + role;
    const known = this.#parts.get(key) ?? this.#with(all, role);
    this.#parts.set(key, known);
    return known;
  }

  #with(nodes: readonly number[], role: Role): readonly number[] {
    return nodes.filter((node) => this.#has(node, role));
  }

  #has(node: number, role: Role): boolean {
    return ((this.#roles[node] as Role) & role) === role;
  }
}
