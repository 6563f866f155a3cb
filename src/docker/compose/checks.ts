/**
 * What the loader checks once all files are merged and the schema has passed: exactly one source of a config or a
 * secret, nothing beside `external` on a volume, addresses of ports
 * (https://docs.docker.com/reference/compose-file/configs/, https://docs.docker.com/reference/compose-file/secrets/).
 */

import { parseAddress } from '../../algebra/cidr.ts';
import { at, entriesOf, isNull, itemsOf, type Node, stringOf } from './node.ts';
import type { Report } from './report.ts';
import { type Rules, rulesOf, under } from './rules.ts';

type Check = (node: Node, report: Report) => void;

const volume: Check = (node, report) => {
  const external = at(node, 'external');
  if (external?.kind !== 'scalar' || external.value !== true) return;
  for (const [key, value] of entriesOf(node)) {
    if (key === 'name' || key === 'external' || key.startsWith('x-')) continue;
    report.refuse(
      'CMP017',
      value.origin,
      `An external volume cannot have ${key}: it is made elsewhere. Remove one of them.`,
    );
  }
};

const oneSource =
  (noun: string, sources: readonly string[]): Check =>
  (node, report) => {
    if (node.kind !== 'mapping') return;
    const given = sources.filter((key) => node.entries.has(key));
    const words = sources.join(', ');
    const [first, second] = given.map((key) => at(node, key));
    if (first && first.origin === second?.origin) {
      const message = `Compose cannot include a ${noun} of an environment variable that is set: it takes the value for a second source.`;
      report.refuse('CMP044', first.origin, message);
    } else if (given.length > 1) {
      report.refuse('CMP044', node.origin, `The ${noun} has ${given.join(' and ')}; it can have only one of ${words}.`);
    }
    if (given.length > 0 || node.entries.has('driver') || node.entries.has('external')) return;
    report.refuse('CMP044', node.origin, `The ${noun} has no source. Give it one of ${words}, or external: true.`);
  };

const hostAddress: Check = (node, report) => {
  const host = at(node, 'host_ip');
  const address = stringOf(host);
  if (!host || (address !== undefined && parseAddress(address))) return;
  report.refuse('CMP025', host.origin, 'host_ip is not an IP address.');
};

const bindSource: Check = (node, report) => {
  if (stringOf(at(node, 'type')) !== 'bind' || at(node, 'source')) return;
  report.refuse('SCH004', node.origin, 'source is missing here, the path of the host.');
};

const watchPath: Check = (node, report) => {
  if (stringOf(node) === '') report.refuse('CMP043', node.origin, 'The path to watch is empty.');
};

const deviceRequest: Check = (node, report) => {
  if (!at(node, 'count') || !at(node, 'device_ids')) return;
  report.refuse('CMP044', node.origin, 'count and device_ids exclude each other. Keep one.');
};

const CHECKS: Rules<Check> = rulesOf<Check>({
  'volumes.*': volume,
  'configs.*': oneSource('config', ['file', 'environment', 'content']),
  'secrets.*': oneSource('secret', ['file', 'environment']),
  'services.*.ports.*': hostAddress,
  'services.*.volumes.*': bindSource,
  'services.*.develop.watch.*.path': watchPath,
  'services.*.deploy.resources.reservations.devices.*': deviceRequest,
  'services.*.gpus.*': deviceRequest,
});

export function checkModel(model: Node, report: Report): void {
  walk(model, report, CHECKS);
}

function walk(node: Node, report: Report, rules: Rules<Check> | undefined): void {
  if (!rules || isNull(node)) return;
  rules.rule?.(node, report);
  for (const [key, child] of entriesOf(node)) walk(child, report, under(rules, key));
  for (const item of itemsOf(node)) walk(item, report, under(rules, '[]'));
}
