/**
 * The way along a JSON pointer (RFC 6901) through the events of a document, to the offset of a key or of a list item.
 * Keys are compared as strings, as kubectl makes them; of equal keys the last one counts, as it did for the value.
 */

import { EVENT_ID, type Event } from 'js-yaml';
import { eventOffset, isMergeKey, scalarKey, skipNode } from './event-text.ts';

interface Entry {
  readonly name: string | null;
  readonly merge: boolean;
  /** Indices of the events of the key and of the value. */
  readonly key: number;
  readonly value: number;
}

/** The entries of the mapping whose event is at `index`. */
export function* entriesAt(text: string, events: readonly Event[], index: number): Generator<Entry> {
  let at = index + 1;
  for (let event = events[at]; event && event.type !== EVENT_ID.POP; event = events[at]) {
    const value = skipNode(events, at);
    const scalar = event.type === EVENT_ID.SCALAR ? event : undefined;
    const name = scalar ? scalarKey(text, scalar) : null;
    yield { name, merge: scalar ? isMergeKey(text, scalar) : false, key: at, value };
    at = skipNode(events, value);
  }
}

/**
 * The offset of what `keys` lead to: the key's token in a mapping, the item's start in a list. Where the way ends
 * early, at an alias, a merge or a missing key, it is the offset of the deepest step that exists.
 */
export function offsetOf(text: string, events: readonly Event[], keys: readonly string[]): number {
  // events[0] opens the document, events[1] its root node.
  let node = 1;
  let offset = startOf(events[node]) ?? 0;
  for (const key of keys) {
    const step = stepInto(text, events, { node, key });
    if (!step) break;
    offset = startOf(events[step.at]) ?? offset;
    if (step.next === undefined) break;
    node = step.next;
  }
  return offset;
}

interface Step {
  /** Index of the event to point at. */
  readonly at: number;
  /** Index of the node to go on with, where the way goes on. */
  readonly next?: number;
}

function stepInto(
  text: string,
  events: readonly Event[],
  from: { readonly node: number; readonly key: string },
): Step | undefined {
  const type = events[from.node]?.type;
  if (type === EVENT_ID.SEQUENCE) return itemStep(events, from.node, from.key);
  if (type !== EVENT_ID.MAPPING) return undefined;
  let found: Step | undefined;
  let merged: Step | undefined;
  for (const entry of entriesAt(text, events, from.node)) {
    if (entry.merge) merged = { at: entry.key };
    else if (entry.name === from.key) found = { at: entry.key, next: entry.value };
  }
  return found ?? merged;
}

function itemStep(events: readonly Event[], node: number, key: string): Step | undefined {
  if (!/^\d+$/.test(key)) return undefined;
  const position = Number(key);
  let at = node + 1;
  for (let skipped = 0; skipped < position; skipped += 1) {
    if (isEnd(events[at])) return undefined;
    at = skipNode(events, at);
  }
  return isEnd(events[at]) ? undefined : { at, next: at };
}

function isEnd(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}

function startOf(event: Event | undefined): number | undefined {
  const offset = event ? eventOffset(event) : -1;
  return offset < 0 ? undefined : offset;
}
