/**
 * What is to be placed: boxes in columns, and for every line that passes a column a bend there, so that lines run
 * between boxes instead of behind them. Lines to the same pin share their bends.
 */

import type { Link, Sketch, Spot } from '../sketch.ts';
import { type Box, boxOf, EXIT, type Pin, pinAt, pinsOf, samePin } from './box.ts';
import { type Arc, layersOf } from './layers.ts';

/** A box, or a bend of lines, in a column. */
export interface Item {
  readonly column: number;
  /** The namespace's index; -1 outside. */
  readonly lane: number;
  readonly width: number;
  readonly height: number;
  readonly box?: Box;
}

/** A piece of a line between neighbouring columns: where it leaves one item and meets the other. */
export interface Wire {
  readonly left: Item;
  readonly leftAt: number;
  readonly right: Item;
  readonly rightAt: number;
}

/** A line from a box to a pin. */
export interface Line {
  readonly link: Link;
  readonly from: Item;
  readonly to: Item;
  readonly bends: readonly Item[];
  readonly pin: Pin;
  /** The pin's distance from the top of its box. */
  readonly pinAt: number;
  readonly backwards: boolean;
}

export interface Plan {
  readonly columns: number;
  readonly items: readonly Item[];
  readonly lines: readonly Line[];
  readonly wires: readonly Wire[];
  /** Workloads without any line. */
  readonly closed: readonly Box[];
}

const BEND = 12;
/** A line that is certain counts as so many that are unknown. */
const CERTAIN = 8;

/** Columns: 0 is what comes from outside, the last is the outside that is reached. */
function columnsOf({ spots, links }: Sketch): Map<Spot, number> {
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  const inside = spots.filter((spot) => spot.place === 'inside' && ends.has(spot));
  const numbers = new Map(inside.map((spot, index) => [spot, index]));
  const arcs = links.flatMap(({ from, to, label }): Arc[] => {
    const [source, destination] = [numbers.get(from), numbers.get(to)];
    const weight = label === '' ? 1 : CERTAIN;
    return source === undefined || destination === undefined ? [] : [[source, destination, weight]];
  });
  const early = links.flatMap(({ from, to }) => (from.place === 'before' ? (numbers.get(to) ?? []) : []));
  const layers = layersOf(inside.length, arcs, new Set(early));
  const last = Math.max(0, ...layers) + 2;
  return new Map(
    [...ends].map((spot) => [
      spot,
      { before: 0, inside: (layers[numbers.get(spot) ?? 0] ?? 0) + 1, behind: last }[spot.place],
    ]),
  );
}

function distinctPins(links: readonly Link[]): Pin[] {
  const pins = links.flatMap(pinsOf);
  return pins.filter((pin, index) => pins.findIndex((other) => samePin(pin, other)) === index);
}

class Planner {
  readonly #columns: Map<Spot, number>;
  readonly #items = new Map<Spot, Item>();
  readonly #bends = new Map<string, Item>();
  readonly #sketch: Sketch;

  constructor(sketch: Sketch) {
    this.#sketch = sketch;
    this.#columns = columnsOf(sketch);
    const incoming = Map.groupBy(sketch.links, ({ to }) => to);
    const lanes = new Map(sketch.groups.map(({ id }, index) => [id, index]));
    for (const spot of sketch.spots) {
      const column = this.#columns.get(spot);
      if (column === undefined) continue;
      const own = incoming.get(spot) ?? [];
      const backwards = (link: Link): boolean => this.#isBackwards(link);
      const left = distinctPins(own.filter((link) => !backwards(link)));
      const box = boxOf(spot, { left, right: distinctPins(own.filter(backwards)) });
      const lane = spot.place === 'inside' ? (lanes.get(spot.group ?? '') ?? sketch.groups.length) : -1;
      this.#items.set(spot, { column, lane, width: box.width, height: box.height, box });
    }
  }

  /** A line to its own box leaves at the right, and comes back there. */
  #isBackwards({ from, to }: Link): boolean {
    return (this.#columns.get(from) ?? 0) >= (this.#columns.get(to) ?? 0);
  }

  /** The bends between two items, from the one to the other, shared by the lines to one pin. */
  #bendsOf(from: Item, to: Item, pin: string): Item[] {
    const step = from.column < to.column ? 1 : -1;
    const lane = to.lane === -1 ? from.lane : to.lane;
    return Array.from({ length: Math.max(0, Math.abs(to.column - from.column) - 1) }, (_, index) => {
      const column = from.column + step * (index + 1);
      const key = `${pin} ${lane} ${column}`;
      const bend = this.#bends.get(key) ?? { column, lane, width: 0, height: BEND };
      this.#bends.set(key, bend);
      return bend;
    });
  }

  #linesOf(link: Link): Line[] {
    const [from, to] = [this.#items.get(link.from), this.#items.get(link.to)];
    if (from === undefined || to?.box === undefined) return [];
    const backwards = this.#isBackwards(link);
    const { box } = to;
    const pins = backwards ? box.pins.right : box.pins.left;
    const number = this.#sketch.spots.indexOf(link.to);
    return pinsOf(link).map((pin) => {
      const index = pins.findIndex((other) => samePin(pin, other));
      const bends = this.#bendsOf(from, to, `${number} ${backwards ? 'right' : 'left'} ${index}`);
      return { link, from, to, bends, pin, pinAt: pinAt(box, index), backwards };
    });
  }

  /** Workloads without any line stand outside the panels, so their box names the namespace. */
  #withGroup(spot: Spot): Spot {
    const group = this.#sketch.groups.find(({ id }) => id === spot.group);
    const detail = [spot.detail ?? [], group?.title ?? []].flat().join(' in ');
    return { ...spot, detail };
  }

  plan(): Plan {
    const lines = this.#sketch.links.flatMap((link) => this.#linesOf(link));
    const items = [...this.#items.values(), ...this.#bends.values()];
    const closed = this.#sketch.spots.filter((spot) => spot.place === 'inside' && !this.#items.has(spot));
    return {
      columns: Math.max(1, ...items.map(({ column }) => column)) + 1,
      items,
      lines,
      wires: lines.flatMap(wiresOf),
      closed: closed.map((spot) => boxOf(this.#withGroup(spot), { left: [], right: [] })),
    };
  }
}

function wiresOf({ from, to, bends, pinAt: end, backwards }: Line): Wire[] {
  if (from === to) return [];
  const stops = [{ item: from, at: EXIT }, ...bends.map((item) => ({ item, at: BEND / 2 })), { item: to, at: end }];
  const ordered = backwards ? stops.toReversed() : stops;
  return ordered.slice(1).flatMap(({ item, at }, index) => {
    const left = ordered[index];
    return left === undefined ? [] : [{ left: left.item, leftAt: left.at, right: item, rightAt: at }];
  });
}

export function planOf(sketch: Sketch): Plan {
  return new Planner(sketch).plan();
}
