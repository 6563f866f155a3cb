/**
 * Relative paths of an included or extended file, written as the including file would write them
 * (https://docs.docker.com/reference/compose-file/include/#project_directory). Absolute paths, Windows paths, URLs and
 * references to services stay.
 */

import { at, isNull, mapChildren, type Node, stringOf, text, withEntry } from './node.ts';
import { isRemote, joinPath } from './paths.ts';
import { type Rules, rulesOf, under } from './rules.ts';

type Rewrite = (node: Node, folder: string) => Node;

const path: Rewrite = (node, folder) => {
  const own = stringOf(node);
  if (node.kind !== 'scalar' || own === undefined || own === '') return node;
  return text(node.origin, joinPath(folder, own), node.filled);
};

const hostPath: Rewrite = (node, folder) =>
  /^(?:[A-Za-z]:[\\/]|\\\\)/.test(stringOf(node) ?? '') ? node : path(node, folder);

const contextPath: Rewrite = (node, folder) => {
  const own = stringOf(node) ?? '';
  return own.includes('://') || own.startsWith('service:') || isRemote(own) ? node : path(node, folder);
};

const otherFile: Rewrite = (node, folder) => (isRemote(stringOf(node) ?? '') ? node : path(node, folder));

const bindSource: Rewrite = (node, folder) => {
  const source = at(node, 'source');
  if (node.kind !== 'mapping' || !source || stringOf(at(node, 'type')) !== 'bind') return node;
  return withEntry(node, 'source', hostPath(source, folder));
};

/** A volume of the local driver that is a bind mount in disguise. */
const boundDevice: Rewrite = (node, folder) => {
  const options = at(node, 'driver_opts');
  const device = at(options, 'device');
  const isBind = stringOf(at(node, 'driver')) === 'local' && stringOf(at(options, 'o')) === 'bind';
  if (node.kind !== 'mapping' || options?.kind !== 'mapping' || !device || !isBind) return node;
  return withEntry(node, 'driver_opts', withEntry(options, 'device', hostPath(device, folder)));
};

const REWRITES: Rules<Rewrite> = rulesOf<Rewrite>({
  'services.*.build.context': contextPath,
  'services.*.build.additional_contexts.*': contextPath,
  'services.*.build.ssh.*': hostPath,
  'services.*.env_file.*.path': path,
  'services.*.label_file.*': path,
  'services.*.extends.file': otherFile,
  'services.*.develop.watch.*.path': path,
  'services.*.volumes.*': bindSource,
  'configs.*.file': hostPath,
  'secrets.*.file': hostPath,
  'volumes.*': boundDevice,
});

export function rewritePaths(model: Node, folder: string): Node {
  return walk(model, folder, REWRITES);
}

function walk(node: Node, folder: string, rules: Rules<Rewrite> | undefined): Node {
  if (!rules || isNull(node)) return node;
  if (rules.rule) return rules.rule(node, folder);
  return mapChildren(node, (child, key) => walk(child, folder, under(rules, key)));
}
