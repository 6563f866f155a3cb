/**
 * The tree the Compose loader works on: values that each know the entry of a file that says them, through every merge.
 * Trees are never changed; a step gives a new one that shares what it left alone.
 */

import type { JsonValue, Origin } from '../../ingest/document.ts';
import type { Scalar } from '../../ingest/scalar.ts';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** The value as Go prints it. */
  readonly text: string;
  /** Whether Go holds it as a floating-point number. */
  readonly float: boolean;
  /** Whether a variable was filled in: such a value may be a secret, and is never shown. */
  readonly filled: boolean;
  readonly origin: Origin;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly origin: Origin;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, Node>;
  readonly origin: Origin;
}

export type Node = ScalarNode | ListNode | MappingNode;

export function mapping(origin: Origin, entries: Iterable<readonly [string, Node]> = []): MappingNode {
  return { kind: 'mapping', entries: new Map(entries), origin };
}

export function list(origin: Origin, items: readonly Node[]): ListNode {
  return { kind: 'list', items, origin };
}

export function text(origin: Origin, value: string, filled = false): ScalarNode {
  return { kind: 'scalar', value, text: value, float: false, filled, origin };
}

export function scalar(origin: Origin, value: Exclude<Scalar, string>): ScalarNode {
  const printed = value === null ? '' : String(value);
  return { kind: 'scalar', value, text: printed, float: false, filled: false, origin };
}

export function isNull(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.value === null;
}

/** The entry `key` of a mapping; undefined where the node is none. */
export function at(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key) : undefined;
}

/** The text of a string; undefined for anything else. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

export function entriesOf(node: Node | undefined): ReadonlyMap<string, Node> {
  return node?.kind === 'mapping' ? node.entries : NO_ENTRIES;
}

const NO_ENTRIES: ReadonlyMap<string, Node> = new Map();

/** The same mapping with one entry set, or taken away where `value` is undefined. */
export function withEntry(node: MappingNode, key: string, value: Node | undefined): MappingNode {
  const entries = new Map(node.entries);
  if (value) entries.set(key, value);
  else entries.delete(key);
  return { ...node, entries };
}

/**
 * The same node with every child replaced; a child that becomes undefined is taken away. Where no child changes it is
 * the node itself, so that a walk over a large tree makes nothing new.
 */
export function mapChildren(node: Node, change: (child: Node, key: string) => Node | undefined): Node {
  if (node.kind === 'scalar') return node;
  return node.kind === 'list' ? mapItems(node, change) : mapEntries(node, change);
}

function mapItems(node: ListNode, change: (child: Node, key: string) => Node | undefined): Node {
  const items: Node[] = [];
  let same = true;
  for (const item of node.items) {
    const changed = change(item, '[]');
    same &&= changed === item;
    if (changed) items.push(changed);
  }
  return same ? node : list(node.origin, items);
}

function mapEntries(node: MappingNode, change: (child: Node, key: string) => Node | undefined): Node {
  const entries = new Map<string, Node>();
  let same = true;
  for (const [key, child] of node.entries) {
    const changed = change(child, key);
    same &&= changed === child;
    if (changed) entries.set(key, changed);
  }
  return same ? node : { ...node, entries };
}

/** Plain JSON; keys are own properties, whatever they are called. */
export function toJson(node: Node): JsonValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toJson);
  return jsonObject(jsonMembers(node));
}

function* jsonMembers({ entries }: MappingNode): Generator<readonly [string, JsonValue]> {
  for (const [key, child] of entries) yield [key, toJson(child)];
}

/** An object with these members, of which one may be called `__proto__`. */
export function jsonObject(members: Iterable<readonly [string, JsonValue]>): { readonly [key: string]: JsonValue } {
  const object: Record<string, JsonValue> = {};
  for (const [key, value] of members) {
    if (key !== '__proto__') object[key] = value;
    else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

/** How many nodes a tree has, as often as each is reached; counting ends beyond `most`. */
export function sizeOf(node: Node, most: number): number {
  let size = 1;
  const children = node.kind === 'list' ? node.items : node.kind === 'mapping' ? node.entries.values() : [];
  for (const child of children) {
    if (size > most) return size;
    size += sizeOf(child, most - size);
  }
  return size;
}
