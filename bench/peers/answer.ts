/**
 * What both tools say, in one form that can be compared: for every ordered pair of ends the ports that are open. An end
 * is a workload, the ingress controller, or the outside, whose addresses are told apart by ranges of IPv4. Only TCP,
 * UDP and SCTP count, since the peer knows no other protocol, and only IPv4, since it reads no IPv6.
 */

import { type ConnectionSet, intersect, type Protocol, portRange, unionAll } from '../../src/algebra/connection-set.ts';

export const OUTSIDE = 'outside';
export const CONTROLLER = 'ingress controller';

/** `unknown` is what one tool leaves open; the peer leaves nothing open. */
export interface OpenPorts {
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
}

/** Addresses `first` to `last`, or 0 to 0 where neither end is outside. */
export interface RangedPorts extends OpenPorts {
  readonly first: number;
  readonly last: number;
}

export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** By `endsKey`; ranges of one pair never overlap. */
export type ComparableAnswer = Map<string, RangedPorts[]>;

export function endsKey({ from, to }: Ends): string {
  return `${from} => ${to}`;
}

export function endsOf(key: string): Ends {
  const [from = '', to = ''] = key.split(' => ');
  return { from, to };
}

export function addPorts(answer: ComparableAnswer, ends: Ends, ports: RangedPorts): void {
  const key = endsKey(ends);
  const list = answer.get(key);
  if (list) list.push(ports);
  else answer.set(key, [ports]);
}

/** Every port of the protocols that both know. */
export const ALL_PORTS: ConnectionSet = unionAll(
  (['TCP', 'UDP', 'SCTP'] as const).map((protocol) => portRange(protocol, 1, 65535)),
);

export function withoutOtherProtocols(set: ConnectionSet): ConnectionSet {
  return intersect(set, ALL_PORTS);
}

/** `80,443,8000-8080`. */
export function portsOf(protocol: Protocol, text: string): ConnectionSet {
  return unionAll(
    text.split(',').map((part) => {
      const [first = '', last = first] = part.split('-');
      return portRange(protocol, Number(first), Number(last));
    }),
  );
}
