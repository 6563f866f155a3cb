/**
 * Edits by pointer as edits of the text, which leave every comment and every other line as it was. Where that cannot
 * be done by changing text around the place alone, there is no edit.
 */

import { COLLECTION_STYLE, EVENT_ID, type Event } from 'js-yaml';
import { isObject, type JsonValue, pointerKeys } from './document.ts';
import type { Edit } from './edit.ts';
import { childrenOf, lineEnd, type WrittenNode, type WrittenText, writtenNode } from './written-node.ts';

/** A range of the text of a document by what takes its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function replacementOf(written: WrittenText, prefix: string, edit: Edit): Replacement | undefined {
  const node = writtenNode(written, pointerKeys(prefix + edit.at.pointer));
  if (!node) return undefined;
  switch (edit.kind) {
    case 'set':
      return setValue(written, node, edit.value);
    case 'rename':
      return (
        node.key && { ...node.key, text: written.text[node.key.start] === '"' ? JSON.stringify(edit.key) : edit.key }
      );
    case 'before':
    case 'behind':
      return besideValue(written, node, edit);
    case 'remove':
      return isFlow(written, node.parent) ? removeInFlow(written, node) : removeLines(written, node);
    case 'add':
      return addTo(written, node, (json) => `${writeKey(edit.key, json)}: ${writeValue(edit.value, json)}`);
    case 'append':
      return addTo(written, node, (json) => writeValue(edit.value, json), '- ');
    case 'join':
      return joinItem(written, node);
  }
}

function setValue(
  { text, events }: WrittenText,
  node: WrittenNode,
  value: string | number | boolean,
): Replacement | undefined {
  if (events[node.event]?.type !== EVENT_ID.SCALAR) return undefined;
  if (node.valueStart < 0) return { start: node.end, end: node.end, text: ` ${writeValue(value, false)}` };
  const json = text[node.key?.start ?? node.valueStart] === '"';
  return { start: node.valueStart, end: node.end, text: writeValue(value, json) };
}

function besideValue(
  { events }: WrittenText,
  node: WrittenNode,
  { kind, text }: { readonly kind: 'before' | 'behind'; readonly text: string },
): Replacement | undefined {
  if (events[node.event]?.type !== EVENT_ID.SCALAR || node.valueStart < 0) return undefined;
  const at = kind === 'before' ? node.valueStart : node.end;
  return { start: at, end: at, text };
}

/** An entry and the comma beside it. */
function removeInFlow(written: WrittenText, node: WrittenNode): Replacement | undefined {
  const [before, after] = neighbours(written, node);
  if (after) return { start: node.start, end: after.start, text: '' };
  if (before) return { start: before.end, end: node.end, text: '' };
  return { start: node.start, end: node.end, text: '' };
}

/** An entry with its lines; the only entry of a mapping leaves an empty one, which is not for us to choose. */
function removeLines(written: WrittenText, node: WrittenNode): Replacement | undefined {
  const { text } = written;
  const [before, after] = neighbours(written, node);
  if (!before && !after) return undefined;
  // Of an item the dash goes too; the key of an item's first entry stands behind the dash of the item.
  const start = node.key ? node.start : text.lastIndexOf('-', node.start - 1);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(line, start).trim() !== '') return after && { start, end: after.start, text: '' };
  return { start: line, end: Math.min(lineEnd(text, contentEnd(text, node.end)) + 1, text.length), text: '' };
}

/** Where the last line of a node ends: a block scalar has its line break inside. */
function contentEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function addTo(
  written: WrittenText,
  node: WrittenNode,
  write: (json: boolean) => string,
  dash = '',
): Replacement | undefined {
  const { text, events } = written;
  const event = events[node.event];
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return undefined;
  const last = childrenOf(written, node).at(-1)?.node;
  if (event.style === COLLECTION_STYLE.FLOW) {
    const json = text[last?.start ?? 0] === '"';
    const at = last ? last.end : node.end - 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${write(json)}` };
  }
  if (!last) return undefined;
  const column = dash === '' ? last.start : text.lastIndexOf('-', last.start - 1);
  const indent = ' '.repeat(column - (text.lastIndexOf('\n', column - 1) + 1));
  const at = lineEnd(text, contentEnd(text, last.end));
  return { start: at, end: at, text: `\n${indent}${dash}${write(false)}` };
}

/** `- a` and `- b` to `- a` and `  b`. */
function joinItem({ text, events }: WrittenText, node: WrittenNode): Replacement | undefined {
  if (node.key || node.index === 0 || events[node.event]?.type !== EVENT_ID.MAPPING) return undefined;
  const dash = text.lastIndexOf('-', node.start - 1);
  if (dash < 0 || text.slice(dash + 1, node.start).trim() !== '') return undefined;
  return { start: dash, end: dash + 1, text: ' ' };
}

function neighbours(written: WrittenText, { parent, index }: WrittenNode): (WrittenNode | undefined)[] {
  const siblings = parent ? childrenOf(written, parent) : [];
  return [siblings[index - 1]?.node, siblings[index + 1]?.node];
}

function isFlow({ events }: WrittenText, node: WrittenNode | undefined): boolean {
  const event: Event | undefined = node && events[node.event];
  return (
    (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) && event.style === COLLECTION_STYLE.FLOW
  );
}

/** Texts that YAML 1.1 and 1.2 both read as just that text. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null|nan|inf)$)[A-Za-z_/][A-Za-z0-9_./-]*$/i;

function writeKey(key: string, json: boolean): string {
  return json || !PLAIN.test(key) ? JSON.stringify(key) : key;
}

/** In flow style, on one line. */
function writeValue(value: JsonValue, json: boolean): string {
  if (json) return JSON.stringify(value);
  if (typeof value === 'string') return writeKey(value, false);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => writeValue(item, false)).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${writeKey(key, false)}: ${writeValue(item, false)}`)
    .join(', ')}}`;
}
