/** A line as markup: level while it passes a column, curved between columns, and broken where it is not certain. */

import { element, type Point, rounded, tooltip } from '../element.ts';
import { linkText } from '../kinds.ts';
import { EXIT, type Pin } from './box.ts';
import { PIN_COLOURS } from './draw-box.ts';
import type { Span } from './place.ts';
import type { Item, Line } from './plan.ts';

/** Lines end where their arrow begins. */
const ARROW = 7;
const BEND_MIDDLE = 6;
/** How far a line to its own box swings out; it stays within its panel. */
const LOOP = 22;

export const BROKEN: Readonly<Partial<Record<Pin['style'], string>>> = { unknown: ' dashed', removed: ' dotted' };

function curve([x1, y1]: Point, [x2, y2]: Point): string {
  const middle = rounded((x1 + x2) / 2);
  return `C${middle} ${rounded(y1)} ${middle} ${rounded(y2)} ${rounded(x2)} ${rounded(y2)}`;
}

export interface LinePlaces {
  readonly columns: readonly Span[];
  readonly tops: ReadonlyMap<Item, number>;
}

function pathOf({ from, to, bends, pinAt, backwards }: Line, { columns, tops }: LinePlaces): string {
  const top = (item: Item): number => tops.get(item) ?? 0;
  const span = ({ column }: Item): Span => columns[column] ?? { start: 0, end: 0 };
  const start: Point = [backwards && from !== to ? span(from).start : span(from).end, top(from) + EXIT];
  const end: Point = backwards ? [span(to).end + ARROW, top(to) + pinAt] : [span(to).start - ARROW, top(to) + pinAt];
  if (from === to) {
    const out = rounded(start[0] + LOOP);
    return `M${rounded(start[0])} ${rounded(start[1])}C${out} ${rounded(start[1])} ${out} ${rounded(end[1])} ${rounded(end[0])} ${rounded(end[1])}`;
  }
  let at = start;
  let path = `M${rounded(start[0])} ${rounded(start[1])}`;
  for (const bend of bends) {
    const { start: left, end: right } = span(bend);
    const y = top(bend) + BEND_MIDDLE;
    path += `${curve(at, [backwards ? right : left, y])}H${rounded(backwards ? left : right)}`;
    at = [backwards ? left : right, y];
  }
  return path + curve(at, end);
}

export function drawLine(line: Line, places: LinePlaces): string {
  const { link, pin } = line;
  const look = `wire stroke-${PIN_COLOURS[pin.style]}${BROKEN[pin.style] ?? ''}`;
  const text = `${link.from.name} → ${link.to.name}: ${linkText(link)}`;
  return element('path', { d: pathOf(line, places), class: look }, [tooltip(text)]);
}
