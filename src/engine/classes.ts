/**
 * Equivalence classes of nodes, for one side of a connection. Sources are told apart by the egress rules that apply
 * to them and by how ingress rules see them; destinations by the mirror image, and by what openings lead to. Sources
 * and destinations are never forced into one common partition.
 */

import type { Node } from './node.ts';
import { type Blocks, Partition } from './partition.ts';
import { zoneOf } from './zones.ts';

export interface Classes {
  /** The class of each node. */
  readonly classOf: Int32Array;
  /** Ascending node numbers of each class; the classes in order of their first member. */
  readonly members: readonly (readonly number[])[];
  /** The block of each node by the rules that apply to it: nodes of one block share a program. */
  readonly subjects: Blocks;
}

export interface ClassParts {
  /** By the rules that apply, for every policy stack. */
  readonly subjects: readonly Blocks[];
  /** By whatever else tells nodes apart. */
  readonly others: readonly Blocks[];
}

export function makeClasses(nodes: readonly Node[], { subjects, others }: ClassParts): Classes {
  const partition = new Partition(nodes.length);
  partition.splitByKey((i) => zoneOf(nodes[i] as Node));
  for (const blocks of subjects) partition.splitByKey((i) => blocks.of[i] as number);
  const bySubject = { of: partition.blockOf.slice(), count: partition.blockCount };
  for (const blocks of others) partition.splitByKey((i) => blocks.of[i] as number);
  const members: number[][] = Array.from({ length: partition.blockCount }, () => []);
  // A partition numbers its blocks in the order of their first members, so that the numbers depend on the nodes alone.
  for (const [node, id] of partition.blockOf.entries()) members[id]?.push(node);
  return { classOf: partition.blockOf, members, subjects: bySubject };
}
