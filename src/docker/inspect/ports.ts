/**
 * The published ports of a container. `HostConfig.PortBindings` says what was asked for, `NetworkSettings.Ports` what
 * is bound: there a free port has its number, and one port on every address stands twice, for IPv4 and IPv6
 * (https://docs.docker.com/engine/network/port-publishing/).
 */

import type { Origin } from '../../ingest/document.ts';
import { byKeys, pushTo } from '../../util/ordering.ts';
import { parsePort, parseRange } from '../cli/values/port-spec.ts';
import { cut } from '../cli/values/split.ts';
import type { PublishedPort } from '../port.ts';
import type { Field } from './field.ts';

/** A binding as it is printed. */
interface Binding {
  readonly target: number;
  readonly protocol: string;
  readonly address: string;
  readonly port: string;
  readonly origin: Origin;
}

const ANY: readonly string[] = ['0.0.0.0', '::'];

/** Above it, only what is bound counts: nobody binds one port so often. */
const MOST_BINDINGS = 256;

/** Ordered by container port. `publishAll`: every exposed port was to be published on a free one. */
export function readPorts(container: Field, publishAll: boolean): PublishedPort[] {
  const asked = byTarget(readBindings(container.at('HostConfig').at('PortBindings')));
  const bound = byTarget(readBindings(container.at('NetworkSettings').at('Ports')));
  const targets = new Set([...asked.keys(), ...bound.keys()]);
  return [...targets]
    .flatMap((target) => match(asked.get(target) ?? [], bound.get(target) ?? [], publishAll))
    .sort(
      byKeys(
        (p) => p.target,
        (p) => p.protocol,
        (p) => p.host_ip ?? '',
        (p) => p.published?.first ?? 0,
      ),
    );
}

function byTarget(bindings: readonly Binding[]): Map<string, Binding[]> {
  const groups = new Map<string, Binding[]>();
  for (const binding of bindings) pushTo(groups, `${binding.target}/${binding.protocol}`, binding);
  return groups;
}

/** The ports of one container port: what was asked for with what is bound for it, and what else is bound. */
function match(asked: readonly Binding[], bound: readonly Binding[], publishAll: boolean): PublishedPort[] {
  const left = new Set(bound);
  const isTooMany = asked.length > MOST_BINDINGS || bound.length > MOST_BINDINGS;
  const ports = isTooMany && bound.length > 0 ? [] : asked.map((each) => published(each, takeBound(each, left)));
  for (const binding of left) {
    const isAny = publishAll && ANY.includes(binding.address);
    ports.push(
      isAny
        ? published({ ...binding, address: '' }, takeBound({ ...binding, address: '' }, left))
        : published(binding, binding.port),
    );
  }
  return ports;
}

function readBindings(field: Field): Binding[] {
  return field.entries().flatMap(([key, list]) => {
    const [number, protocol] = cut(key, '/') ?? [key, 'tcp'];
    const target = parsePort(number);
    if (!target) {
      field.scope.unreadable('INS001', list.pointer, 'The key of a binding is a port, as 80/tcp.');
      return [];
    }
    return list.items().map((item) => ({
      target,
      protocol: protocol.toLowerCase(),
      address: item.at('HostIp').text() ?? '',
      port: item.at('HostPort').text() ?? '',
      origin: item.origin,
    }));
  });
}

/** Takes what is bound for a binding out of the set; the number of the host's port, where there is one. */
function takeBound(asked: Binding, bound: Set<Binding>): string {
  const range = parseRange(asked.port);
  const isFixed = range !== undefined && range.first === range.last && range.first > 0;
  // A routed network binds the container's own address, and no port of the host.
  const fits = [...bound].filter(
    ({ address, port }) =>
      (asked.address === '' || asked.address === address) && (!isFixed || port === asked.port || port === ''),
  );
  const port = fits[0]?.port ?? '';
  const families = new Set<string>();
  for (const fit of fits) {
    if (fit.port !== port || families.has(fit.address)) continue;
    families.add(fit.address);
    bound.delete(fit);
  }
  return port === '' ? asked.port : port;
}

function published({ target, protocol, address, origin }: Binding, port: string): PublishedPort {
  const range = port === '' ? undefined : parseRange(port);
  return {
    origin,
    target,
    protocol,
    mode: 'ingress',
    ...(address === '' ? {} : { host_ip: address }),
    ...(range && range.last > 0 ? { published: range } : {}),
  };
}
