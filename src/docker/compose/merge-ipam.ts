/**
 * Merges the address pools of a network by their subnets, step for step as the reference loader does: where both files
 * have several pools, a pool of the second may take over one of another subnet, and so it does here.
 */

import { at, type ListNode, list, type MappingNode, mapping, type Node } from './node.ts';

type Merge = (base: MappingNode, over: MappingNode) => MappingNode;

export function mergeIpamConfig(base: ListNode, over: ListNode, merge: Merge): ListNode {
  const pools: MappingNode[] = [];
  for (const item of base.items) {
    let own = poolOf(item);
    let kept = -1;
    for (const second of over.items.map(poolOf)) {
      const known = indexOf(pools, second);
      if (subnetOf(own) !== subnetOf(second) && known < 0) {
        pools.push(second);
        continue;
      }
      own = merge(own, second);
      // A pool that was put into the list goes on changing there.
      if (kept >= 0) pools[kept] = own;
      const place = indexOf(pools, own);
      kept = place < 0 ? pools.length : place;
      pools[kept] = own;
    }
  }
  return list(base.origin, pools);
}

function poolOf(node: Node): MappingNode {
  return node.kind === 'mapping' ? node : mapping(node.origin);
}

function indexOf(pools: readonly MappingNode[], pool: MappingNode): number {
  return pools.findIndex((other) => subnetOf(other) === subnetOf(pool));
}

function subnetOf(pool: MappingNode): string | undefined {
  const subnet = at(pool, 'subnet');
  return subnet?.kind === 'scalar' ? subnet.text : undefined;
}
