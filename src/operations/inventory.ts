/** What a bundle holds, in the contract's shapes: its endpoints, its policies, its findings. */

import type { Model, ModelKind, Verdict } from '../analysis/model.ts';
import type { PlacedFinding } from '../analysis/places.ts';
import type { Node } from '../engine/node.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Labels } from '../policy/labels.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';
import type { FindingJson, PeerJson } from './results.ts';

/** Every workload, with its variants where policies tell its pods apart; sorted by id. */
export function workloads(model: Model): PeerJson[] {
  return [...eachWorkload(model)];
}

/** The same one by one, for answers that are written while they are computed. */
export function* eachWorkload(model: Model): Generator<PeerJson> {
  const reach = model.reach();
  const { nodes } = reach;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    if (node.kind !== 'endpoint' || node.endpoint.beyond !== undefined) continue;
    const shares = model.sharesHost(node.endpoint);
    const isolated = {
      ingress: !shares && reach.isolated(i, 'ingress'),
      egress: !shares && reach.isolated(i, 'egress'),
    };
    // Of variants only the pods that are shown count.
    yield peerJson(node.endpoint, { isolated, shares, count: model.replicas(node.endpoint.id) });
  }
}

interface PeerState {
  readonly isolated: { readonly ingress: boolean; readonly egress: boolean };
  readonly shares: boolean;
  readonly count: number | undefined;
}

function peerJson(endpoint: Endpoint, { isolated, shares, count }: PeerState): PeerJson {
  const { id, namespace, name, kind } = endpoint;
  const pods = count ?? (endpoint.pods.length > 0 ? endpoint.pods.length : undefined);
  const peer: PeerJson = {
    id,
    type: 'workload',
    namespace,
    name,
    kind,
    labels: labelsJson(endpoint.labels),
  };
  if (pods !== undefined) peer.pods = pods;
  if (shares) peer.hostNetwork = true;
  peer.isolated = isolated;
  return peer;
}

const byLabelKey = byKeys(([key]: readonly [string, string | null]) => key);

/** The labels that users write, sorted by key, as most files have them anyway. */
function labelsJson(labels: Labels): PeerJson['labels'] {
  const found: [string, string | null][] = [];
  let [isSorted, last] = [true, ''];
  labels.forEach((value, key) => {
    if (key.startsWith('@')) return;
    found.push([key, value]);
    if (key < last) isSorted = false;
    last = key;
  });
  return Object.fromEntries(isSorted ? found : found.sort(byLabelKey));
}

/** Sorted by file and position. */
export function findings(model: Pick<Model, 'findings'>): FindingJson[] {
  return model.findings().map(findingJson);
}

/** What is to be said of one answer, beside what is wrong in the files. */
export function findingsJson(model: Pick<Model, 'place'>, more: readonly Finding[]): FindingJson[] {
  return model.place(more).map(findingJson);
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
export function requireWorkloads(model: Model): void {
  if (model.size().workloads > 0) return;
  const errors = findings(model)
    .slice(0, MOST_ERRORS)
    .map(({ file = '', line, column, message }) => ({
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      message,
    }));
  throw new ProblemError(problem('nothing-to-analyse', model.instead(), { errors }));
}

/** What every result begins with. */
export interface Common {
  readonly model: ModelKind;
  readonly verdict: Verdict;
  readonly complete: boolean;
  readonly findings: FindingJson[];
  readonly assumptions?: string[];
}

export function common(model: Model, more: readonly Finding[] = []): Common {
  const { kind, verdict, complete } = model;
  const assumptions = model.assumptions();
  return {
    model: kind,
    verdict,
    complete,
    findings: [...findings(model), ...findingsJson(model, more)],
    ...(assumptions.length > 0 ? { assumptions: [...assumptions] } : {}),
  };
}

/** Of an answer about several models: the worse of each, the findings of all. */
export function commonOfAll(models: readonly Model[]): Common {
  const [first, ...more] = models.map((model) => common(model));
  if (!first) throw new Error('a bundle is of some model');
  return more.reduce(joinCommon, first);
}

const BY_SEVERITY: readonly Verdict[] = ['fail', 'warn', 'pass'];

function joinCommon(a: Common, b: Common): Common {
  const assumptions = [...(a.assumptions ?? []), ...(b.assumptions ?? [])];
  return {
    model: a.model,
    verdict: BY_SEVERITY.find((verdict) => verdict === a.verdict || verdict === b.verdict) ?? 'pass',
    complete: a.complete && b.complete,
    findings: [...a.findings, ...b.findings],
    ...(assumptions.length > 0 ? { assumptions } : {}),
  };
}
