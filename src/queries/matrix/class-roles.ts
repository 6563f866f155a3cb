/** The classes of one side: how many nodes of each have a role, and which. Outside addresses are not among them. */

import type { Classes } from '../../engine/classes.ts';
import type { Reach } from '../../engine/reach.ts';
import { FOCUS, PEER, type Role } from './roles.ts';

const NOBODY: readonly number[] = [];

export class ClassRoles {
  /** By class, how many are in focus, how many are at the other end, and how many are both. */
  readonly focus: Int32Array;
  readonly peers: Int32Array;
  readonly both: Int32Array;
  readonly #members: Classes['members'];
  readonly #roles: Uint8Array;
  readonly #parts = new Map<number, readonly number[]>();

  constructor({ nodes }: Reach, { members }: Classes, roles: Uint8Array) {
    this.#roles = roles;
    this.#members = members.map((list) => (nodes[list[0] ?? -1]?.kind === 'outside' ? [] : list));
    this.focus = new Int32Array(members.length);
    this.peers = new Int32Array(members.length);
    this.both = new Int32Array(members.length);
    for (let id = 0; id < members.length; id++) this.#count(id, this.#members[id] ?? NOBODY);
  }

  #count(id: number, nodes: readonly number[]): void {
    let [focus, peers, both] = [0, 0, 0];
    for (const node of nodes) {
      const role = this.#roles[node] as Role;
      if ((role & FOCUS) !== 0) focus++;
      if ((role & PEER) !== 0) peers++;
      if (role === (FOCUS | PEER)) both++;
    }
    this.focus[id] = focus;
    this.peers[id] = peers;
    this.both[id] = both;
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
    return nodes.filter((node) => ((this.#roles[node] as Role) & role) === role);
  }
}
