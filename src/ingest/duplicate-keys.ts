/**
 * The findings about equal keys in one mapping (`YML002`). YAML 1.2 §3.2.1.1 and RFC 8259 §4 want keys to be unique;
 * kubectl keeps the last one without a word, unless it validates strictly.
 */

import type { Event } from 'js-yaml';
import type { Source } from './document.ts';
import { entriesAt } from './event-path.ts';
import { eventOffset } from './event-text.ts';
import type { Intake } from './intake.ts';
import type { DuplicateKey } from './yaml-build.ts';

/** More than these of one document say nothing new. */
const MOST_REPORTED = 20;
const LONGEST_NAME = 80;

interface Duplicates {
  readonly source: Source;
  /** Where the parsed text starts in the source. */
  readonly base: number;
  readonly text: string;
  readonly events: readonly Event[];
  readonly keys: readonly DuplicateKey[];
}

export function reportDuplicates(found: Duplicates, intake: Intake): void {
  const { source, base, text, events, keys } = found;
  for (const key of keys.slice(0, MOST_REPORTED)) {
    const first = base + firstOffset(text, events, key);
    const line = intake.lines.at(source, first).line;
    const name = key.name.length > LONGEST_NAME ? `${key.name.slice(0, LONGEST_NAME)}…` : key.name;
    const message = `The key "${name}" stands twice in one mapping, first on line ${line}. ${adviceOn(key.name)}`;
    const place = { source, offset: base + key.offset };
    intake.report({ rule: 'YML002', severity: 'error', message, place });
  }
  const more = keys[MOST_REPORTED];
  if (!more) return;
  const message = `${keys.length - MOST_REPORTED} more keys of this document stand twice in their mappings.`;
  intake.report({ rule: 'YML002', severity: 'error', message, place: { source, offset: base + more.offset } });
}

/** An object that begins inside another is most often one that lacks its separator. */
function adviceOn(name: string): string {
  const begins = name === 'apiVersion' || name === 'kind';
  return begins ? 'Two objects need a line of --- between them.' : 'The last counts; remove one.';
}

function firstOffset(text: string, events: readonly Event[], key: DuplicateKey): number {
  for (const entry of entriesAt(text, events, key.mapping)) {
    const event = events[entry.key];
    if (entry.name === key.name && !entry.merge && event) return eventOffset(event);
  }
  return key.offset;
}
