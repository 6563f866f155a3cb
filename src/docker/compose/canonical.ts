/**
 * Brings attributes that have a short form to their long one
 * (https://docs.docker.com/reference/compose-file/services/). The schema has been asked before, so what does not fit
 * here has been reported, and is left alone; only what the schema cannot tell is refused.
 */

import type { Origin } from '../../ingest/document.ts';
import { canonicalPorts } from './canonical-ports.ts';
import { canonicalVolume } from './canonical-volume.ts';
import { at, list, mapChildren, mapping, type Node, scalar, stringOf, text, withEntry } from './node.ts';
import { type Rules, rulesOf, under } from './rules.ts';
import { nothing, startedFirst, toMapping } from './sequences.ts';
import type { Transform, TransformContext } from './transform.ts';

const listOfOne: Transform = (node) => (stringOf(node) === undefined ? node : list(node.origin, [node]));

/** A text becomes a mapping with that text at `key`. */
const mappingWith =
  (key: string): Transform =>
  (node) =>
    stringOf(node) === undefined ? node : mapping(node.origin, [[key, node]]);

const printed: Transform = (node) =>
  node.kind === 'scalar' && typeof node.value !== 'string' ? text(node.origin, node.text) : node;

const dependsOn: Transform = (node, { report }) => {
  if (node.kind === 'list') return toMapping(node, startedFirst);
  return mapChildren(node, (child, name) => {
    if (child.kind !== 'mapping') {
      report.refuse('SCH003', child.origin, `The dependency on ${name} must be a mapping with a condition.`);
      return undefined;
    }
    return withDefaults(child, {
      condition: text(child.origin, 'service_started'),
      required: scalar(child.origin, true),
    });
  });
};

const envFiles: Transform = (node) => {
  const files = node.kind === 'list' ? node.items : stringOf(node) === undefined ? [] : [node];
  const required = (origin: Origin) => ({ required: scalar(origin, true) });
  return list(
    node.origin,
    files.map((file) =>
      file.kind === 'mapping'
        ? withDefaults(file, required(file.origin))
        : withDefaults(mapping(file.origin, [['path', file]]), required(file.origin)),
    ),
  );
};

const keyValues: Transform = (node, { report }) => {
  if (node.kind !== 'list') return node;
  const entries = node.items.flatMap((item): [string, Node][] => {
    const words = stringOf(item) ?? '';
    const equals = words.indexOf('=');
    if (equals >= 0) return [[words.slice(0, equals), text(item.origin, words.slice(equals + 1))]];
    report.refuse('CMP043', item.origin, 'The entry has no "=". Write name=value.');
    return [];
  });
  return mapping(node.origin, entries);
};

const sshKeys: Transform = (node, { report }) => {
  if (node.kind !== 'list') return node;
  const entries = node.items.flatMap((item): [string, Node][] => {
    const [id = '', ...path] = (stringOf(item) ?? '').split('=');
    if (path.length > 0) return [[id, text(item.origin, path.join('='))]];
    if (id === 'default') return [[id, scalar(item.origin, null)]];
    report.refuse('CMP043', item.origin, 'The SSH key is not valid. Write default, or id=path.');
    return [];
  });
  return mapping(node.origin, entries);
};

const device: Transform = (node, { report }) => {
  const words = stringOf(node);
  if (words === undefined) return node;
  const [source = '', target = source, permissions = 'rwm', more] = words.split(':');
  if (more !== undefined) report.refuse('CMP043', node.origin, 'The device has too many colons. Use the long form.');
  return mapping(node.origin, [
    ['source', text(node.origin, source)],
    ['target', text(node.origin, target === '' ? source : target)],
    ['permissions', text(node.origin, permissions)],
  ]);
};

const gpus: Transform = (node) => {
  const { origin } = node;
  if (stringOf(node) === undefined) return node;
  return list(origin, [mapping(origin, [['count', text(origin, 'all')]])]);
};

