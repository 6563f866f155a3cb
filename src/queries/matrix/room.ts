/**
 * Lists by the numbers of cells. How many there will be is not known before the last row; lists that need not grow cost
 * less, because code that was made for them stays valid.
 */

/** For most matrices with so many destination classes. */
export function roomFor(classes: number): number {
  return 256 + 2 * classes;
}

/** The list, or where it is too short a longer one with the same beginning. */
export function withRoom<L extends Int32Array | Uint8Array>(list: L, length: number): L {
  if (length <= list.length) return list;
  const longer = new (list.constructor as new (length: number) => L)(2 * length);
  longer.set(list);
  return longer;
}
