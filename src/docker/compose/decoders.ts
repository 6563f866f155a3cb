/**
 * How texts become durations, sizes, numbers, booleans and commands, and lists of pairs become mappings, as the loader
 * does it for the attributes of the specification. What cannot is refused.
 */

import { CAST_NOUNS, type Cast, castText } from './casts.ts';
import { durationText, parseDuration } from './durations.ts';
import { isNull, list, mapChildren, mapping, type Node, scalar, stringOf, text } from './node.ts';
import type { Report } from './report.ts';
import { shellWords } from './shell-words.ts';
import { parseSize } from './sizes.ts';

/** Undefined takes the node away. */
export type Decoder = (node: Node, report: Report) => Node | undefined;

export const asText: Decoder = (node) =>
  node.kind === 'scalar' && !isNull(node) ? text(node.origin, node.text, node.filled) : node;

export const texts: Decoder = (node, report) => {
  if (node.kind === 'scalar')
    return isNull(node) ? node : list(node.origin, [text(node.origin, node.text, node.filled)]);
  return mapChildren(node, (item) => asText(item, report));
};

/** What a number, or a text for one, must be. */
export const numeric =
  (cast: Cast, least = Number.NEGATIVE_INFINITY): Decoder =>
  (node, report) => {
    if (node.kind !== 'scalar' || node.value === null) return node;
    const value = typeof node.value === 'string' ? castText(node.value, cast)?.value : node.value;
    if (value === undefined) {
      report.refuse('CMP043', node.origin, `The value must be ${CAST_NOUNS[cast]}.`);
      return undefined;
    }
    if (typeof value === 'boolean') return scalar(node.origin, value);
    if (value >= least) return scalar(node.origin, cast === 'integer' ? Math.trunc(value) : value);
    report.refuse('CMP043', node.origin, `The value must be at least ${least}.`);
    return undefined;
  };

export const boolean = numeric('boolean');
export const integer = numeric('integer');
export const unsigned = numeric('integer', 0);

export const duration: Decoder = (node, report) => {
  const parsed = node.kind === 'scalar' ? parseDuration(node.text) : undefined;
  if (isNull(node)) return node;
  if (parsed !== undefined) return text(node.origin, durationText(parsed));
  report.refuse('CMP043', node.origin, 'The value is no duration. Write a number and a unit, such as 1m30s.');
  return undefined;
};

export const size: Decoder = (node, report) => {
  if (node.kind !== 'scalar' || isNull(node)) return node;
  // A fraction of a byte is passed over by the loader without a word.
  if (node.float) return undefined;
  const parsed = parseSize(node.text);
  if (parsed !== undefined) return text(node.origin, parsed);
  report.refuse('CMP043', node.origin, 'The value is no size. Write a number and a unit, such as 64m.');
  return undefined;
};

export const command: Decoder = (node, report) => {
  const own = stringOf(node);
  if (own === undefined) return node;
  const words = shellWords(own);
  const filled = node.kind === 'scalar' && node.filled;
  if (words)
    return list(
      node.origin,
      words.map((word) => text(node.origin, word, filled)),
    );
  report.refuse(
    'CMP043',
    node.origin,
    'The command cannot be split into words: a quote or a bracket is open. Write a list.',
  );
  return undefined;
};

export const test: Decoder = (node) => {
  const own = stringOf(node);
  return own === undefined ? node : list(node.origin, [text(node.origin, 'CMD-SHELL'), node]);
};

/** A mapping of texts; of a list of `key=value`, the last of equal keys. `empty` stands for no value. */
const pairs =
  (empty: (node: Node) => Node): Decoder =>
  (node) => {
    if (node.kind === 'mapping')
      return mapChildren(node, (value) => (isNull(value) ? empty(value) : printedList(value)));
    if (node.kind === 'scalar') return node;
    return mapping(
      node.origin,
      node.items.flatMap((item) => pairOf(item, empty)),
    );
  };

function pairOf(item: Node, empty: (node: Node) => Node): [string, Node][] {
  if (item.kind !== 'scalar') return [];
  const equals = item.text.indexOf('=');
  if (equals < 0) return [[item.text, empty(item)]];
  return [[item.text.slice(0, equals), text(item.origin, item.text.slice(equals + 1), item.filled)]];
}

function printedList(value: Node): Node {
  return value.kind === 'scalar' ? text(value.origin, value.text, value.filled) : value;
}

export const mapped = pairs(({ origin }) => text(origin, ''));

export const environment: Decoder = (node, report) => {
  for (const item of node.kind === 'list' ? node.items : []) {
    const [name = ''] = item.kind === 'scalar' ? item.text.split('=', 1) : [];
    if (/\s$/.test(name))
      report.refuse(
        'CMP043',
        item.origin,
        'The name of the variable ends with a space. Remove the space before the "=".',
      );
  }
  return pairs(({ origin }) => scalar(origin, null))(node, report);
};

export const count: Decoder = (node, report) => {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value.toLowerCase() === 'all') return node;
  if (castText(node.value, 'integer')) return integer(node, report);
  report.refuse('CMP043', node.origin, 'The count must be a whole number, or all.');
  return undefined;
};

/** File modes are octal, whether YAML reads a number or a text. */
export const mode: Decoder = (node, report) => {
  if (node.kind !== 'scalar' || isNull(node)) return node;
  const value =
    typeof node.value === 'string' && !/^[0-7]+$/.test(node.value)
      ? Number.NaN
      : Number.parseInt(node.text, typeof node.value === 'string' ? 8 : 10);
  if (!Number.isNaN(value)) return text(node.origin, `0${value.toString(8)}`);
  report.refuse('CMP043', node.origin, 'The mode is not octal, such as 0440.');
  return undefined;
};

/** The schema takes an empty one, and the loader then breaks off. */
export const given: Decoder = (node, report) => {
  if (isNull(node))
    report.refuse('CMP043', node.origin, 'The value is empty, which Compose cannot read. Remove the attribute.');
  return node;
};
