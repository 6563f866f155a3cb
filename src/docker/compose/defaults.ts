/** Defaults that the loader writes into the model (https://docs.docker.com/reference/compose-file/services/). */

import { isNull, mapChildren, mapping, type Node, scalar, text } from './node.ts';
import { type Rules, rulesOf, under } from './rules.ts';

type Defaults = (node: Node) => readonly (readonly [string, Node])[];

const deviceDefaults: Defaults = (node) => {
  if (node.kind !== 'mapping' || node.entries.has('count') || node.entries.has('device_ids')) return [];
  return [['count', text(node.origin, 'all')]];
};

const DEFAULTS: Rules<Defaults> = rulesOf<Defaults>({
  'services.*.build': ({ origin }) => [['context', text(origin, '.')]],
  'services.*.secrets.*': (node) => {
    const source = node.kind === 'mapping' ? node.entries.get('source') : undefined;
    const name = source?.kind === 'scalar' ? source.text : '';
    return [['target', text(node.origin, `/run/secrets/${name}`)]];
  },
  'services.*.ports.*': ({ origin }) => [
    ['protocol', text(origin, 'tcp')],
    ['mode', text(origin, 'ingress')],
  ],
  'services.*.deploy.resources.reservations.devices.*': deviceDefaults,
  'services.*.gpus.*': deviceDefaults,
  'services.*.volumes.*.bind': ({ origin }) => [['create_host_path', scalar(origin, true)]],
});

export function setDefaults(model: Node): Node {
  return walk(model, DEFAULTS);
}

function walk(node: Node, rules: Rules<Defaults> | undefined): Node {
  if (!rules || isNull(node)) return node;
  if (!rules.rule) return mapChildren(node, (child, key) => walk(child, under(rules, key)));
  if (node.kind !== 'mapping') return node;
  const missing = rules.rule(node).filter(([key]) => !node.entries.has(key));
  return missing.length === 0 ? node : mapping(node.origin, [...node.entries, ...missing]);
}
