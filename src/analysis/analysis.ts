/**
 * One bundle with its options, and every step of its analysis, each done at most once and only when asked for. All
 * operations and transports ask here, so that ten questions about one bundle parse it once.
 */

import { makeReach } from '../engine/compile.ts';
import type { Reach } from '../engine/reach.ts';
import type { Bundle } from '../ingest/bundle.ts';
import type { Document, Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { Locator, type ParsedBundle, parseBundle } from '../ingest/index.ts';
import { type Cluster, readCluster } from '../kubernetes/cluster.ts';
import { cniEvidence } from '../kubernetes/cni/evidence.ts';
import { typeOf } from '../kubernetes/object.ts';
import { clusterEndpoints, podEndpoints } from '../policy/dialects/endpoints.ts';
import { entryController } from '../policy/dialects/entry-controller.ts';
import { clusterFrontEnds } from '../policy/dialects/front-ends.ts';
import { clusterOpenings, type Openings } from '../policy/dialects/openings.ts';
import { compilePolicies, type Policies } from '../policy/dialects/registry.ts';
import { type FrontEnd, targetsOf } from '../policy/front-end.ts';
import type { Way } from '../policy/way.ts';
import { byKeys } from '../util/ordering.ts';
import type { Place } from '../util/problem.ts';
import { type Enforcement, type EnforcementOption, enforcementOf } from './enforcement.ts';
import { once } from './once.ts';
import { policyFindings } from './policy-findings.ts';

export interface AnalysisOptions {
  /** The namespace of objects that name none. */
  readonly namespace: string;
  readonly ipBlockPods: 'match' | 'ignore';
  /** Whether policies have an effect; `auto` asks the bundle for its network plugin. */
  readonly enforcement: EnforcementOption;
  /** Which pods are one endpoint: those of a workload that policies treat alike, or each for itself. */
  readonly level: 'workload' | 'pod';
  /** The controller of Ingresses, Routes and Gateways: `namespace/name` or `namespace:key=value`. */
  readonly ingressController?: string | undefined;
}

export const DEFAULT_OPTIONS: AnalysisOptions = {
  namespace: 'default',
  ipBlockPods: 'match',
  enforcement: 'auto',
  level: 'workload',
};

/** A finding with its place looked up. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly at: Place | undefined;
}

export type Verdict = 'pass' | 'warn' | 'fail';

export class Analysis {
  readonly bundle: Bundle;
  readonly options: AnalysisOptions;
  readonly #locator: Locator = new Locator();

  constructor(bundle: Bundle, options: AnalysisOptions = DEFAULT_OPTIONS) {
    this.bundle = bundle;
    this.options = options;
  }

  readonly parsed: () => ParsedBundle = once(() => parseBundle(this.bundle));

  readonly cluster: () => Cluster = once(() => readCluster(this.parsed().documents, this.options.namespace));

  readonly policies: () => Policies = once(() => compilePolicies(this.cluster(), this.options));

  /** What of the policies is in effect, and why. */
  readonly enforcement: () => Enforcement = once(() => {
    const { namespace, enforcement: option } = this.options;
    const evidence = () => cniEvidence(this.parsed().documents, namespace);
    return enforcementOf({ option, evidence, policies: this.policies(), cluster: this.cluster() });
  });

  readonly reach: () => Reach = once(() => {
    const { level } = this.options;
    const endpoints = level === 'pod' ? podEndpoints(this.cluster()) : clusterEndpoints(this.cluster());
    const { stack } = this.enforcement();
    const { entry: openings, outside } = this.openings();
    const pod: Way = { via: 'pod', stack };
    const targets = [...outside, ...this.frontEnds().flatMap(targetsOf)];
    if (openings.length === 0) return makeReach({ endpoints, ways: [pod], targets });
    const controller = entryController(this.cluster(), this.options.ingressController);
    const ways: Way[] = [pod, { via: 'entry', stack, openings }];
    return makeReach({ endpoints, ways, targets, entries: [{ kind: 'entry', ...controller }] });
  });

  readonly frontEnds: () => readonly FrontEnd[] = once(() => clusterFrontEnds(this.cluster()));

  readonly openings: () => Openings = once(() => clusterOpenings(this.cluster()));

  /** What is to be said of the policies once reach is known. */
  readonly policyFindings: () => readonly Finding[] = once(() => {
    if (this.cluster().workloads.length === 0) return [];
    const openings = this.openings().outside;
    const { policies } = this.policies();
    return policyFindings(this.reach(), { stack: this.enforcement().stack, policies, openings });
  });

  /** Sorted by file and position; those without a place come last. */
  readonly findings: () => readonly PlacedFinding[] = once(() => {
    return this.place([
      ...this.parsed().findings,
      ...this.cluster().findings,
      ...this.policies().findings,
      ...this.enforcement().findings,
      ...this.openings().findings,
      ...this.policyFindings(),
    ]);
  });

  /** Looks the places of findings up. */
  place(findings: readonly Finding[]): PlacedFinding[] {
    return findings
      .map((finding) => ({ finding, at: finding.place && this.#locator.locate(finding.place) }))
      .sort(
        byKeys(
          ({ at }) => at?.file ?? '\uffff',
          ({ at }) => at?.line ?? 0,
          ({ at }) => at?.column ?? 0,
          ({ finding }) => finding.rule,
          ({ finding }) => finding.message,
        ),
      );
  }

  /** Whether every document could be read. */
  get complete(): boolean {
    return !this.parsed().findings.some((f) => f.unreadable);
  }

  get verdict(): Verdict {
    const severities = new Set(this.findings().map(({ finding }) => finding.severity));
    return severities.has('error') ? 'fail' : severities.has('warning') ? 'warn' : 'pass';
  }

  /** How many objects the API server would refuse. */
  get refused(): number {
    return this.cluster().refused + this.policies().refused;
  }

  /** Documents that took no part in the answer, counted by kind, in alphabetical order. */
  readonly otherKinds: () => ReadonlyMap<string, number> = once(() => {
    const counts = new Map<string, number>();
    for (const document of this.policies().unclaimed) {
      const kind = describe(document);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return new Map([...counts].sort(byKeys(([kind]) => kind)));
  });

  locate(origin: Origin): Place & { readonly line: number } {
    return this.#locator.locate(origin);
  }
}

function describe(document: Document): string {
  const { apiVersion, kind } = typeOf(document);
  return kind === '' ? 'Compose file' : `${apiVersion} ${kind}`;
}
