/**
 * The short form of a published port, `[[IP:][HOST[-HOST]]:]CONTAINER[-CONTAINER][/PROTOCOL]`, with the grammar of the
 * engine's own client (https://docs.docker.com/reference/compose-file/services/#short-syntax-3): an IPv6 address needs
 * brackets, both ranges are of one length, or the container has one port and the host any free one of a range.
 */

import { parseAddress } from '../../algebra/cidr.ts';
import { MAX_PORT } from '../../algebra/connection-set.ts';
import { compareText } from '../../util/ordering.ts';

export interface ShortPort {
  readonly host_ip?: string;
  /** A port or a range; absent: a free port of the engine's choice. */
  readonly published?: string;
  readonly target: number;
  readonly protocol: string;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'sctp'];

/** The ports a text stands for, in the reference loader's order; or what is wrong with it. */
export function parseShortPort(spec: string): readonly ShortPort[] | string {
  const parts = spec.split(':');
  const [container = '', word = ''] = (parts.at(-1) ?? '').split('/');
  const host = parts.at(-2) ?? '';
  const address = addressOf(parts.slice(0, -2).join(':'));
  if (address === undefined) return 'The host address is not an IP address; an IPv6 address needs brackets.';
  if (container === '') return 'The container port is missing.';
  const target = rangeOf(container);
  if (!target) return `The container port is not a port or an ascending range from 0 to ${MAX_PORT}.`;
  const published = host === '' ? undefined : rangeOf(host);
  if (host !== '' && !published) return `The host port is not a port or an ascending range from 0 to ${MAX_PORT}.`;
  const length = target.last - target.first;
  if (published && length > 0 && published.last - published.first !== length) {
    return 'The ranges of host and container ports are not of the same length.';
  }
  const protocol = word === '' ? 'tcp' : word.toLowerCase();
  if (!PROTOCOLS.includes(protocol)) return 'The protocol is none of tcp, udp and sctp.';
  const own = { protocol, ...(address === '' ? {} : { host_ip: address }) };
  const ports = Array.from({ length: length + 1 }, (_, step): ShortPort => {
    const bound = published ? { published: hostPort(published, length, step) } : {};
    return { ...own, target: target.first + step, ...bound };
  });
  return ports.sort((a, b) => compareText(`${a.target}/`, `${b.target}/`));
}

function hostPort({ first, last }: Range, length: number, step: number): string {
  return length === 0 && last > first ? `${first}-${last}` : String(first + step);
}

/** '' where there is none; undefined where it is no address. */
function addressOf(text: string): string | undefined {
  if (text === '' || text === '[]') return '';
  const bracketed = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  const address = bracketed ?? text;
  if (bracketed === undefined && text.includes(':')) return undefined;
  return parseAddress(address) ? address : undefined;
}

/** What lies behind a second hyphen is not read, as in the reference implementation. */
function rangeOf(text: string): Range | undefined {
  const [from = '', to = from] = text.split('-');
  const [first, last] = [portOf(from), portOf(to)];
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

export function portOf(text: string): number | undefined {
  const port = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  return port <= MAX_PORT ? port : undefined;
}
