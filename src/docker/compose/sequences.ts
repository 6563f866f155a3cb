/**
 * The two shapes that many attributes may have: a list of `key=value`, or a mapping. Merging brings both sides to one
 * of them first (https://docs.docker.com/reference/compose-file/merge/#merging-rules).
 */

import { compareText } from '../../util/ordering.ts';
import {
  isNull,
  type ListNode,
  list,
  type MappingNode,
  mapChildren,
  mapping,
  type Node,
  type ScalarNode,
  scalar,
  stringOf,
  text,
} from './node.ts';

/** As a list: of a mapping, its entries in alphabetical order; of a text, itself; of anything else, nothing. */
export function toSequence(node: Node): ListNode {
  if (node.kind === 'list') return node;
  if (node.kind === 'scalar') return list(node.origin, typeof node.value === 'string' ? [node] : []);
  const items = [...node.entries].flatMap(([key, value]) => pairs(key, value));
  return list(
    node.origin,
    items.sort((a, b) => compareText(a.text, b.text)),
  );
}

/** `key=value` as items; a key alone where the value is null, and one item per value of a list. */
function pairs(key: string, value: Node): ScalarNode[] {
  if (isNull(value)) return [text(value.origin, key)];
  if (value.kind === 'list') return value.items.flatMap((item) => pair(key, item));
  return pair(key, value);
}

function pair(key: string, value: Node): ScalarNode[] {
  return value.kind === 'scalar' ? [text(value.origin, `${key}=${value.text}`, value.filled)] : [];
}

/** As a mapping: of a list of names, each with what `value` makes for it. */
export function toMapping(node: Node, value: (item: Node) => Node): MappingNode {
  if (node.kind === 'mapping') return node;
  if (node.kind === 'scalar') return mapping(node.origin);
  const entries = node.items.flatMap((item): [string, Node][] =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [[item.value, value(item)]] : [],
  );
  return mapping(node.origin, entries);
}

/** The value of a name that stands alone in a list of networks. */
export function nothing(item: Node): Node {
  return scalar(item.origin, null);
}

/** The value of a name that stands alone in `depends_on`. */
export function startedFirst({ origin }: Node): Node {
  return mapping(origin, [
    ['condition', text(origin, 'service_started')],
    ['required', scalar(origin, true)],
  ]);
}

/** Build arguments that only name a variable take its value; those that name none go. */
export function buildArguments(node: Node, lookup: (name: string) => string | undefined): Node {
  return mapChildren(node, (item, key) => {
    const name = node.kind === 'mapping' ? key : (stringOf(item) ?? '');
    const isBare = node.kind === 'mapping' ? isNull(item) : !name.includes('=');
    if (!isBare) return item;
    const value = lookup(name);
    if (value === undefined) return undefined;
    return text(item.origin, node.kind === 'mapping' ? value : `${name}=${value}`, true);
  });
}
