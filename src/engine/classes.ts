/**
 * Equivalence classes of nodes, for one side of a connection. Sources are told apart by the egress rules that apply
 * to them and by how ingress rules see them; destinations by the mirror image, and by what the port names that rules
 * mention mean there. Sources and destinations are never forced into one common partition.
 */

import type { Direction } from '../policy/rule.ts';
import type { Membership, Memberships } from './membership.ts';
import type { Node } from './node.ts';
import { Partition } from './partition.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Classes {
  /** The class of each node. */
  readonly classOf: Int32Array;
  /** Ascending node numbers of each class; the classes in order of their first member. */
  readonly members: readonly (readonly number[])[];
  /** The block of each node by the rules that apply to it: nodes of one block share a program. */
  readonly subjects: Blocks;
  /** The block of each node by how the rules of the other side see it. */
  readonly peers: Blocks;
}

export interface Blocks {
  readonly of: Int32Array;
  readonly count: number;
}

export interface ClassOptions {
  /** `egress` makes source classes, `ingress` destination classes. */
  readonly side: Direction;
  readonly memberships: Memberships;
}

export function makeClasses(nodes: readonly Node[], vocabulary: Vocabulary, options: ClassOptions): Classes {
  const subjectBlocks = bySubject(nodes, vocabulary, options);
  const peerBlocks = byPeer(nodes, vocabulary, options);
  const both = new Partition(nodes.length);
  both.splitByKey((i) => `${subjectBlocks.of[i]} ${peerBlocks.of[i]}`);
  return { ...number(both.blockOf), subjects: subjectBlocks, peers: peerBlocks };
}

function bySubject(nodes: readonly Node[], vocabulary: Vocabulary, options: ClassOptions): Blocks {
  const partition = byKind(nodes);
  const sets = new Set<Membership>();
  for (const subject of vocabulary.subjects[options.side]) sets.add(options.memberships.ofSelector(subject));
  splitByAll(partition, sets);
  return finish(partition, nodes, vocabulary, options.side);
}

function byPeer(nodes: readonly Node[], vocabulary: Vocabulary, { side, memberships }: ClassOptions): Blocks {
  const partition = byKind(nodes);
  const sets = new Set<Membership>();
  const { peers, openings } = vocabulary;
  for (const peer of side === 'ingress' ? [...peers.egress, ...openings] : peers.ingress)
    sets.add(memberships.ofPeer(peer));
  splitByAll(partition, sets);
  return finish(partition, nodes, vocabulary, side);
}

/** Destinations are also told apart by what port names mean there, whichever side asks. */
function finish(partition: Partition, nodes: readonly Node[], vocabulary: Vocabulary, side: Direction): Blocks {
  const names = vocabulary.portNames;
  if (side === 'ingress' && names.size > 0) partition.splitByKey((i) => portSignature(nodes[i], names));
  return { of: partition.blockOf, count: partition.blockCount };
}

/** Endpoints and outside addresses never share a class. */
function byKind(nodes: readonly Node[]): Partition {
  const partition = new Partition(nodes.length);
  partition.splitByKey((i) => nodes[i]?.kind ?? '');
  return partition;
}

/** Refines by every set once. */
export function splitByAll(partition: Partition, sets: Iterable<Membership>): void {
  for (const { sure, maybe } of sets) {
    partition.splitBySet(sure);
    if (maybe) partition.splitBySet(maybe);
  }
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
