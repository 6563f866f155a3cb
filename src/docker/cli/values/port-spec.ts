/**
 * Port specifications of `docker run --publish` and `--expose`: `[[ip:][host]:]container[/protocol]`, each a port or a
 * range (docker/go-connections `nat.ParsePortSpec`; https://docs.docker.com/engine/network/port-publishing/). Newer
 * than what Compose reads: an IPv6 address may stand without brackets.
 */

import { parseAddress } from '../../../algebra/cidr.ts';
import type { HostPorts, PublishedPort } from '../../port.ts';
import { cut } from './split.ts';

export type PortMapping = Omit<PublishedPort, 'origin' | 'mode'>;

/** The ports, or why there are none. */
export type PortResult = readonly PortMapping[] | string;

const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'sctp'];

/** Parses a specification that was split at its colons; `known` says whether a part is known. */
export function parsePortSpec(parts: readonly string[], known: (part: string) => boolean): PortResult {
  const container = parts.at(-1) ?? '';
  const host = parts.at(-2) ?? '';
  const address = parts.slice(0, -2).join(':');
  const [ports, protocol] = cut(container, '/') ?? [container, ''];
  const proto = (protocol || 'tcp').toLowerCase();
  if (!PROTOCOLS.includes(proto)) return `the protocol is ${PROTOCOLS.join(', ')}`;
  const target = parseRange(ports);
  if (!target) return 'the container port is missing or is no port from 0 to 65535 nor a range';
  if (target.first === 0) return 'the container port 0 does not exist';
  if (known(address) && address !== '' && !isHostAddress(address)) return 'what stands before the ports is no address';
  const published = known(host) && host !== '' ? parseRange(host) : undefined;
  if (!published && known(host) && host !== '') return 'the host port is no port from 0 to 65535 nor a range';
  const size = target.last - target.first;
  if (published && size > 0 && published.last - published.first !== size) return 'the two ranges differ in length';
  return mappings({ target, published, proto, hostIp: known(address) ? address.replace(/^\[|\]$/g, '') : '' });
}

function mappings(spec: {
  readonly target: HostPorts;
  readonly published: HostPorts | undefined;
  readonly proto: string;
  readonly hostIp: string;
}): PortMapping[] {
  const { target, published, proto, hostIp } = spec;
  return Array.from({ length: target.last - target.first + 1 }, (_, index) => {
    const own =
      published && target.first !== target.last
        ? { first: published.first + index, last: published.first + index }
        : published;
    return {
      target: target.first + index,
      protocol: proto,
      ...(hostIp ? { host_ip: hostIp } : {}),
      // Port 0 of the host is any free one.
      ...(own && own.last > 0 ? { published: own } : {}),
    };
  });
}

/** `80` or `8000-8010`; undefined where it is neither. What stands behind a second dash is ignored, as docker does. */
export function parseRange(text: string): HostPorts | undefined {
  const [from, to = from] = text.split('-');
  const first = parsePort(from);
  const last = parsePort(to);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

export function parsePort(text: string | undefined): number | undefined {
  return text !== undefined && /^0*\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;
}

function isHostAddress(text: string): boolean {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  return parseAddress(bare) !== undefined;
}
