/** How far two words are apart, by Levenshtein distance, and the nearest known word to a mistyped one. */

/** Longer words are not compared: the distance costs the product of both lengths. */
const LONGEST = 64;

/** How many letters must be changed, added or taken away to make one word of the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The word of `known` that `word` most likely stands for, or undefined where none is near: at most a third of the
 * letters may differ. Of several, the first. Case does not count.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const found = editDistance(wanted, candidate.toLowerCase());
    const allowed = Math.ceil(Math.max(wanted.length, candidate.length) / 3);
    if (found <= allowed && found < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { word: candidate, distance: found };
    }
  }
  return best?.word;
}
