/**
 * Many ends, or many links: a matrix. Sources are rows, destinations columns; cells that follow each other in a row
 * and say the same are one shape with one tooltip, so that a picture of hundreds of workloads stays small.
 */

import { element, textAt, tooltip } from '../element.ts';
import { kindOf, LINK_KINDS, type LinkKind, linkText } from '../kinds.ts';
import type { Drawing } from '../page.ts';
import type { Link, Sketch, Spot } from '../sketch.ts';
import { type Axis, axisOf, labels } from './axis.ts';
import { pattern, tile, tileId } from './patterns.ts';

/** Cells are smaller where there are many, but their labels can always be read. */
const LARGE = { cell: 17, size: 11.5 };
const SMALL = { cell: 13, size: 10 };
const MANY = 110;
/** The words in the corner need so much. */
const CORNER = 78;
/** So many destinations are named in a tooltip. */
const NAMED = 4;

interface Run {
  readonly start: number;
  readonly links: Link[];
  readonly kind: LinkKind;
  readonly text: string;
}

/** A row's links, those that follow each other and say the same together; no run crosses a heading. */
function runs(links: readonly Link[], { positions }: Axis): Run[] {
  const placed = links.map((link) => ({ link, at: positions.get(link.to) ?? 0 })).sort((a, b) => a.at - b.at);
  const found: Run[] = [];
  for (const { link, at } of placed) {
    const [kind, text] = [kindOf(link), linkText(link)];
    const last = found.at(-1);
    const joins = last !== undefined && last.start + last.links.length === at && last.kind === kind;
    if (joins && last.text === text) last.links.push(link);
    else found.push({ start: at, links: [link], kind, text });
  }
  return found;
}

function runText({ links, text }: Run, from: Spot): string {
  const named = links.slice(0, NAMED).map(({ to }) => to.name);
  const more = links.length > NAMED ? ` and ${links.length - NAMED} more` : '';
  return `${from.name} → ${named.join(', ')}${more}: ${text}`;
}

/** The cells of every pair, and blanks where an end meets itself. */
function* ground(rows: Axis, columns: Axis, cell: number): Generator<string> {
  const fill = `url(#${tileId('empty', cell)})`;
  for (const row of rows.blocks) {
    for (const column of columns.blocks) {
      const [x, y] = [column.start * cell, row.start * cell];
      const size = { width: (column.end - column.start) * cell, height: (row.end - row.start) * cell };
      yield `${element('rect', { x, y, ...size, fill })}\n`;
    }
  }
  const own = [...rows.positions].flatMap(([spot, row]) => {
    const column = columns.positions.get(spot);
    return column === undefined ? [] : [`M${column * cell} ${row * cell}h${cell}v${cell}h-${cell}z`];
  });
  yield `${element('path', { d: own.join(''), class: 'fill-paper' })}\n`;
}

function* cells({ links }: Sketch, { rows, columns }: { rows: Axis; columns: Axis }, cell: number): Generator<string> {
  const byRow = Map.groupBy(links, ({ from }) => from);
  for (const [spot, row] of rows.positions) {
    for (const run of runs(byRow.get(spot) ?? [], columns)) {
      const place = { x: run.start * cell, y: row * cell, width: run.links.length * cell, height: cell };
      const fill = `url(#${tileId(run.kind, cell)})`;
      yield `${element('rect', { ...place, fill }, [tooltip(runText(run, spot))])}\n`;
    }
  }
}

function describe({ groups, spots, links }: Sketch): string {
  const inside = spots.filter(({ place }) => place === 'inside').length;
  return `A matrix of ${inside} workloads in ${groups.length} namespaces: every row is a source, every column a destination, and ${links.length} cells are marked. The text forms of this answer list every pair.`;
}

export function matrix(sketch: Sketch): Drawing {
  const { cell, size } = sketch.spots.length > MANY ? SMALL : LARGE;
  const rows = axisOf(sketch, 'before', size);
  const columns = axisOf(sketch, 'behind', size);
  const room = Math.max(rows.room, CORNER);
  const kinds = new Set(sketch.links.map(kindOf));
  const shown = (Object.keys(LINK_KINDS) as LinkKind[]).filter((kind) => kinds.has(kind));
  function* body(): Generator<string> {
    yield `<g transform="translate(${room} ${columns.room})">\n`;
    yield `${textAt([-6, -8], 'from ↓ to →', { class: 'fill-soft', 'text-anchor': 'end' })}\n`;
    yield* labels(columns, { cell, size, turned: true });
    yield* labels(rows, { cell, size, turned: false });
    yield* ground(rows, columns, cell);
    yield* cells(sketch, { rows, columns }, cell);
    yield '</g>\n';
  }
  return {
    width: room + columns.slots.length * cell,
    height: columns.room + rows.slots.length * cell,
    body: body(),
    definitions: (['empty', ...shown] as const).map((kind) => pattern(kind, cell)),
    legend: [
      { swatch: tile('empty', 14), text: 'nothing' },
      ...shown.map((kind) => ({ swatch: tile(kind, 14), text: LINK_KINDS[kind] })),
    ],
    description: describe(sketch),
  };
}
