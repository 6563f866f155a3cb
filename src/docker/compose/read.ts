/**
 * Readings of a canonical model: what the loader has let through is of the type it should be, and what is not is read
 * as absent. Nothing here throws.
 */

import { isObject, type JsonObject, type JsonValue } from '../../ingest/document.ts';
import { byKeys } from '../../util/ordering.ts';
import type { Placed } from '../placed.ts';
import { at, entriesOf, itemsOf, type Node, stringOf, toJson } from './node.ts';

/** An attribute as one member of an object, and no member where it is absent. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
}

export function placedText(node: Node | undefined): Placed<string> | undefined {
  const value = stringOf(node);
  return node && value !== undefined ? { value, origin: node.origin } : undefined;
}

/** The same, but an empty text is none. */
export function placedWord(node: Node | undefined): Placed<string> | undefined {
  const placed = placedText(node);
  return placed?.value === '' ? undefined : placed;
}

export function placedFlag(node: Node | undefined): Placed<boolean> | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean'
    ? { value: node.value, origin: node.origin }
    : undefined;
}

export function numberAt(node: Node | undefined, key: string): number | undefined {
  const value = at(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
}

export function textAt(node: Node | undefined, key: string): string | undefined {
  return stringOf(at(node, key));
}

export function flagAt(node: Node | undefined, key: string): boolean {
  return placedFlag(at(node, key))?.value ?? false;
}

export function placedTexts(node: Node | undefined): Placed<string>[] {
  return itemsOf(node).flatMap((item) => placedText(item) ?? []);
}

export function textsOf(node: Node | undefined): string[] {
  return itemsOf(node).flatMap((item) => stringOf(item) ?? []);
}

/** Texts by key, in alphabetical order. */
export function placedMap(node: Node | undefined): ReadonlyMap<string, Placed<string>> {
  return new Map(
    sortedEntries(node).flatMap(([key, value]) => {
      const placed = placedText(value);
      return placed ? [[key, placed] as const] : [];
    }),
  );
}

export function textMap(node: Node | undefined): ReadonlyMap<string, string> {
  return new Map([...placedMap(node)].map(([key, { value }]) => [key, value]));
}

export function sortedEntries(node: Node | undefined): [string, Node][] {
  return [...entriesOf(node)].sort(byKeys(([key]) => key));
}

export function jsonOf(node: Node | undefined): JsonValue | undefined {
  return node && toJson(node);
}

export function objectOf(node: Node | undefined): JsonObject | undefined {
  const value = jsonOf(node);
  return isObject(value) ? value : undefined;
}
