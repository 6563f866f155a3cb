/** From runs of classes of outside addresses to the addresses themselves, touching ranges merged. */

import { type AddressRange, formatRange } from '../../algebra/address-set.ts';
import type { OutsideEnd } from './change.ts';
import type { JointClass, OutsideUnit } from './units.ts';

export class OutsideRanges {
  readonly #units: readonly OutsideUnit[];
  /** By class: the positions of its units. */
  readonly #positions: readonly (readonly number[])[];
  #last: { readonly key: string; readonly ends: readonly OutsideEnd[] } = { key: '', ends: [] };

  constructor(classes: readonly JointClass[], units: readonly OutsideUnit[]) {
    this.#units = units;
    this.#positions = classes.map((joint) =>
      joint.kind === 'outside' ? joint.units.map(({ position }) => position) : [],
    );
  }

  /** Merged. `runs`: first, last, first, last … */
  of(runs: readonly number[]): readonly OutsideEnd[] {
    // Workloads often change alike.
    const key = runs.join();
    if (this.#last.key !== key) this.#last = { key, ends: this.#merged(runs).map(outsideEnd) };
    return this.#last.ends;
  }

  #merged(runs: readonly number[]): AddressRange[] {
    const positions: number[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      for (let at = runs[i] as number; at <= (runs[i + 1] as number); at++)
        for (const position of this.#positions[at] ?? []) positions.push(position);
    }
    const ranges: AddressRange[] = [];
    let next = -1;
    for (const position of Int32Array.from(positions).sort()) {
      const range = this.#units[position]?.range;
      const before = position === next ? ranges.pop() : undefined;
      next = position + 1;
      if (range) ranges.push(...joined(before, range));
    }
    return ranges;
  }
}

/** One range for two of a family that touch. */
function joined(before: AddressRange | undefined, range: AddressRange): AddressRange[] {
  if (before?.family === 'IPv4' && range.family === 'IPv4') return [{ ...range, first: before.first }];
  if (before?.family === 'IPv6' && range.family === 'IPv6') return [{ ...range, first: before.first }];
  return before ? [before, range] : [range];
}

function outsideEnd(range: AddressRange): OutsideEnd {
  return { kind: 'outside', id: formatRange(range), range };
}
