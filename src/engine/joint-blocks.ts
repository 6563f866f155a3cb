/** The common refinement of several partitions: its blocks, and for each partition the way there and back. */

import { BlockMap } from './block-map.ts';
import type { Node } from './node.ts';
import { type Blocks, Partition } from './partition.ts';
import { zoneOf } from './zones.ts';

export interface JointBlocks extends Blocks {
  /** The zone of each block. */
  readonly zones: Uint8Array;
  /** For each part, the block of it that holds a joint block. */
  readonly partOf: readonly Int32Array[];
  /** For each part, the joint blocks in a block of it. */
  readonly within: readonly BlockMap[];
}

/** Numbered in the order of their first nodes; a part alone keeps its own numbers, for it tells zones apart as well. */
export function joinBlocks(nodes: readonly Node[], parts: readonly Blocks[]): JointBlocks {
  const [only] = parts;
  const { of, count } = only && parts.length === 1 ? only : refine(nodes, parts);
  const zones = new Uint8Array(count);
  const partOf = parts.map(() => new Int32Array(count));
  for (const [i, block] of of.entries()) {
    zones[block] = zoneOf(nodes[i] as Node);
    for (const [part, blocks] of parts.entries()) (partOf[part] as Int32Array)[block] = blocks.of[i] as number;
  }
  const within = parts.map((part, i) => BlockMap.keysOf(partOf[i] as Int32Array, part.count));
  return { of, count, zones, partOf, within };
}

function refine(nodes: readonly Node[], parts: readonly Blocks[]): Blocks {
  const joint = new Partition(nodes.length);
  joint.splitByKey((i) => zoneOf(nodes[i] as Node));
  for (const part of parts) joint.splitByKey((i) => part.of[i] as number);
  return joint.blocks;
}
