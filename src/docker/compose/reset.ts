/**
 * What `!reset` and `!override` take away from the documents that came before: the entries at the paths that a
 * document remembers (https://docs.docker.com/reference/compose-file/merge/#replace-value). Items of lists stay.
 */

import type { Path } from './expand.ts';
import { type MappingNode, mapChildren, type Node } from './node.ts';

/** Paths as a tree: an entry that ends one is taken away. */
interface Resets {
  ends: boolean;
  readonly keys: Map<string, Resets>;
}

export function applyResets(root: MappingNode, paths: readonly Path[]): MappingNode {
  if (paths.length === 0) return root;
  const resets: Resets = { ends: false, keys: new Map() };
  for (const path of paths) {
    let place = resets;
    for (const key of path) {
      const next = place.keys.get(key) ?? { ends: false, keys: new Map() };
      place.keys.set(key, next);
      place = next;
    }
    place.ends = true;
  }
  return without(root, resets) as MappingNode;
}

function without(node: Node, resets: Resets): Node {
  if (node.kind !== 'mapping') return node;
  return mapChildren(node, (child, key) => {
    const below = resets.keys.get(key);
    if (!below) return child;
    return below.ends ? undefined : without(child, below);
  });
}
