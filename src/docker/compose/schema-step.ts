/**
 * Asks the specification's schema about a merged model, and takes away what it refuses, so that the other entries can
 * be looked at further.
 */

import type { JsonObject, JsonValue } from '../../ingest/document.ts';
import type { ComposeSchema } from '../../schemas/compose.ts';
import { UNIQUE_LISTS } from '../../schemas/compose-spec.data.ts';
import type { Violation } from '../../schemas/json-schema.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import { Spent } from './budget.ts';
import { at, jsonObject, list, type MappingNode, mapChildren, mapping, type Node, toJson, withEntry } from './node.ts';
import type { Report } from './report.ts';
import { type Rules, rulesOf, under } from './rules.ts';

const RULES: Readonly<Record<Violation['kind'], string>> = {
  'unknown-key': 'SCH002',
  type: 'SCH003',
  value: 'SCH003',
  'missing-key': 'SCH004',
};

const UNIQUE: Rules<true> = rulesOf(Object.fromEntries(UNIQUE_LISTS.map((path) => [path, true as const])));

/** The model without what is refused, and without `version`, which is of no use any more. */
export function checkSchema(root: MappingNode, schema: ComposeSchema, report: Report): MappingNode {
  const { violations, isCut } = schema.check(modelOf(root));
  for (const { keys, kind, message } of violations) report.refuse(RULES[kind], deepest(root, keys).origin, message);
  if (isCut) throw new Spent(root.origin, 'Too much of this project is against the schema; the rest is not looked at.');
  const pruned = violations.length === 0 ? root : prune(root, treeOf(violations));
  const model = checkUnique(pruned.kind === 'mapping' ? pruned : root, report, UNIQUE) as MappingNode;
  const version = at(model, 'version');
  if (!version) return model;
  const message = 'The attribute version is obsolete and has no effect. Remove it.';
  report.note('CMP001', 'info', version.origin, message);
  return withEntry(model, 'version', undefined);
}

/** Keys as the interpreter can write them into pointers. */
function modelOf(node: MappingNode): JsonObject {
  return jsonObject([...node.entries].map(([key, child]) => [key.toWellFormed(), wellFormed(child)] as const));
}

function wellFormed(node: Node): JsonValue {
  if (node.kind === 'scalar') return toJson(node);
  if (node.kind === 'list') return node.items.map(wellFormed);
  return modelOf(node);
}

function deepest(root: Node, keys: readonly string[]): Node {
  let node = root;
  for (const key of keys) {
    const child = node.kind === 'list' ? node.items[Number(key)] : at(node, key);
    if (!child) return node;
    node = child;
  }
  return node;
}

/** What is taken away, as a tree of keys; a leaf goes. */
type Doomed = ReadonlyMap<string, Doomed>;

function treeOf(violations: readonly Violation[]): Doomed {
  type Growing = Map<string, Growing>;
  const root: Growing = new Map();
  for (const { keys } of violations) {
    let place = root;
    for (const key of keys) {
      const next: Growing = place.get(key) ?? new Map();
      place.set(key, next);
      place = next;
    }
  }
  return root;
}

/** Where something goes, what was to go below it has gone with it. */
function prune(node: Node, doomed: Doomed): Node {
  const keep = (child: Node, key: string): Node[] => {
    const below = doomed.get(key);
    if (!below) return [child];
    return below.size === 0 ? [] : [prune(child, below)];
  };
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    return list(
      node.origin,
      node.items.flatMap((item, index) => keep(item, String(index))),
    );
  }
  const entries = [...node.entries].flatMap(([key, child]) => keep(child, key).map((kept) => [key, kept] as const));
  return mapping(node.origin, entries);
}

function checkUnique(node: Node, report: Report, rules: Rules<true> | undefined): Node {
  if (!rules || node.kind === 'scalar') return node;
  const checked = mapChildren(node, (child, key) => checkUnique(child, report, under(rules, key)));
  if (!rules.rule || checked.kind !== 'list') return checked;
  const seen = new Set<string>();
  const items = checked.items.filter((item) => {
    const key = canonicalJson(toJson(item));
    if (seen.has(key)) report.refuse('CMP049', item.origin, 'The entry stands twice in its list. Remove one.');
    return !seen.has(key) && seen.add(key);
  });
  return list(node.origin, items);
}
