/**
 * Merges what one file says over what came before (https://docs.docker.com/reference/compose-file/merge/): mappings key
 * by key, lists one behind the other, anything else replaced; and some attributes by rules of their own.
 */

import type { Budget } from './budget.ts';
import { mergeIpamConfig } from './merge-ipam.ts';
import { at, isNull, list, type MappingNode, mapping, type Node, text } from './node.ts';
import type { Report } from './report.ts';
import { type Rules, rulesOf, under } from './rules.ts';
import { nothing, startedFirst, toMapping, toSequence } from './sequences.ts';

export interface MergeContext {
  readonly budget: Budget;
  readonly report: Report;
}

type Place = Rules<Merger> | undefined;
type Merger = (base: Node, over: Node, context: MergeContext, rules: Place) => Node;

const append: Merger = (base, over, { budget }) => {
  const [first, second] = [toSequence(base), toSequence(over)];
  budget.spend('nodes', first.items.length + second.items.length, over.origin);
  return list(base.origin, [...first.items, ...second.items]);
};

/** What is in both is kept once, unless it is twice in one of them. */
const appendMissing: Merger = (base, over, context, rules) => {
  const known = new Set(toSequence(base).items.map(textKey));
  const missing = toSequence(over).items.filter((item) => !known.has(textKey(item)));
  return append(base, list(over.origin, missing), context, rules);
};

const replace: Merger = (_base, over) => over;

const asMapping =
  (value: (item: Node) => Node): Merger =>
  (base, over, context, rules) =>
    mergeMappings(toMapping(base, value), toMapping(over, value), context, rules);

const mergeBuild: Merger = (base, over, context, rules) =>
  mergeMappings(buildMapping(base), buildMapping(over), context, rules);

/** Options of another driver mean nothing to this one. */
const mergeLogging: Merger = (base, over, context, rules) => {
  if (base.kind !== 'mapping' || over.kind !== 'mapping') return refuseKind(base, over, context);
  const [first, second] = [at(base, 'driver'), at(over, 'driver')];
  const sameDriver = !first || !second || textKey(first) === textKey(second);
  return sameDriver ? mergeMappings(base, over, context, rules) : over;
};

const mergeIpam: Merger = (base, over, context) => {
  if (base.kind !== 'list' || over.kind !== 'list') return refuseKind(base, over, context);
  const [some, more] = [base.items.length, over.items.length];
  if (some === 0 || more === 0) {
    context.report.refuse(
      'CMP046',
      over.origin,
      'Compose cannot merge an empty list of address pools. Remove it, or use !override.',
    );
    return base;
  }
  context.budget.spend('nodes', some * more * (some + more), over.origin);
  return mergeIpamConfig(base, over, (first, second) => mergeMappings(first, second, context, undefined));
};

const MERGERS: Rules<Merger> = rulesOf<Merger>({
  'networks.*.ipam.config': mergeIpam,
  'networks.*.labels': append,
  'volumes.*.labels': append,
  'services.*.annotations': append,
  'services.*.build': mergeBuild,
  'services.*.build.args': append,
  'services.*.build.additional_contexts': append,
  'services.*.build.extra_hosts': appendMissing,
  'services.*.build.labels': append,
  'services.*.command': replace,
  'services.*.depends_on': asMapping(startedFirst),
  'services.*.deploy.labels': append,
  'services.*.dns': append,
  'services.*.dns_opt': append,
  'services.*.dns_search': append,
  'services.*.entrypoint': replace,
  'services.*.env_file': append,
  'services.*.label_file': append,
  'services.*.environment': append,
  'services.*.extra_hosts': appendMissing,
  'services.*.healthcheck.test': replace,
  'services.*.labels': append,
  'services.*.logging': mergeLogging,
  'services.*.models': asMapping(nothing),
  'services.*.networks': asMapping(nothing),
  'services.*.sysctls': append,
  'services.*.tmpfs': append,
  'services.*.ulimits.*': replace,
});

/** Merges documents. */
export function mergeDocuments(base: MappingNode, over: MappingNode, context: MergeContext): MappingNode {
  return mergeMappings(base, over, context, MERGERS);
}

/** Merges two definitions of one entry, such as `services.web`. */
export function mergeEntries(base: Node, over: Node, context: MergeContext, section: string): Node {
  return merge(base, over, context, under(under(MERGERS, section), '*'));
}

function merge(base: Node, over: Node, context: MergeContext, rules: Place): Node {
  if (rules?.rule) return rules.rule(base, over, context, rules);
  if (isNull(over)) return base;
  if (base.kind === 'scalar') return over;
  if (base.kind === 'mapping' && over.kind === 'mapping') return mergeMappings(base, over, context, rules);
  if (base.kind === 'list' && over.kind === 'list') return append(base, over, context, rules);
  return refuseKind(base, over, context);
}

function mergeMappings(base: MappingNode, over: MappingNode, context: MergeContext, rules: Place): MappingNode {
  context.budget.spend('nodes', base.entries.size + over.entries.size, over.origin);
  const entries = new Map(base.entries);
  for (const [key, value] of over.entries) {
    const known = entries.get(key);
    entries.set(key, known ? merge(known, value, context, under(rules, key)) : value);
  }
  return mapping(base.origin, entries);
}

function refuseKind(base: Node, over: Node, { report }: MergeContext): Node {
  const nouns = { scalar: 'a single value', list: 'a list', mapping: 'a mapping' };
  const message = `This is ${nouns[over.kind]} and cannot be merged into ${nouns[base.kind]}. Write both alike, or use !override.`;
  report.refuse('CMP046', over.origin, message);
  return base;
}

function buildMapping(node: Node): MappingNode {
  if (node.kind === 'mapping') return node;
  const isText = node.kind === 'scalar' && typeof node.value === 'string';
  return mapping(node.origin, isText ? [['context', text(node.origin, node.text, node.filled)]] : []);
}

function textKey(node: Node): string {
  return node.kind === 'scalar' ? node.text : '';
}
