/** What a bundle holds, in the contract's shapes: its endpoints, its policies, its findings. */

import type { Analysis, PlacedFinding } from '../analysis/analysis.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';
import type { FindingJson, PeerJson } from './results.ts';

/** Every workload, with its variants where policies tell its pods apart; sorted by id. */
export function workloads(analysis: Analysis): PeerJson[] {
  return [...eachWorkload(analysis)];
}

/** The same one by one, for answers that are written while they are computed. */
export function* eachWorkload(analysis: Analysis): Generator<PeerJson> {
  const reach = analysis.reach();
  const counts = replicaCounts(analysis);
  for (const [i, node] of reach.nodes.entries()) {
    if (node.kind !== 'endpoint') continue;
    const isolated = { ingress: reach.isolated(i, 'ingress'), egress: reach.isolated(i, 'egress') };
    yield peerJson(node.endpoint, { isolated, count: counts.get(node.endpoint.id) });
  }
}

/** Of workloads that are one endpoint, how many pods they ask for; of variants only the pods that are shown count. */
function replicaCounts(analysis: Analysis): Map<string, number> {
  return new Map(analysis.cluster().workloads.flatMap((w) => (w.replicas === undefined ? [] : [[w.id, w.replicas]])));
}

interface PeerState {
  readonly isolated: { readonly ingress: boolean; readonly egress: boolean };
  readonly count: number | undefined;
}

function peerJson(endpoint: Endpoint, { isolated, count }: PeerState): PeerJson {
  const { id, namespace, name, kind, hostNetwork } = endpoint;
  const labels = [...endpoint.labels].filter(([key]) => !key.startsWith('@')).sort(byKeys(([key]) => key));
  const pods = count ?? (endpoint.pods.length > 0 ? endpoint.pods.length : undefined);
  return {
    id,
    type: 'workload',
    namespace,
    name,
    kind,
    labels: Object.fromEntries(labels),
    ...(pods === undefined ? {} : { pods }),
    ...(hostNetwork ? { hostNetwork } : {}),
    isolated,
  };
}

/** Sorted by file and position. */
export function findings(analysis: Analysis): FindingJson[] {
  return analysis.findings().map(findingJson);
}

/** What is to be said of one answer, beside what is wrong in the files. */
export function findingsJson(analysis: Analysis, more: readonly Finding[]): FindingJson[] {
  return analysis.place(more).map(findingJson);
}

/** One finding in the contract's shape. */
export function findingJson({ finding, at }: PlacedFinding): FindingJson {
  const { rule, severity, refused, message, resource } = finding;
  const path = pathOf(finding);
  return {
    rule,
    severity,
    ...(refused ? { refused } : {}),
    message,
    ...at,
    ...(path === undefined ? {} : { path }),
    ...(resource ? { resource } : {}),
  };
}

function pathOf({ place }: Finding): string | undefined {
  return place && 'document' in place ? place.document.prefix + place.pointer : undefined;
}

/** A problem names the first faults; a bundle may have as many as documents. */
const MOST_ERRORS = 100;

/** A bundle without a workload has no reach: a problem that says what was found instead. */
export function requireWorkloads(analysis: Analysis): void {
  if (analysis.cluster().workloads.length > 0) return;
  const errors = findings(analysis)
    .slice(0, MOST_ERRORS)
    .map(({ file = '', line, column, message }) => ({
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      message,
    }));
  const kinds = [...policyKinds(analysis), ...analysis.otherKinds()].map(([kind, count]) => `${count} ${kind}`);
  const found = kinds.length > 0 ? `; it holds ${kinds.join(', ')}` : '';
  throw new ProblemError(
    problem('nothing-to-analyse', `no workload (Pod, Deployment, …) is in the bundle${found}`, { errors }),
  );
}

function policyKinds(analysis: Analysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of analysis.policies().policies) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** What every result begins with. */
export function common(
  analysis: Analysis,
  more: readonly Finding[] = [],
): {
  model: 'kubernetes';
  verdict: 'pass' | 'warn' | 'fail';
  complete: boolean;
  findings: FindingJson[];
} {
  const { verdict, complete } = analysis;
  return {
    model: 'kubernetes',
    verdict,
    complete,
    findings: [...findings(analysis), ...findingsJson(analysis, more)],
  };
}
