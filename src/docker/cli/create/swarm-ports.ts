/**
 * Ports of a swarm service: `published:target[/protocol]`, or `published=…,target=…,protocol=…,mode=ingress|host`
 * (docker/cli 29.7.2 `opts/swarmopts/port.go`). In mode ingress every node of the swarm answers, on every address.
 */

import type { PublishedPort } from '../../port.ts';
import type { Flag } from '../flags/parse-flags.ts';
import { csvFields } from '../values/csv.ts';
import { type PortMapping, parsePort, parsePortSpec } from '../values/port-spec.ts';
import { cut, splitValue } from '../values/split.ts';
import { spend } from './ports.ts';
import { isKnown, isPlain, type Request } from './request.ts';

export function readSwarmPorts(request: Request): PublishedPort[] {
  return request.flags.all('publish').flatMap((flag) => spend(request, flag, () => published(request, flag)));
}

function published({ scope }: Request, flag: Flag): PublishedPort[] {
  const ports = /\w=\w/.test(flag.value) ? longForm(flag.value) : shortForm(flag);
  const origin = scope.originOf(flag.word);
  if (typeof ports !== 'string') return ports.map((port) => ({ ...port, origin }));
  if (isKnown(flag)) scope.refuse('CLI003', flag.word, `--publish ${flag.value.slice(0, 60)}: ${ports}`);
  return [];
}

type SwarmPort = Omit<PublishedPort, 'origin'>;

/** A host range for one target publishes it on every port of the range. */
function shortForm(flag: Flag): readonly SwarmPort[] | string {
  const ports = parsePortSpec(splitValue(flag, ':'), isPlain);
  if (typeof ports === 'string') return ports;
  if (ports.some((port) => port.host_ip !== undefined)) return 'a service is published on every address; leave it out';
  return ports.flatMap(eachPublished).map((port) => ({ ...port, mode: 'ingress' }));
}

function eachPublished(port: PortMapping): PortMapping[] {
  const { first, last } = port.published ?? { first: 0, last: 0 };
  if (first === last) return [port];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return { ...port, published: { first: first + index, last: first + index } };
  });
}

function longForm(value: string): readonly SwarmPort[] | string {
  const fields = csvFields(value.toLowerCase());
  if (!fields) return 'a double quote is out of place';
  const said = new Map<string, string>();
  for (const field of fields) {
    const [key, text] = cut(field, '=') ?? ['', ''];
    if (!['target', 'published', 'protocol', 'mode'].includes(key)) return `it has no field ${field.slice(0, 40)}`;
    said.set(key, text);
  }
  const target = parsePort(said.get('target'));
  const published = parsePort(said.get('published') ?? '0');
  const protocol = said.get('protocol') ?? 'tcp';
  const mode = said.get('mode') ?? 'ingress';
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) return 'the protocol is tcp, udp or sctp';
  if (mode !== 'ingress' && mode !== 'host') return 'the mode is ingress or host';
  if (!target || published === undefined) return 'target and published are ports from 1 to 65535';
  return [{ target, protocol, mode, ...(published > 0 ? { published: { first: published, last: published } } : {}) }];
}
