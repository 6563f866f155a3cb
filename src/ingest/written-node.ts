/**
 * Nodes of a YAML or JSON text by pointer, with where they begin and end. Only what is written in the plain sight of
 * the text is found: nothing behind an alias or a merge key, whose text belongs to other places too.
 */

import { COLLECTION_STYLE, EVENT_ID, type Event, type MappingEvent, SCALAR_STYLE, type SequenceEvent } from 'js-yaml';
import { entriesAt } from './event-path.ts';
import { eventOffset, skipNode } from './event-text.ts';

/** An entry of a mapping or an item of a list. */
export interface WrittenNode {
  /** Where its key begins, or the item itself. */
  readonly start: number;
  /** Where its value ends. */
  readonly end: number;
  /** The key, where it is an entry of a mapping. */
  readonly key?: { readonly start: number; readonly end: number };
  /** The index of the event of the value, and where it begins; -1 where nothing is written. */
  readonly event: number;
  readonly valueStart: number;
  /** The collection it is in; absent for the root. */
  readonly parent?: WrittenNode;
  /** Its place among the nodes of its collection, which are `siblings` in all. */
  readonly index: number;
  readonly siblings: number;
}

export interface WrittenText {
  readonly text: string;
  readonly events: readonly Event[];
}

/** The node that a pointer leads to; undefined where it leads nowhere, or behind an alias. */
export function writtenNode(written: WrittenText, keys: readonly string[]): WrittenNode | undefined {
  // events[0] opens the document, events[1] its root node.
  const start = offsetAt(written, 1);
  let node: WrittenNode | undefined = {
    start,
    end: endOf(written, 1),
    event: 1,
    valueStart: start,
    index: 0,
    siblings: 1,
  };
  for (const key of keys) {
    if (!node) return undefined;
    node = childrenOf(written, node).findLast((child, i) => (child.name ?? `${i}`) === key)?.node;
  }
  return node;
}

interface NamedNode {
  readonly name: string | null;
  readonly node: WrittenNode;
}

/** The nodes of a collection; none of a scalar, or of a mapping that merges others. */
export function childrenOf(written: WrittenText, parent: WrittenNode): NamedNode[] {
  const { events, text } = written;
  const event = events[parent.event];
  if (event?.type === EVENT_ID.SEQUENCE) {
    const items: number[] = [];
    for (let at = parent.event + 1; !isEnd(events[at]); at = skipNode(events, at)) items.push(at);
    return items.map((at, index) => {
      const start = offsetAt(written, at);
      const node = {
        start,
        end: endOf(written, at),
        event: at,
        valueStart: start,
        parent,
        index,
        siblings: items.length,
      };
      return { name: null, node };
    });
  }
  if (event?.type !== EVENT_ID.MAPPING) return [];
  const entries = [...entriesAt(text, events, parent.event)];
  if (entries.some(({ merge }) => merge)) return [];
  return entries.map(({ name, key, value }, index) => {
    const [start, keyEnd] = [offsetAt(written, key), endOf(written, key)];
    const valueStart = offsetAt(written, value);
    const end = valueStart < 0 ? text.indexOf(':', keyEnd) + 1 : endOf(written, value);
    const node = {
      start,
      end,
      key: { start, end: keyEnd },
      event: value,
      valueStart,
      parent,
      index,
      siblings: entries.length,
    };
    return { name: name ?? '', node };
  });
}

function isEnd(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}

function offsetAt({ events }: WrittenText, index: number): number {
  const event = events[index];
  return event ? eventOffset(event) : -1;
}

/** Where a node ends: behind its quote, its bracket, or the last of what is in it. */
function endOf(written: WrittenText, index: number): number {
  const event = written.events[index];
  if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return -1;
  if (event.type === EVENT_ID.ALIAS) return event.anchorEnd;
  if (event.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return quoted ? event.valueEnd + 1 : event.valueEnd;
  }
  return collectionEnd(written, event, index);
}

function collectionEnd(written: WrittenText, event: MappingEvent | SequenceEvent, index: number): number {
  const last = lastIn(written, index);
  if (event.style !== COLLECTION_STYLE.FLOW) return last;
  const close = event.type === EVENT_ID.MAPPING ? '}' : ']';
  return behind(written.text, Math.max(last, event.start + 1), close);
}

/** Where the last node inside ends. */
function lastIn(written: WrittenText, index: number): number {
  const { events } = written;
  let last = -1;
  for (let at = index + 1; !isEnd(events[at]); at = skipNode(events, at)) last = Math.max(last, endOf(written, at));
  return last;
}

/** The offset behind the next bracket, comments passed over. */
function behind(text: string, from: number, bracket: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? ' ')) at = lineEnd(text, at);
    else if (text[at] === bracket) return at + 1;
  }
  return text.length;
}

/** The offset of the line break that ends the line, or of the end. */
export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
