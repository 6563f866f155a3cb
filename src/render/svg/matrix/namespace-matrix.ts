/** The matrix of namespaces: a number in every cell that is open at all. */

import { rounded, textAt } from '../element.ts';
import type { Drawing } from '../page.ts';
import type { Sketch } from '../sketch.ts';
import { fitText, textWidth } from '../text-width.ts';
import { cellLegend, emptyCell, hatchPattern, NUMBER_SIZE, trafficCell } from './namespace-cell.ts';
import { type Bloc, type Blocs, blocsWithTraffic, type Traffic } from './namespaces.ts';

const ROW = 22;
const SIZE = 11;
const LONGEST = 220;

interface Grid {
  readonly rows: readonly Bloc[];
  readonly columns: readonly Bloc[];
  readonly blocs: Blocs;
  /** How wide a column is: its widest number decides. */
  readonly cell: number;
}

function titleOf({ title, size, place }: Bloc): string {
  const short = fitText(title, SIZE, LONGEST);
  return place === 'inside' ? `${short} (${size})` : short;
}

function* cells({ rows, columns, blocs, cell }: Grid): Generator<string> {
  for (const [row, from] of rows.entries()) {
    for (const [column, to] of columns.entries()) {
      const place = { x: column * cell, y: row * ROW, width: cell, height: ROW };
      const traffic = blocs.traffic(from, to);
      const ends = `${from.title} → ${to.title}`;
      yield `${traffic === undefined ? emptyCell(place) : trafficCell(traffic, place, ends)}\n`;
    }
  }
}

function* labels({ rows, columns, cell }: Grid): Generator<string> {
  yield `${textAt([-6, -8], 'from ↓ to →', { class: 'fill-soft', 'text-anchor': 'end' })}\n`;
  for (const [row, bloc] of rows.entries()) {
    const look = { class: 'fill-ink', 'text-anchor': 'end', 'font-size': SIZE };
    yield `${textAt([-6, row * ROW + ROW / 2 + 4], titleOf(bloc), look)}\n`;
  }
  for (const [column, bloc] of columns.entries()) {
    const transform = `translate(${rounded(column * cell + cell / 2 + 4)} -6) rotate(-90)`;
    yield `${textAt([0, 0], titleOf(bloc), { transform, class: 'fill-ink', 'font-size': SIZE })}\n`;
  }
}

function gridOf(sketch: Sketch): Grid & { readonly traffics: readonly Traffic[] } {
  const blocs = blocsWithTraffic(sketch);
  const rows = blocs.blocs.filter(({ place }) => place !== 'behind');
  const columns = blocs.blocs.filter(({ place }) => place !== 'before');
  const traffics = rows.flatMap((from) => columns.flatMap((to) => blocs.traffic(from, to) ?? []));
  const widest = traffics.reduce((most, { open, unknown }) => Math.max(most, open, unknown), 0);
  return { rows, columns, blocs, traffics, cell: Math.max(28, Math.ceil(textWidth(`?${widest}`, NUMBER_SIZE)) + 8) };
}

export function namespaceMatrix(sketch: Sketch): Drawing {
  const grid = gridOf(sketch);
  const room =
    Math.ceil(grid.blocs.blocs.reduce((most, bloc) => Math.max(most, textWidth(titleOf(bloc), SIZE)), 70)) + 8;
  function* body(): Generator<string> {
    yield `<g transform="translate(${room} ${room})">\n`;
    yield* labels(grid);
    yield* cells(grid);
    yield '</g>\n';
  }
  return {
    width: room + grid.columns.length * grid.cell,
    height: room + grid.rows.length * ROW,
    body: body(),
    definitions: [hatchPattern()],
    legend: cellLegend(grid.traffics),
    description: `A matrix of ${sketch.groups.length} namespaces: every row is a source, every column a destination, and every number counts the pairs of workloads between which something is open. The text forms of this answer list every pair.`,
  };
}
