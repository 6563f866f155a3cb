/** The matrix in the views the formats are written from. */

import type { Model } from '../analysis/model.ts';
import { once } from '../analysis/once.ts';
import type { AnswerWith, Table } from '../render/answer.ts';
import { requireAffordable } from './affordable.ts';
import { assumptionsTable } from './assumptions-table.ts';
import { connectionText } from './connection-json.ts';
import { findingsTable } from './findings-table.ts';
import { requireWorkloads } from './inventory.ts';
import { matrixStream } from './matrix-stream.ts';
import type { FocusOptions } from './options.ts';
import { partRecords } from './part-records.ts';
import { reachabilityGraph } from './reachability-graph.ts';
import { foundPairs, resultOf } from './reachability-result.ts';
import type { ConnectionJson, ReachabilityResult, WayJson } from './results.ts';

/** What is refused whatever the form is refused here; everything else is computed by the form that needs it. */
export function reachabilityAnswer(model: Model, options: FocusOptions): AnswerWith<'graph'> {
  requireWorkloads(model);
  requireAffordable([model.reach()]);
  const found = once(() => foundPairs(model, options));
  const result = once(() => resultOf(model, options, found()));
  return {
    json: result,
    headline: () => headline(result()),
    tables: () => {
      const { findings } = result();
      return [
        connectionsTable(result()),
        closedTable(result()),
        reasonsTable(result()),
        findingsTable(findings),
        assumptionsTable(result()),
      ].flat();
    },
    records: () => {
      const isStreamed = isTold(model, options) || (isListed(options) && found() === undefined);
      return isStreamed ? matrixStream(model, options) : partRecords(result());
    },
    graph: () => reachabilityGraph(result(), headline(result())),
  };
}

/** Whether classes tell all there is to tell; with Docker, each pair has ways of its own. */
function isTold(model: Model, options: FocusOptions): boolean {
  return model.size().networks === undefined && isWhole(options);
}

/** Whether nothing is left out: a workload's pods among themselves are in the classes anyway. */
function isWhole(options: FocusOptions): boolean {
  return isListed(options) && options.connection === undefined && options.external;
}

/** Whether classes can tell what is asked for: no workload is singled out, and no connection. */
function isListed({ focus, explain, limit, cursor }: FocusOptions): boolean {
  return !explain && focus === undefined && limit === undefined && cursor === undefined;
}

function headline({ verdict, complete, summary }: ReachabilityResult): string {
  const { workloads, policies, networks, connections, refused } = summary;
  const what =
    networks === undefined
      ? `${workloads} workloads, ${policies} policies`
      : `${workloads} services, ${networks} networks`;
  const lost = [
    refused > 0 ? `${refused} ${networks === undefined ? 'objects' : 'projects or commands'} refused` : [],
    complete ? [] : 'not everything could be read',
  ].flat();
  return [`${verdict}: ${what}, ${connections} connections`, ...lost].join('; ');
}

function connectionsTable({ connections }: ReachabilityResult): Table {
  const unknown = connections.some((c) => c.unknown !== undefined);
  const ways = connections.some((c) => c.ways !== undefined);
  return {
    title: 'Connections',
    name: 'connections',
    columns: ['from', 'to', 'allow', ...(unknown ? ['unknown'] : []), ...(ways ? ['through'] : [])],
    rows: connections.map((c) => [
      c.from,
      c.to,
      connectionText(c.allow),
      ...(unknown ? [c.unknown === undefined ? '' : connectionText(c.unknown)] : []),
      ...(ways ? [throughText(c)] : []),
    ]),
    empty: 'Nothing may reach anything.',
  };
}

/** What opens a connection: `Ingress shop/door` from outside a cluster; with Docker the network, or the host's port. */
function throughText({ ways = [] }: ConnectionJson): string {
  return [...new Set(ways.map(throughOf))].join(', ');
}

function throughOf({ via, at, network, by: { kind, namespace, name } }: WayJson): string {
  if (namespace !== undefined) return `${kind} ${namespace}/${name}`;
  return `${via} ${at ?? network ?? ''}`.trim();
}

/** Workloads that no connection begins or ends at: they would be missing from the matrix. */
function closedTable({ peers, connections, summary }: ReachabilityResult): Table[] {
  const open = new Set(connections.flatMap((c) => [c.from, c.to]));
  const closed = peers.filter((p) => p.type === 'workload' && !open.has(p.id));
  if (closed.length === 0 || connections.length < summary.connections) return [];
  return [
    {
      title: 'Reach nothing and are reached by nothing',
      name: 'closed',
      columns: ['workload'],
      rows: closed.map((p) => [p.id]),
    },
  ];
}

/** With `explain`: what decided each connection. */
function reasonsTable({ connections }: ReachabilityResult): Table[] {
  const rows = connections.flatMap(({ from, to, reasons = [] }) =>
    reasons.map((r) => [from, to, r.direction, r.verdict, r.policy ? `${r.policy.file}:${r.policy.line}` : '', r.text]),
  );
  if (rows.length === 0) return [];
  return [{ title: 'Reasons', name: 'reasons', columns: ['from', 'to', 'direction', 'verdict', 'where', 'why'], rows }];
}
