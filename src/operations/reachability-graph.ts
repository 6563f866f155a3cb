/** The matrix as a graph: workloads by namespace, the outside and entry controllers beside them, connections as edges. */

import type { Graph, GraphEdge, GraphNode } from '../render/graph.ts';
import { compareText } from '../util/ordering.ts';
import { connectionText } from './connection-json.ts';
import type { ConnectionJson, PeerJson, ReachabilityResult } from './results.ts';

const WHOLE_RANGES: Readonly<Record<string, string>> = { '0.0.0.0/0': 'any IPv4', '::/0': 'any IPv6' };

/** `note`: the headline. A page of the connections says that it is one, and shows their ends only. */
export function reachabilityGraph(result: ReachabilityResult, note: string): Graph {
  const { peers, connections, summary } = result;
  const part = connections.length < summary.connections;
  const ends = new Set(connections.flatMap(({ from, to }) => [from, to]));
  const shown = part ? peers.filter(({ id }) => ends.has(id)) : peers;
  const namespaces = new Set(shown.flatMap(({ type, namespace }) => (type === 'workload' ? (namespace ?? []) : [])));
  return {
    title: 'Who can reach whom',
    note: part ? `${note}; only ${connections.length} of them are shown` : note,
    groups: [...namespaces].sort(compareText).map((id) => ({ id, title: id })),
    nodes: shown.map(nodeOf),
    edges: connections.map(edgeOf),
  };
}

function nodeOf({ id, type, namespace, name, kind, isolated }: PeerJson): GraphNode {
  if (type !== 'workload') {
    const range = Object.hasOwn(WHOLE_RANGES, id) ? WHOLE_RANGES[id] : undefined;
    return { id, kind: type, label: id, ...(range === undefined ? {} : { detail: range }) };
  }
  const [variant = ''] = /#\d+$/.exec(id) ?? [];
  return {
    id,
    kind: type,
    label: name === undefined ? id : name + variant,
    ...(kind === undefined ? {} : { detail: kind }),
    ...(namespace === undefined ? {} : { group: namespace }),
    ...(isolated === undefined ? {} : { isolated }),
  };
}

function edgeOf({ from, to, allow, unknown }: ConnectionJson): GraphEdge {
  return {
    from,
    to,
    label: connectionText(allow),
    ...(allow === 'all' ? { full: true } : {}),
    ...(unknown === undefined ? {} : { unknown: connectionText(unknown) }),
  };
}
