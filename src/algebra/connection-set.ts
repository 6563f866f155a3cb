/**
 * Sets of packets, seen from the destination: which ports of which protocols. One line holds them all: TCP p is p,
 * UDP p is 65536 + p, SCTP p is 131072 + p for p from 1 to 65535, and one point stands for every other protocol
 * (ICMP and the like), which no port number describes. Since ports start at 1, two protocols never touch on the
 * line, and the canonical intervals of a set never cross protocols.
 *
 * Laws (tested in `test/algebra/connection-set.test.ts`): a Boolean algebra with `NONE` and `ALL`.
 */

import { type IntervalSet, numberLine } from './interval-set.ts';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';
export const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];
export const MAX_PORT = 65535;

const BASE: Readonly<Record<Protocol, number>> = { TCP: 0, UDP: 65536, SCTP: 131072 };
/** The point of every protocol that is not TCP, UDP or SCTP. */
const OTHER = 200_000;

/** An immutable, canonical set; make it with the functions of this file only. */
export type ConnectionSet = IntervalSet<number>;

export const NONE: ConnectionSet = [];
export const OTHER_PROTOCOLS: ConnectionSet = [{ first: OTHER, last: OTHER }];
export const ALL: ConnectionSet = [
  ...PROTOCOLS.map((p) => ({ first: BASE[p] + 1, last: BASE[p] + MAX_PORT })),
  ...OTHER_PROTOCOLS,
];

/** The ports `first` to `last` of a protocol, both included; ports outside 1-65535 are cut away. */
export function portRange(protocol: Protocol, first: number, last: number): ConnectionSet {
  const low = Math.max(first, 1);
  const high = Math.min(last, MAX_PORT);
  return low > high ? NONE : [{ first: BASE[protocol] + low, last: BASE[protocol] + high }];
}

export const union = numberLine.union;
export const intersect = numberLine.intersect;
export const subtract = numberLine.subtract;
export const equal = numberLine.equal;

export function unionAll(sets: Iterable<ConnectionSet>): ConnectionSet {
  return numberLine.of([...sets].flat());
}

export function isEmpty(set: ConnectionSet): boolean {
  return set.length === 0;
}

/** A text that is equal for equal sets and for no others. */
export function connectionKey(set: ConnectionSet): string {
  return set.map((i) => (i.first === i.last ? i.first : `${i.first}-${i.last}`)).join(',');
}

/** A run of ports of one protocol, or every other protocol. */
export type ConnectionPart =
  | { readonly protocol: Protocol; readonly first: number; readonly last: number }
  | { readonly protocol: 'other' };

/** The parts of a set in the order TCP, UDP, SCTP, other, ports ascending. */
export function connectionParts(set: ConnectionSet): ConnectionPart[] {
  return set.map(({ first, last }) => {
    if (first === OTHER) return { protocol: 'other' };
    const protocol = PROTOCOLS[Math.floor(first / 65536)] ?? 'TCP';
    return { protocol, first: first - BASE[protocol], last: last - BASE[protocol] };
  });
}

/** `all`, `nothing`, or the ports of each protocol as people write them: `TCP 80,443,8000-8080; UDP 53; other`. */
export function formatConnections(set: ConnectionSet): string {
  if (isEmpty(set)) return 'nothing';
  if (equal(set, ALL)) return 'all';
  return [...portsByProtocol(set)]
    .map(([protocol, ports]) => (ports === 'all' ? protocol : `${protocol} ${ports}`))
    .join('; ');
}

/** Per protocol its ports as `80,443,8000-8080`; every other protocol is `other`, with `all`. */
export function portsByProtocol(set: ConnectionSet): Map<Protocol | 'other', string> {
  const out = new Map<Protocol | 'other', string>();
  for (const part of connectionParts(set)) {
    if (part.protocol === 'other') out.set('other', 'all');
    else {
      const text = part.first === part.last ? `${part.first}` : `${part.first}-${part.last}`;
      const before = out.get(part.protocol);
      out.set(part.protocol, before ? `${before},${text}` : text);
    }
  }
  return out;
}
