/** `POST /v1/reachability`: the complete matrix, or the part of it a focus names. */

import { type ConnectionSet, isEmpty, PROTOCOLS, portRange } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { LIMITS } from '../ingest/index.ts';
import { type MatrixQuery, type Pair, pairs } from '../queries/matrix.ts';
import { byKeys } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import { doubts } from './doubts.ts';
import { common, requireWorkloads, workloads } from './inventory.ts';
import type { Operation } from './operation.ts';
import { analysisOptions, type FocusOptions, focusOptions } from './options.ts';
import { cutPage } from './page.ts';
import { reachabilityAnswer } from './reachability-answer.ts';
import { reachabilityExample } from './reachability-example.ts';
import * as results from './results.ts';

/** The matrix in the contract's shape. Throws `ProblemError` where it is larger than one answer may be. */
export function reachabilityResult(analysis: Analysis, options: FocusOptions): results.ReachabilityResult {
  requireWorkloads(analysis);
  const query = matrixQuery(options);
  const found = collect(analysis, query);
  const page = cutPage(found.map(connectionJsonOf), options);
  const ends = new Map(found.flatMap((p) => [p.from, p.to]).map((end) => [end.id, end]));
  const inside = workloads(analysis).filter((peer) => query.focus.length === 0 || ends.has(peer.id));
  const outside = [...ends.values()].flatMap((end): results.PeerJson[] =>
    end.kind === 'outside' ? [{ id: end.id, type: 'external' }] : [],
  );
  const unknown = found.some((p) => !isEmpty(p.unknown));
  return {
    ...common(analysis, unknown ? doubts(analysis) : []),
    peers: [...inside, ...outside].sort(byKeys((p) => p.id)),
    connections: page.items,
    ...(page.next === undefined ? {} : { next: page.next }),
    summary: {
      documents: analysis.parsed().documents.length,
      workloads: analysis.cluster().workloads.length,
      policies: analysis.policies().policies.length,
      connections: found.length,
      refused: analysis.refused,
      otherKinds: Object.fromEntries(analysis.otherKinds()),
    },
  };
}

/** Sorted by `from`, then `to`; what is too much for one answer is a problem that says how to ask for less. */
function collect(analysis: Analysis, query: MatrixQuery): Pair[] {
  const reach = analysis.reach();
  const cells = reach.sources.members.length * reach.destinations.members.length;
  if (cells > LIMITS.classCells.value) {
    const detail = `the matrix has ${cells} cells of endpoints that policies tell apart; ask single questions with /v1/evaluate`;
    exceed('classCells', cells, LIMITS.classCells.value, detail);
  }
  const found: Pair[] = [];
  for (const pair of pairs(reach, query)) {
    found.push(pair);
    if (found.length <= LIMITS.connections.value) continue;
    const detail = 'the answer has too many connections; ask for a part with `focus`, `connection` or `external=false`';
    exceed('connections', found.length, LIMITS.connections.value, detail);
  }
  return found.sort(
    byKeys(
      (p) => p.from.id,
      (p) => p.to.id,
    ),
  );
}

function connectionJsonOf({ from, to, allow, unknown }: Pair): results.ConnectionJson {
  const doubt = isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) };
  return { from: from.id, to: to.id, allow: connectionJson(allow), ...doubt };
}

export function matrixQuery(options: FocusOptions): MatrixQuery {
  const { focus, focusPeer, direction, connection, self, external } = options;
  return {
    focus: listOf(focus),
    focusPeer: listOf(focusPeer),
    direction,
    connection: connection === undefined ? undefined : parseConnection(connection),
    self,
    external,
  };
}

function listOf(names: string | string[] | undefined): string[] {
  return names === undefined ? [] : [names].flat();
}

/** `tcp/80`; the option's pattern has been checked. */
function parseConnection(text: string): ConnectionSet {
  const [name, port] = text.split('/');
  const protocol = PROTOCOLS.find((p) => p.toLowerCase() === name?.toLowerCase()) ?? 'TCP';
  return portRange(protocol, Number(port), Number(port));
}

export const reachability: Operation<FocusOptions> = {
  id: 'reachability',
  summary: 'Who can reach whom, on which ports',
  description:
    'The complete matrix: every ordered pair of workloads and outside addresses with something allowed or unknown, in the destination’s own ports. A workload nothing may reach is still in `peers`. `unknown` is what the bundle cannot decide, and is never part of `allow`.',
  input: analysisOptions.extend(focusOptions.shape),
  result: results.reachabilityResult,
  examples: [reachabilityExample],
  run: (analysis, input) => reachabilityAnswer(analysis, reachabilityResult(analysis, input)),
};