/** `external: {name}` is an old way to say `name` beside `external: true`. */
const maybeExternal: Transform = (node, { report }) => {
  const external = at(node, 'external');
  if (node.kind !== 'mapping' || external?.kind !== 'mapping') return node;
  const [name, outer] = [at(node, 'name'), at(external, 'name')];
  const plain = withEntry(node, 'external', scalar(external.origin, true));
  if (!outer) return plain;
  report.note(
    'CMP059',
    'warning',
    outer.origin,
    'external.name is the old way to name it. Write name, and external: true.',
  );
  if (!name) return withEntry(plain, 'name', outer);
  if (stringOf(name) !== stringOf(outer)) {
    report.refuse(
      'CMP017',
      external.origin,
      'name and external.name say different things. Keep name, and external: true.',
    );
  }
  return plain;
};

type Shape = Node['kind'] | 'text';

/** A file that is only extended has not been asked by the schema yet. */
const only =
  (shapes: readonly Shape[], transform: Transform): Transform =>
  (node, context, rules) => {
    const shape: Shape = stringOf(node) === undefined ? node.kind : 'text';
    if (shapes.includes(shape)) return transform(node, context, rules);
    context.report.refuse(
      'SCH003',
      node.origin,
      `The value must be ${shapes.map((one) => SHAPE_NOUNS[one]).join(' or ')}.`,
    );
    return undefined;
  };

const SHAPE_NOUNS: Readonly<Record<Shape, string>> = {
  text: 'text',
  scalar: 'a number',
  list: 'a list',
  mapping: 'a mapping',
};

const TRANSFORMS: Rules<Transform> = rulesOf<Transform>({
  'services.*.build': only(['text', 'mapping'], mappingChildren(mappingWith('context'))),
  'services.*.build.secrets.*': only(['text', 'mapping'], mappingWith('source')),
  'services.*.build.provenance': printed,
  'services.*.build.sbom': printed,
  'services.*.build.additional_contexts': only(['list', 'mapping'], keyValues),
  'services.*.build.ssh': only(['list', 'mapping'], sshKeys),
  'services.*.depends_on': only(['list', 'mapping'], dependsOn),
  'services.*.env_file': only(['text', 'list'], envFiles),
  'services.*.label_file': listOfOne,
  'services.*.extends': only(['text', 'mapping'], mappingWith('service')),
  'services.*.gpus': only(['text', 'list'], gpus),
  'services.*.networks': (node) => (node.kind === 'list' ? toMapping(node, nothing) : node),
  'services.*.models': (node) => (node.kind === 'list' ? toMapping(node, nothing) : node),
  'services.*.volumes.*': only(['text', 'mapping'], canonicalVolume),
  'services.*.dns': (node) => withoutEmpty(listOfOneNode(node)),
  'services.*.devices.*': only(['text', 'mapping'], device),
  'services.*.secrets.*': only(['text', 'mapping'], mappingWith('source')),
  'services.*.configs.*': only(['text', 'mapping'], mappingWith('source')),
  'services.*.ports': only(['list'], canonicalPorts),
  'services.*.develop.watch.*.ignore': listOfOne,
  'services.*.develop.watch.*.include': listOfOne,
  'volumes.*': maybeExternal,
  'networks.*': maybeExternal,
  'secrets.*': maybeExternal,
  'configs.*': maybeExternal,
});

export function canonical(model: Node, context: TransformContext): Node {
  return transform(model, context, TRANSFORMS) ?? model;
}

function transform(node: Node, context: TransformContext, rules: Rules<Transform> | undefined): Node | undefined {
  if (!rules) return node;
  if (rules.rule) return rules.rule(node, context, rules);
  return mapChildren(node, (child, key) => transform(child, context, under(rules, key)));
}

/** Does one thing to a node, and then what the table says to its children. */
function mappingChildren(own: Transform): Transform {
  return (node, context, rules) => {
    const done = own(node, context, rules);
    return done && mapChildren(done, (child, key) => transform(child, context, under(rules, key)));
  };
}

function listOfOneNode(node: Node): Node {
  return stringOf(node) === undefined ? node : list(node.origin, [node]);
}

/** An empty server is none, so that a variable may stand for one. */
function withoutEmpty(node: Node): Node {
  return mapChildren(node, (item) => (item.kind === 'scalar' && item.text === '' ? undefined : item));
}

function withDefaults(node: Node, defaults: Readonly<Record<string, Node>>): Node {
  if (node.kind !== 'mapping') return node;
  const missing = Object.entries(defaults).filter(([key]) => !node.entries.has(key));
  return mapping(node.origin, [...node.entries, ...missing]);
}
