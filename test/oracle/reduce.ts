/** Leaves out of a list what it fails without: large pieces first, then single items. What is left fails still. */
export function reduce<T>(items: readonly T[], fails: (rest: readonly T[]) => boolean): readonly T[] {
  let kept = items;
  for (let size = Math.ceil(items.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (fails(rest)) {
        kept = rest;
      } else {
        at += size;
      }
    }
  }
  return kept;
}
