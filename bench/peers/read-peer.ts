/** The peer's JSON: `[{ src, dst, conn }]`, addresses as `first-last`, the connections as one text. */

import { parseAddress } from '../../src/algebra/cidr.ts';
import { type ConnectionSet, NONE, PROTOCOLS, unionAll } from '../../src/algebra/connection-set.ts';
import { ALL_PORTS, addPorts, CONTROLLER, type ComparableAnswer, OUTSIDE, portsOf } from './answer.ts';

interface PeerRow {
  readonly src: string;
  readonly dst: string;
  readonly conn: string;
}

interface PeerEnd {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

export function readPeerAnswer(text: string): ComparableAnswer {
  const answer: ComparableAnswer = new Map();
  for (const { src, dst, conn } of JSON.parse(text) as readonly PeerRow[]) {
    const [from, to] = [endOf(src), endOf(dst)];
    const { first, last } = from.id === OUTSIDE ? from : to;
    addPorts(answer, { from: from.id, to: to.id }, { first, last, allow: connectionsOf(conn), unknown: NONE });
  }
  return answer;
}

function endOf(name: string): PeerEnd {
  if (name === '{ingress-controller}') return { id: CONTROLLER, first: 0, last: 0 };
  const [low = '', high = low] = name.replace('[External]', '').split('-');
  const first = parseAddress(low);
  const last = parseAddress(high);
  if (first?.family !== 'IPv4' || last?.family !== 'IPv4') return { id: name, first: 0, last: 0 };
  return { id: OUTSIDE, first: first.value, last: last.value };
}

/** `All Connections`, or `SCTP 1-65535,TCP 80,443`: a protocol counts until the next is named. */
function connectionsOf(text: string): ConnectionSet {
  if (text === 'All Connections') return ALL_PORTS;
  const parts = text.split(/,(?=[A-Z])/).map((part) => part.split(' '));
  return unionAll(
    parts.map(([name, ports = '1-65535']) => {
      const protocol = PROTOCOLS.find((p) => p === name);
      return protocol ? portsOf(protocol, ports) : NONE;
    }),
  );
}
