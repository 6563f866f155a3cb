/**
 * Kernel: whether two rows say the same, by one walk over both. It is sure of what it confirms; where classes of the
 * two sides do not correspond one to one, it leaves the answer to others.
 */

import { EMPTY } from './cell-table.ts';
import { type ClassGroups, UNASKED } from './class-groups.ts';
import type { SideRow } from './side-row.ts';

export function isSameRow(before: SideRow, after: SideRow, { partners }: ClassGroups): boolean {
  const [old, now] = [before.single, after.single];
  if (!old || !now) return false;
  let at = 0;
  for (let i = 0; i < old.destinations.length; i++) {
    const partner = partners.before[old.destinations[i] as number] as number;
    if (partner === UNASKED) continue;
    const value = before.numberOf(old.cells[i] as number);
    if (value === EMPTY) continue;
    at = nextAsked(after, at, partners.after);
    if (now.destinations[at] !== partner || after.numberOf(now.cells[at] as number) !== value) return false;
    at++;
  }
  return nextAsked(after, at, partners.after) === now.destinations.length;
}

/** The next place in a row where something is that counts. */
function nextAsked(row: SideRow, from: number, partners: Int32Array): number {
  const { destinations, cells } = row.single as NonNullable<SideRow['single']>;
  let at = from;
  while (
    at < destinations.length &&
    (partners[destinations[at] as number] === UNASKED || row.numberOf(cells[at] as number) === EMPTY)
  )
    at++;
  return at;
}
