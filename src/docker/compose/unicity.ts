/**
 * Keeps one of the entries of a list that mean the same: the last one, in the place of the first
 * (https://docs.docker.com/reference/compose-file/merge/#unique-resources). What is the same is told by a key: the
 * name before `=`, the path in the container, the whole binding of a port.
 */

import { at, list, mapChildren, type Node } from './node.ts';
import type { Report } from './report.ts';
import { type Rules, rulesOf, under } from './rules.ts';
import { parseShortVolume } from './short-volume.ts';

/** The key of an entry; undefined where it has none, because it is of no type the schema takes. */
type Indexer = (item: Node, report: Report) => string | undefined;

const nameOf: Indexer = (item) => (item.kind === 'scalar' ? item.text.split('=', 1)[0] : undefined);

/** The path in the container, which a long form must have. */
const ownTarget: Indexer = (item, report) => {
  const target = textAt(item, 'target');
  if (item.kind === 'mapping' && target === undefined) {
    report.refuse('SCH004', item.origin, 'target is missing here, the path in the container.');
  }
  return target;
};

const mountTarget: Indexer = (item, report) => {
  if (item.kind !== 'scalar') return ownTarget(item, report);
  const parsed = parseShortVolume(item.text);
  return typeof parsed === 'string' ? undefined : parsed.target;
};

const deviceTarget: Indexer = (item, report) => {
  if (item.kind !== 'scalar') return ownTarget(item, report);
  const [source, target] = item.text.split(':');
  return target ?? source;
};

const grantTarget =
  (folder: string): Indexer =>
  (item) => {
    if (item.kind === 'scalar') return `${folder}/${item.text}`;
    return textAt(item, 'target') ?? `${folder}/${textAt(item, 'source') ?? ''}`;
  };

const exposed: Indexer = (item, report) => {
  if (item.kind !== 'scalar') return undefined;
  if (item.float) report.refuse('CMP025', item.origin, 'A port is not a fraction. Put the port in quotes.');
  return item.text;
};

/** A number and a text are never the same binding, as in the reference implementation. */
const binding: Indexer = (item, report) => {
  if (item.kind === 'scalar') return item.text;
  const target = at(item, 'target');
  if (!target) {
    report.refuse('CMP025', item.origin, 'The port has no target, the port of the container.');
    return undefined;
  }
  const published = at(item, 'published');
  const typed = published?.kind === 'scalar' ? `${typeof published.value} ${published.text}` : '';
  const [host = '0.0.0.0', protocol = 'tcp'] = [textAt(item, 'host_ip'), textAt(item, 'protocol')];
  return [host, typed, target.kind === 'scalar' ? target.text : '', protocol].join(' ');
};

const filePath: Indexer = (item) => (item.kind === 'scalar' ? item.text : textAt(item, 'path'));

const INDEXERS: Rules<Indexer> = rulesOf<Indexer>({
  'networks.*.labels': nameOf,
  'networks.*.ipam.options': nameOf,
  'services.*.annotations': nameOf,
  'services.*.build.args': nameOf,
  'services.*.build.additional_contexts': nameOf,
  'services.*.build.platform': nameOf,
  'services.*.build.tags': nameOf,
  'services.*.build.labels': nameOf,
  'services.*.cap_add': nameOf,
  'services.*.cap_drop': nameOf,
  'services.*.configs': grantTarget(''),
  'services.*.deploy.labels': nameOf,
  'services.*.devices': deviceTarget,
  'services.*.dns': nameOf,
  'services.*.dns_opt': nameOf,
  'services.*.dns_search': nameOf,
  'services.*.environment': nameOf,
  'services.*.env_file': filePath,
  'services.*.expose': exposed,
  'services.*.labels': nameOf,
  'services.*.links': nameOf,
  'services.*.networks.*.aliases': nameOf,
  'services.*.networks.*.link_local_ips': nameOf,
  'services.*.ports': binding,
  'services.*.profiles': nameOf,
  'services.*.secrets': grantTarget('/run/secrets'),
  'services.*.sysctls': nameOf,
  'services.*.tmpfs': nameOf,
  'services.*.volumes': mountTarget,
});

export function enforceUnicity(model: Node, report: Report): Node {
  return walk(model, report, INDEXERS);
}

function walk(node: Node, report: Report, rules: Rules<Indexer> | undefined): Node {
  if (!rules || node.kind === 'scalar') return node;
  if (node.kind === 'mapping') {
    return mapChildren(node, (child, key) => walk(child, report, under(rules, key)));
  }
  const indexer = rules.rule;
  if (!indexer) return node;
  const kept = new Map<string | Node, Node>();
  // Setting a key that is known keeps its place.
  for (const item of node.items) kept.set(indexer(item, report) ?? item, item);
  return list(node.origin, [...kept.values()]);
}

function textAt(node: Node, key: string): string | undefined {
  const value = at(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
}
