/**
 * Equivalence classes of nodes, for one side of a connection. Sources are told apart by the egress rules that apply
 * to them and by how ingress rules see them; destinations by the mirror image, and by what the port names that rules
 * mention mean there. Sources and destinations are never forced into one common partition.
 */

import type { Direction } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Membership, Memberships } from './membership.ts';
import type { Node } from './node.ts';
import { Partition } from './partition.ts';
import { stackRules, subjects } from './program.ts';

export interface Classes {
  /** The class of each node. */
  readonly classOf: Int32Array;
  /** Ascending node numbers of each class; the classes in order of their first member. */
  readonly members: readonly (readonly number[])[];
  /** The block of each node by the rules that apply to it alone: nodes of one block share a program. */
  readonly subjectBlockOf: Int32Array;
}

export interface ClassOptions {
  /** `egress` makes source classes, `ingress` destination classes. */
  readonly side: Direction;
  readonly memberships: Memberships;
}

export function makeClasses(nodes: readonly Node[], stacks: readonly PolicyStack[], options: ClassOptions): Classes {
  const { side, memberships } = options;
  const partition = new Partition(nodes.length);
  partition.splitByKey((i) => nodes[i]?.kind ?? '');
  for (const stack of stacks) {
    for (const subject of subjects(stack, side)) split(partition, memberships.ofSelector(subject));
  }
  const subjectBlockOf = partition.blockOf.slice();
  for (const stack of stacks) {
    for (const rule of stackRules(stack)) {
      if (rule.direction === side) continue;
      for (const peer of rule.peers) split(partition, memberships.ofPeer(peer));
    }
  }
  if (side === 'ingress') splitByPortNames(partition, nodes, stacks);
  return { ...number(partition.blockOf), subjectBlockOf };
}

function split(partition: Partition, { sure, maybe }: Membership): void {
  partition.splitBySet(sure);
  if (maybe) partition.splitBySet(maybe);
}

function splitByPortNames(partition: Partition, nodes: readonly Node[], stacks: readonly PolicyStack[]): void {
  const names = mentionedPortNames(stacks);
  if (names.size > 0) partition.splitByKey((i) => portSignature(nodes[i], names));
}

/** Every `PROTOCOL/name` that a rule mentions. */
export function mentionedPortNames(stacks: readonly PolicyStack[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const stack of stacks) {
    for (const rule of stackRules(stack)) for (const n of rule.ports.names) out.add(`${n.protocol}/${n.name}`);
  }
  return out;
}

/** What the mentioned names mean at a node; the first declaration of a name counts. */
export function portSignature(node: Node | undefined, names: ReadonlySet<string>): string {
  if (node?.kind !== 'endpoint') return '';
  const meaning = new Map<string, number>();
  for (const { protocol, name, port } of node.endpoint.ports) {
    const key = `${protocol}/${name}`;
    if (names.has(key) && !meaning.has(key)) meaning.set(key, port);
  }
  return JSON.stringify([...meaning].sort());
}

/** Renumbers blocks in order of their first member, so that the numbers depend on the nodes alone. */
function number(blockOf: Int32Array): Pick<Classes, 'classOf' | 'members'> {
  const order = new Map<number, number>();
  const members: number[][] = [];
  const classOf = new Int32Array(blockOf.length);
  blockOf.forEach((block, node) => {
    const id = order.get(block) ?? order.size;
    order.set(block, id);
    classOf[node] = id;
    const list = members[id];
    if (list) list.push(node);
    else members[id] = [node];
  });
  return { classOf, members };
}
