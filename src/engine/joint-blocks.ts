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
  for (let node = 0; node < of.length; node++) zones[of[node] as number] = zoneOf(nodes[node] as Node);
  const partOf = parts.map((blocks) => partsOf(of, count, blocks.of));
  const within = parts.map((part, i) => BlockMap.keysOf(partOf[i] as Int32Array, part.count));
  return { of, count, zones, partOf, within };
}

/** Of each joint block, the block of a part that holds it. */
function partsOf(of: Int32Array, count: number, part: Int32Array): Int32Array {
  const parts = new Int32Array(count);
  for (let node = 0; node < of.length; node++) parts[of[node] as number] = part[node] as number;
  return parts;
}

function refine(nodes: readonly Node[], parts: readonly Blocks[]): Blocks {
  const joint = new Partition(nodes.length);
  joint.splitByKey((i) => zoneOf(nodes[i] as Node));
  for (const part of parts) joint.splitByKey((i) => part.of[i] as number);
  return joint.blocks;
}
