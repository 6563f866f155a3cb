/** Readings of js-yaml's events that the builder of values and the locator share: offsets and keys. */

import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { plainKey } from './scalar.ts';
import { coreTag, taggedScalar } from './tagged.ts';

/** The offset of the node an event opens, its tag or anchor included; -1 for an empty node. */
export function eventOffset(event: Event): number {
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return -1;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  const own = event.type === EVENT_ID.SCALAR ? scalarOffset(event) : event.start;
  if (event.tagStart < 0 && event.anchorStart < 0) return own;
  return Math.min(...[event.tagStart, event.anchorStart - 1].filter((offset) => offset >= 0));
}

function scalarOffset(event: ScalarEvent): number {
  if (event.valueStart < 0) return -1;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}

export function rawTag(text: string, event: { readonly tagStart: number; readonly tagEnd: number }): string {
  return event.tagStart < 0 ? '' : text.slice(event.tagStart, event.tagEnd);
}

/** The key a scalar stands for, as kubectl turns it into a string; null where it refuses the key. */
export function scalarKey(
  text: string,
  event: ScalarEvent,
  value: string = getScalarValue(text, event),
): string | null {
  if (event.tagStart < 0) return event.style === SCALAR_STYLE.PLAIN ? plainKey(value) : value;
  const tagged = taggedScalar(coreTag(rawTag(text, event)), value);
  if (tagged === null || tagged === undefined) return null;
  return typeof tagged === 'string' ? tagged : plainKey(value);
}

/** Whether a scalar in a key's place is the merge key `<<` (https://yaml.org/type/merge.html). */
export function isMergeKey(text: string, event: ScalarEvent): boolean {
  if (event.style !== SCALAR_STYLE.PLAIN || getScalarValue(text, event) !== '<<') return false;
  return event.tagStart < 0 || coreTag(rawTag(text, event)) === 'merge';
}

/** The index behind the node that starts at `index`. */
export function skipNode(events: readonly Event[], index: number): number {
  let depth = 0;
  let at = index;
  do {
    const type = events[at]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    else if (type === EVENT_ID.POP) depth -= 1;
    at += 1;
  } while (depth > 0 && at < events.length);
  return at;
}
