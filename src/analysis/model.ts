/**
 * What a bundle holds of one model, as questions and answers need it: who reaches whom, why, and what is to be said of
 * the files. Operations that mean the same for Kubernetes and for Docker ask here, and never which of the two it is.
 */

import type { Reach } from '../engine/reach.ts';
import type { Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Beyond } from '../queries/beyond.ts';
import type { ResolvedName } from '../queries/names.ts';
import type { World } from '../queries/world.ts';
import type { Place } from '../util/problem.ts';
import type { PlacedFinding } from './places.ts';

export type ModelKind = 'kubernetes' | 'docker';

export type Verdict = 'pass' | 'warn' | 'fail';

/** How much of each there is. */
export interface ModelSize {
  readonly documents: number;
  readonly workloads: number;
  readonly policies: number;
  /** Of Docker: those that services are on. */
  readonly networks?: number;
}

export interface Model {
  readonly kind: ModelKind;
  /** Over all ways together. */
  reach(): Reach;
  /** What single questions are asked about. */
  world(): World;
  /** What is in effect, for every way that has policies of its own. */
  stacks(): readonly PolicyStack[];
  /** Who might be beyond the workloads of the bundle. */
  beyond(): Beyond;
  /** Sorted by who asks, then by name. */
  names(): Iterable<ResolvedName>;
  size(): ModelSize;
  /** How many pods or containers a workload asks for; undefined where it does not say. */
  replicas(workload: string): number | undefined;
  /** Whether an endpoint is in the network of its node or host, so that nothing isolates it. */
  sharesHost(endpoint: Endpoint): boolean;
  /** Objects, projects and commands that would be refused, so that they are not in force. */
  readonly refused: number;
  /** Documents that took no part in the answer, counted by kind, in alphabetical order. */
  otherKinds(): ReadonlyMap<string, number>;
  /** What there is where there is no workload, in words. */
  instead(): string;
  /** What the answer takes for granted, as sentences. */
  assumptions(): readonly string[];
  /** Sorted by file and position. */
  findings(): readonly PlacedFinding[];
  /** Whether every document could be read. */
  readonly complete: boolean;
  /** The worst of the findings. */
  readonly verdict: Verdict;
  /** Looks the places of findings up. */
  place(findings: readonly Finding[]): PlacedFinding[];
  locate(origin: Origin): Place & { readonly line: number };
}

/** The worst severity counts. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const severities = new Set(findings.map(({ severity }) => severity));
  return severities.has('error') ? 'fail' : severities.has('warning') ? 'warn' : 'pass';
}
