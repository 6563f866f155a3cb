/**
 * The sheet every picture is drawn on: its size, its words for those who cannot see it, the style, the heading above
 * and the legend below. Nothing in it runs, and nothing is loaded from elsewhere.
 */

import { forXml } from '../../util/escape.ts';
import { element, rounded, textAt, tooltip } from './element.ts';
import type { Sketch } from './sketch.ts';
import { STYLE } from './style.ts';
import { fitText, textWidth } from './text-width.ts';

export interface LegendEntry {
  /** Markup in a box of 24 × 14 units. */
  readonly swatch: string;
  readonly text: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Markup with its origin at the top left. */
  readonly body: Iterable<string>;
  /** Markup that the body refers to. */
  readonly definitions?: readonly string[];
  readonly legend: readonly LegendEntry[];
  /** What the picture shows, in sentences. */
  readonly description: string;
}

const MARGIN = 24;
const NARROWEST = 480;
const HEADING = 68;
const SWATCH = 24;
const LEGEND_LINE = 22;
const SIZE = { title: 18, note: 12, legend: 11 };

/** Entries side by side, in as many lines as they need; gives the markup and the height. */
function layLegend(entries: readonly LegendEntry[], width: number): { markup: string; height: number } {
  let [x, y] = [0, 0];
  const parts = entries.map(({ swatch, text }) => {
    const wide = SWATCH + 8 + textWidth(text, SIZE.legend);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND_LINE];
    const words = textAt([SWATCH + 8, 11], text, { class: 'fill-soft' });
    const part = element('g', { transform: `translate(${rounded(x)} ${y})` }, [swatch, words]);
    x += wide + 20;
    return part;
  });
  return { markup: parts.join('\n'), height: entries.length === 0 ? 0 : y + LEGEND_LINE };
}

function heading({ title, note }: Sketch, width: number): string {
  return [
    textAt([MARGIN, 38], fitText(title, SIZE.title, width), { class: 'title fill-ink' }),
    textAt([MARGIN, 58], fitText(note, SIZE.note, width), { class: 'fill-soft', 'font-size': SIZE.note }),
  ].join('\n');
}

export function* page(sketch: Sketch, drawing: Drawing): Generator<string> {
  const inner = Math.ceil(Math.max(drawing.width, NARROWEST));
  const legend = layLegend(drawing.legend, inner);
  const below = HEADING + MARGIN / 2 + drawing.height + MARGIN;
  const [width, height] = [inner + 2 * MARGIN, Math.ceil(below + legend.height + MARGIN / 2)];
  const root = { xmlns: 'http://www.w3.org/2000/svg', class: 'portolan', role: 'img', width, height };
  yield `${element('svg', { ...root, viewBox: `0 0 ${width} ${height}` }).slice(0, -2)}>\n`;
  yield `${tooltip(sketch.note === '' ? sketch.title : `${sketch.title}; ${sketch.note}`)}\n${element('desc', {}, [forXml(drawing.description)])}\n`;
  yield `<style>\n${STYLE}</style>\n`;
  if (drawing.definitions !== undefined) yield `${element('defs', {}, drawing.definitions)}\n`;
  yield `${element('rect', { width, height, rx: 10, class: 'fill-paper' })}\n${heading(sketch, inner)}\n`;
  yield `<g transform="translate(${MARGIN} ${HEADING + MARGIN / 2})">\n`;
  yield* drawing.body;
  yield `</g>\n${element('g', { transform: `translate(${MARGIN} ${rounded(below)})` }, [legend.markup])}\n</svg>\n`;
}
