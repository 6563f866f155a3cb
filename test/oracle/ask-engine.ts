/** The engine's side of the comparison: the same manifests and the same questions, answered by the real thing. */

import { hasAddress, rangesSet } from '../../src/algebra/address-set.ts';
import { parseAddress } from '../../src/algebra/cidr.ts';
import {
  type ConnectionSet,
  intersect,
  isEmpty,
  OTHER_PROTOCOLS,
  portRange,
} from '../../src/algebra/connection-set.ts';
import { Analysis, type AnalysisOptions, DEFAULT_OPTIONS } from '../../src/analysis/analysis.ts';
import type { Reach } from '../../src/engine/reach.ts';
import { describeEnd, type End, type Flow, type OracleOptions, type Verdict } from './flow.ts';
import type { Manifest } from './manifests.ts';
import type { AnyNode } from './shared-ends.ts';

/** Analyses the objects once and answers any number of flows between their running pods and outside addresses. */
export function askEngine(objects: readonly Manifest[], options: OracleOptions): (flow: Flow) => Verdict {
  const reach = analysisOfObjects(objects, options).reach();
  const found = new Map<string, number>();
  const find = (end: End): number => {
    const node = found.get(describeEnd(end)) ?? nodeOf(reach, end);
    found.set(describeEnd(end), node);
    return node;
  };
  return (flow) => {
    if ('pod' in flow.from && 'pod' in flow.to && flow.from.pod === flow.to.pod) return 'allow';
    const cell = reach.between(find(flow.from), find(flow.to));
    const packet = packetOf(flow);
    if (!isEmpty(intersect(cell.allow, packet))) return 'allow';
    return isEmpty(intersect(cell.unknown, packet)) ? 'deny' : 'unknown';
  };
}

type Options = OracleOptions & Partial<Pick<AnalysisOptions, 'level' | 'ingressController'>>;

/** The analysis of these objects, every pod for itself where nothing else is said. */
export function analysisOfObjects(objects: readonly Manifest[], options: Options): Analysis {
  const { ipBlockPods = 'match', level = 'pod', ingressController } = options;
  const bytes = new TextEncoder().encode(objects.map((o) => JSON.stringify(o)).join('\n'));
  return new Analysis(
    { files: [{ path: 'cluster.ndjson', bytes }] },
    { ...DEFAULT_OPTIONS, ipBlockPods, level, ingressController },
  );
}

export function packetOf({ protocol, port }: Pick<Flow, 'protocol' | 'port'>): ConnectionSet {
  return protocol === 'other' ? OTHER_PROTOCOLS : portRange(protocol, port, port);
}

export function nodeOf({ nodes }: Reach, end: End): number {
  return nodeNumber(nodes, end);
}

/** Outside addresses are never pods, even where the number is one's. */
export function nodeNumber(nodes: readonly AnyNode[], end: End): number {
  const address = 'address' in end ? parseAddress(end.address) : undefined;
  const index = nodes.findIndex((node) => {
    if ('pod' in end) return node.kind === 'endpoint' && node.endpoint.id === `${end.pod}[Pod]`;
    return address !== undefined && node.kind === 'outside' && hasAddress(rangesSet([node.range]), address);
  });
  if (index < 0) throw new Error(`the matrix has no ${JSON.stringify(end)}`);
  return index;
}
