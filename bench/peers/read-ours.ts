/** The streamed answer of `/v1/reachability`: class tables, then rows of classes, spread out to pairs of workloads. */

import { parseAddress, parseCidr } from '../../src/algebra/cidr.ts';
import { type ConnectionSet, NONE, PROTOCOLS, unionAll } from '../../src/algebra/connection-set.ts';
import { ALL_PORTS, addPorts, CONTROLLER, type ComparableAnswer, OUTSIDE, portsOf } from './answer.ts';

type ConnectionJson = 'all' | Readonly<Record<string, string>>;

/** The fields of the records that are read here, of whichever type. */
interface AnswerLine {
  readonly t: string;
  readonly id: string | number;
  readonly hostNetwork?: true;
  readonly side: 'source' | 'destination';
  readonly peers: readonly string[];
  readonly from: number;
  readonly to: readonly {
    /** Runs of class numbers: `3-17,20`. */
    readonly classes: string;
    readonly allow: ConnectionJson;
    readonly unknown?: ConnectionJson;
  }[];
}

interface OurEnd {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

export interface OurAnswer {
  readonly answer: ComparableAnswer;
  readonly hostNetwork: ReadonlySet<string>;
}

export function readOurAnswer(text: string): OurAnswer {
  const answer: ComparableAnswer = new Map();
  const hostNetwork = new Set<string>();
  const classes = { source: new Map<number, readonly OurEnd[]>(), destination: new Map<number, readonly OurEnd[]>() };
  for (const line of text.trimEnd().split('\n')) {
    const record: AnswerLine = JSON.parse(line);
    if (record.t === 'peer' && record.hostNetwork) hostNetwork.add(String(record.id));
    else if (record.t === 'class') classes[record.side].set(Number(record.id), record.peers.flatMap(endsNamed));
    else if (record.t === 'row') {
      for (const { classes: ids, allow, unknown } of record.to) {
        const ports = { allow: connectionsOf(allow), unknown: unknown === undefined ? NONE : connectionsOf(unknown) };
        const to = numbersIn(ids).flatMap((id) => classes.destination.get(id) ?? []);
        for (const from of classes.source.get(record.from) ?? []) addRow(answer, from, to, ports);
      }
    } else if (record.t === 'error') throw new Error(`the answer ends in an error: ${line}`);
  }
  return { answer, hostNetwork };
}

type Ports = Readonly<Record<'allow' | 'unknown', ConnectionSet>>;

/** A workload's pods among themselves are left out, as the peer leaves them out. */
function addRow(answer: ComparableAnswer, from: OurEnd, ends: readonly OurEnd[], ports: Ports): void {
  for (const to of ends) {
    if (from.id === to.id) continue;
    const { first, last } = from.id === OUTSIDE ? from : to;
    addPorts(answer, { from: from.id, to: to.id }, { first, last, ...ports });
  }
}

/** None for ranges of IPv6. */
function endsNamed(name: string): OurEnd[] {
  if (name === '@ingress-controller') return [{ id: CONTROLLER, first: 0, last: 0 }];
  if (name.includes('[')) return [{ id: name, first: 0, last: 0 }];
  const block = parseCidr(name);
  if (block) return block.family === 'IPv4' ? [{ id: OUTSIDE, first: block.first, last: block.last }] : [];
  const [first, last] = name.split('-').map(parseAddress);
  return first?.family === 'IPv4' && last?.family === 'IPv4'
    ? [{ id: OUTSIDE, first: first.value, last: last.value }]
    : [];
}

function connectionsOf(json: ConnectionJson): ConnectionSet {
  if (json === 'all') return ALL_PORTS;
  return unionAll(
    PROTOCOLS.map((protocol) => (json[protocol] === undefined ? NONE : portsOf(protocol, json[protocol]))),
  );
}

function numbersIn(runs: string): number[] {
  return runs.split(',').flatMap((run) => {
    const [first = 0, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}
