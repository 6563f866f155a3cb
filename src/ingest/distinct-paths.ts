/**
 * Files of one name. Two parts of a form often share a base name (`curl -F f=@a/web.yaml -F f=@b/web.yaml`): both are
 * kept, the second as `web.yaml#2`. Which one is the second follows from the content, not from the order of the parts,
 * so the order of an upload never shows.
 */

import { byKeys, pushTo } from '../util/ordering.ts';
import type { BundleFile } from './bundle.ts';

/** The same files, sorted by name, with names that are all different. */
export function distinctPaths(files: readonly BundleFile[]): BundleFile[] {
  const groups = new Map<string, BundleFile[]>();
  for (const file of files) pushTo(groups, file.path, file);
  const taken = new Set(groups.keys());
  return [...groups.keys()].toSorted(byKeys((path) => path)).flatMap((path) => {
    const [first, ...others] = (groups.get(path) ?? []).toSorted(compareContent);
    if (!first) return [];
    let number = 1;
    const renamed = others.map((file) => {
      do number += 1;
      while (taken.has(`${path}#${number}`));
      return { ...file, path: `${path}#${number}` };
    });
    return [first, ...renamed];
  });
}

function compareContent(a: BundleFile, b: BundleFile): number {
  const shorter = Math.min(a.bytes.length, b.bytes.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = (a.bytes[at] ?? 0) - (b.bytes[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.bytes.length - b.bytes.length;
}
