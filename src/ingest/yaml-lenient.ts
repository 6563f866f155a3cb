/**
 * Lines that YAML 1.2 §7.3 and §7.4 want indented and kubectl does not: inside brackets and quoted texts libyaml, and
 * go-yaml with it, ignore indentation, and a closing bracket below its key is common. Such lines are indented before
 * the parser tries again; its events come back with the offsets of the text as it was sent.
 */

import { EVENT_ID, type Event } from 'js-yaml';
import { outline } from './outline.ts';

export interface IndentedText {
  readonly text: string;
  /** The offset in the text as it was sent. */
  readonly original: (offset: number) => number;
}

/** The text with its hanging lines indented; undefined when it has none, or too many to be worth it. */
export function indentHanging(text: string): IndentedText | undefined {
  const parts: string[] = [];
  // Offsets in the new text where inserted spaces end, and how many were inserted up to there.
  const ends: number[] = [];
  const totals: number[] = [];
  let copied = 0;
  let inserted = 0;
  for (const { start, indent, inside } of outline(text)) {
    if (inside < indent) continue;
    const spaces = inside + 1 - indent;
    inserted += spaces;
    if (inserted > text.length + SMALL) return undefined;
    parts.push(text.slice(copied, start), ' '.repeat(spaces));
    copied = start;
    ends.push(start + inserted);
    totals.push(inserted);
  }
  if (inserted === 0) return undefined;
  const original = (offset: number) => offset - (totals[lastAtMost(ends, offset)] ?? 0);
  return { text: parts.join('') + text.slice(copied), original };
}

const SMALL = 4096;

/** The index of the last value that is not above `limit`; -1 without one. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** An event with its offsets in the text as it was sent. */
export function movedEvent(event: Event, original: (offset: number) => number): Event {
  const move = (offset: number) => (offset < 0 ? offset : original(offset));
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return event;
  const anchor = { anchorStart: move(event.anchorStart), anchorEnd: move(event.anchorEnd) };
  if (event.type === EVENT_ID.ALIAS) return { ...event, ...anchor };
  const properties = { ...anchor, tagStart: move(event.tagStart), tagEnd: move(event.tagEnd) };
  if (event.type !== EVENT_ID.SCALAR) return { ...event, ...properties, start: move(event.start) };
  return { ...event, ...properties, valueStart: move(event.valueStart), valueEnd: move(event.valueEnd) };
}
