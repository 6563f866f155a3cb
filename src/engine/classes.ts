/**
 * Equivalence classes of nodes, for one side of a connection. Sources are told apart by the egress rules that apply
 * to them and by how ingress rules see them; destinations by the mirror image, and by what openings lead to. Sources
 * and destinations are never forced into one common partition.
 */

import { BlockMap } from './block-map.ts';
import type { Node } from './node.ts';
import { type Blocks, Partition } from './partition.ts';
import type { Basis } from './tier-side.ts';

export interface Classes {
  /** The class of each node. */
  readonly classOf: Int32Array;
  /** Ascending node numbers of each class. */
  readonly members: readonly (readonly number[])[];
  /** The block of each node by the rules that apply to it: nodes of one block share a program. */
  readonly subjects: Blocks;
}

export interface ClassParts {
  /** By the rules that apply, for every policy stack. */
  readonly subjects: (partition: Partition) => void;
  /** By whatever else tells nodes apart. */
  readonly others: (partition: Partition) => void;
  /** By node, where classes whose first nodes have equal keys shall lie side by side. */
  readonly keys?: Int32Array;
  /** Classes that most likely have the same members now and then, whose lists serve for these as well. */
  readonly beside?: Classes;
}

/** Classes of endpoints come before those of outside addresses, and these before those of entry controllers. */
export function makeClasses(
  { nodes, zones }: Pick<Basis, 'nodes' | 'zones'>,
  { subjects, others, keys, beside }: ClassParts,
): Classes {
  const partition = new Partition(nodes.length);
  partition.splitByKeys(zones);
  subjects(partition);
  const bySubject = { of: partition.blockOf.slice(), count: partition.blockCount };
  others(partition);
  partition.renumber();
  const { of, count } = partition.blocks;
  const firsts = new Int32Array(count).fill(-1);
  for (let node = 0; node < of.length; node++) {
    const block = of[node] as number;
    if (firsts[block] === -1) firsts[block] = node;
  }
  const numberOf = keys ? numbersByKey(nodes, firsts, keys) : Int32Array.from(firsts.keys());
  const classOf = of.map((block) => numberOf[block] as number);
  const byClass = BlockMap.keysOf(classOf, count);
  const members = Array.from({ length: count }, (_, id) => listOf(byClass, id, beside));
  return { classOf, members, subjects: bySubject };
}

/** A list that takes no more room than its numbers; most are of one node, and there on the other side as well. */
function listOf({ starts, items }: BlockMap, id: number, beside: Classes | undefined): readonly number[] {
  const start = starts[id] as number;
  const same = beside?.members[beside.classOf[items[start] as number] as number];
  if (same?.length === 1 && (starts[id + 1] as number) - start === 1) return same;
  const list = new Array<number>((starts[id + 1] as number) - start);
  for (let i = 0; i < list.length; i++) list[i] = items[start + i] as number;
  return list;
}

/**
 * The numbers of blocks, sorted by the kind of their nodes, by the key of the first, and by the first. The last step of
 * a partition numbers its blocks in the order of their first members, so that all depends on the nodes alone.
 */
function numbersByKey(nodes: readonly Node[], firsts: Int32Array, keys: Int32Array): Int32Array {
  const ranks = new Map<number, number>();
  for (const node of firsts) {
    const key = keys[node] as number;
    if (!ranks.has(key)) ranks.set(key, ranks.size);
  }
  const rankOf = Float64Array.from(firsts, (node) => {
    const kind = KINDS[(nodes[node] as Node).kind];
    return (kind * firsts.length + (ranks.get(keys[node] as number) as number)) * firsts.length;
  });
  const sorted = rankOf.map((rank, block) => rank + block).sort();
  const numbers = new Int32Array(firsts.length);
  for (let number = 0; number < sorted.length; number++) numbers[(sorted[number] as number) % firsts.length] = number;
  return numbers;
}

const KINDS: Readonly<Record<Node['kind'], number>> = { endpoint: 0, outside: 1, entry: 2 };
