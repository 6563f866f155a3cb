/**
 * One bundle with its options, and every step of its analysis, each done at most once and only when asked for. All
 * operations and transports ask here, so that ten questions about one bundle parse it once.
 */

import { dockerBundle } from '../docker/bundle.ts';
import type { ComposeOptions } from '../docker/compose/options.ts';
import { Algebra } from '../engine/algebra.ts';
import { type EndpointSource, makeReach } from '../engine/compile.ts';
import type { Reach } from '../engine/reach.ts';
import type { Bundle } from '../ingest/bundle.ts';
import type { Origin } from '../ingest/document.ts';
import { type Finding, isIn } from '../ingest/finding.ts';
import { DEFAULT_LIMITS, type ParsedBundle, parseBundle, type Source, type Streamed } from '../ingest/index.ts';
import type { Checked } from '../kubernetes/api/document-check.ts';
import type { Cluster } from '../kubernetes/cluster.ts';
import type { CniEvidence } from '../kubernetes/cni/evidence.ts';
import type { LintObject } from '../lint/context/lint-object.ts';
import type { DockerEngine } from '../policy/dialects/docker-network/index.ts';
import { eachEndpoint, podEndpoints } from '../policy/dialects/endpoints.ts';
import { entryController } from '../policy/dialects/entry-controller.ts';
import { eachFrontEnd, mentionedTargets } from '../policy/dialects/front-ends.ts';
import { clusterOpenings, type Openings } from '../policy/dialects/openings.ts';
import type { Policies } from '../policy/dialects/registry.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { type FrontEnd, type Target, targetsOf } from '../policy/front-end.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';
import { type Beyond, clusterBeyond } from '../queries/beyond.ts';
import { ClusterWorld } from '../queries/cluster-world.ts';
import { clusterNames, type ResolvedName } from '../queries/names.ts';
import type { World } from '../queries/world.ts';
import type { Release } from '../schemas/releases.ts';
import type { Place } from '../util/problem.ts';
import { DockerModel } from './docker-model.ts';
import { type Enforcement, type EnforcementOption, enforcementOf } from './enforcement.ts';
import { type Model, type ModelKind, type ModelSize, type Verdict, verdictOf } from './model.ts';
import { once } from './once.ts';
import { type PlacedFinding, Places } from './places.ts';
import { policyFindings } from './policy-findings.ts';
import { type Read, Reading } from './reading.ts';
import { WorkloadFinder } from './workload-finder.ts';

export interface AnalysisOptions extends ComposeOptions {
  /** The namespace of objects that name none. */
  readonly namespace: string;
  readonly ipBlockPods: 'match' | 'ignore';
  /** Whether policies have an effect; `auto` asks the bundle for its network plugin. */
  readonly enforcement: EnforcementOption;
  /** Which pods are one endpoint: those of a workload that policies treat alike, or each for itself. */
  readonly level: 'workload' | 'pod';
  /** Whether rules will look at the objects. */
  readonly keepObjects?: boolean;
  /** The version whose API server looks at each object; none where nobody asks what it would say. */
  readonly kubernetes?: Release | undefined;
  /** The controller of Ingresses, Routes and Gateways: `namespace/name` or `namespace:key=value`. */
  readonly ingressController?: string | undefined;
  /** The engine that Docker's networks are judged by. */
  readonly dockerEngine: DockerEngine;
  /** The one model that is wanted of a bundle that holds both. */
  readonly model?: ModelKind | undefined;
  /** Every file holds docker command lines; without it those that do are told by their names. */
  readonly input?: 'docker-cli' | undefined;
}

export const DEFAULT_OPTIONS: AnalysisOptions = {
  namespace: 'default',
  ipBlockPods: 'match',
  enforcement: 'auto',
  level: 'workload',
  dockerEngine: '29',
};

export class Analysis implements Model {
  readonly kind = 'kubernetes';
  /** Without files where the body was read while it arrived. */
  readonly bundle: Bundle;
  readonly options: AnalysisOptions;
  readonly #places = new Places();
  readonly #algebra: Algebra;
  readonly #read: () => Read;

  /** Analyses that are to be compared share one `algebra`. */
  constructor(
    given: Bundle | Streamed<Reading>,
    options: AnalysisOptions = DEFAULT_OPTIONS,
    algebra: Algebra = new Algebra(),
  ) {
    this.bundle = 'sink' in given ? { files: [] } : given;
    this.options = options;
    this.#algebra = algebra;
    this.#read = once(() => ('sink' in given ? given.sink.finish(given.parsed) : readBundle(given, options)));
  }

  readonly parsed: () => ParsedBundle = () => this.#read().parsed;

  /** What the bundle holds of Docker; undefined where it holds nothing. */
  docker(): DockerModel | undefined {
    const docker = this.#docker();
    return docker.bundle.isThere ? docker : undefined;
  }

  readonly #docker: () => DockerModel = once(() => {
    const { scripts, inspected, parsed } = this.#read();
    const bundle = dockerBundle({ sources: parsed.sources, scripts, inspected }, this.options);
    const unread = parsed.findings.filter((f) => f.rule === 'YML008' && isIn(f, bundle.sources));
    const { dockerEngine: engine } = this.options;
    return new DockerModel({ bundle, unread, engine, algebra: this.#algebra, places: this.#places });
  });

  /**
   * The models the bundle holds something of, of those that are asked for. Where one of them holds nothing that could
   * reach anything, it is left out.
   */
  readonly models: () => readonly Model[] = once(() => {
    const { model } = this.options;
    const docker = this.docker();
    if (model === 'kubernetes' || !docker) return [this];
    if (model === 'docker') return [docker];
    const both: readonly Model[] = [this, docker];
    const telling = both.filter((each) => each.size().workloads > 0);
    if (telling.length > 0) return telling;
    return this.documentCount > 0 ? [this] : [docker];
  });

  /** One model, though the bundle may hold nothing of it. */
  as(kind: ModelKind): Model {
    return kind === 'docker' ? this.#docker() : this;
  }

  readonly cluster: () => Cluster = () => this.#read().cluster;

  readonly policies: () => Policies = once(() => this.#read().policies());

  /** Which network plugins the bundle shows. */
  readonly evidence: () => CniEvidence = once(() => this.#read().evidence());

  /** What of the policies is in effect, and why. */
  readonly enforcement: () => Enforcement = once(() => {
    const { enforcement: option } = this.options;
    const policies = this.policies();
    return enforcementOf({ option, evidence: this.evidence, policies, cluster: this.cluster() });
  });

  readonly reach: () => Reach = once(() => {
    const { level } = this.options;
    const cluster = this.cluster();
    const endpoints: EndpointSource = (asked) =>
      level === 'pod' ? podEndpoints(cluster) : eachEndpoint(cluster, asked);
    const { stack } = this.enforcement();
    const { entry: openings, outside } = this.openings();
    const pod: Way = { via: 'pod', stack };
    const targets = { [Symbol.iterator]: () => leadingTo(outside, cluster) };
    const algebra = this.#algebra;
    const mentioned = mentionedTargets(outside, cluster);
    if (openings.length === 0) return makeReach({ endpoints, ways: [pod], targets, mentioned, algebra });
    const controller = entryController(this.cluster(), this.options.ingressController);
    const ways: Way[] = [pod, { via: 'entry', stack, openings }];
    return makeReach({ endpoints, ways, targets, mentioned, entries: [{ kind: 'entry', ...controller }], algebra });
  });

  readonly frontEnds: () => readonly FrontEnd[] = once(() => [...eachFrontEnd(this.cluster())]);

  /** What single questions are asked about. */
  readonly world: () => World = once(
    () => new ClusterWorld(this.reach(), { frontEnds: this.frontEnds(), openings: this.openings() }),
  );

  /** `portolan.yaml`, that of the outermost folder first. */
  get settingsFiles(): readonly Source[] {
    return this.#read().settingsFiles;
  }

  /** What rules look at; nothing unless it was to be kept. */
  get objects(): readonly LintObject[] {
    return this.#read().objects;
  }

  readonly openings: () => Openings = once(() => clusterOpenings(this.cluster()));

  /** What is to be said of the policies once reach is known. */
  readonly policyFindings: () => readonly Finding[] = once(() => {
    if (this.cluster().workloads.length === 0) return [];
    const openings = this.openings().outside;
    const { policies } = this.policies();
    return policyFindings(this.reach(), { stack: this.enforcement().stack, policies, openings });
  });

  /** What is wrong with files as files, those of Docker aside. */
  readonly ownFindings: () => readonly Finding[] = once(() => {
    const sources = this.docker()?.bundle.sources;
    const { findings } = this.parsed();
    return sources ? findings.filter((finding) => !isIn(finding, sources)) : findings;
  });

  readonly findings: () => readonly PlacedFinding[] = once(() => {
    return this.place([
      ...this.ownFindings(),
      ...this.cluster().findings,
      ...this.policies().findings,
      ...this.enforcement().findings,
      ...this.openings().findings,
      ...this.policyFindings(),
    ]);
  });

  place(findings: readonly Finding[]): PlacedFinding[] {
    return this.#places.place(findings);
  }

  /** Whether every document could be read. */
  get complete(): boolean {
    return !this.ownFindings().some((f) => f.unreadable);
  }

  get verdict(): Verdict {
    return verdictOf(this.findings().map(({ finding }) => finding));
  }

  /** How many objects the API server would refuse. */
  get refused(): number {
    return this.cluster().refused + this.policies().refused;
  }

  /** What the API server would say of each object, where that was asked. */
  get checked(): Checked | undefined {
    return this.#read().checked;
  }

  /** Documents that took no part in the answer, counted by kind, in alphabetical order. */
  otherKinds(): ReadonlyMap<string, number> {
    return this.#read().otherKinds;
  }

  /** How many documents could be read, those of Docker aside. */
  get documentCount(): number {
    const { documents, parsed } = this.#read();
    const sources = this.docker()?.bundle.sources;
    return sources ? documents - parsed.documents.filter(({ source }) => sources.has(source)).length : documents;
  }

  stacks(): PolicyStack[] {
    return [this.enforcement().stack];
  }

  readonly beyond: () => Beyond = once(() => {
    const { policies } = this.policies();
    return clusterBeyond(this.reach(), { stack: this.enforcement().stack, policies });
  });

  names(): ResolvedName[] {
    return clusterNames(this.reach(), this.frontEnds());
  }

  size(): ModelSize {
    const workloads = this.cluster().workloads.length;
    return { documents: this.documentCount, workloads, policies: this.policies().policies.length };
  }

  readonly #workloads = once(() => new WorkloadFinder(this.cluster().workloads));

  replicas(workload: string): number | undefined {
    return this.#workloads().find(workload)?.replicas;
  }

  instead(): string {
    const policies = Map.groupBy(this.policies().policies, ({ kind }) => kind);
    const kinds = [...policies].map(([kind, { length }]): [string, number] => [kind, length]);
    const found = [...kinds, ...this.otherKinds()].map(([kind, count]) => `${count} ${kind}`);
    const held = found.length > 0 ? `; it holds ${found.join(', ')}` : '';
    return `no workload (Pod, Deployment, …) is in the bundle${held}`;
  }

  sharesHost({ hostNetwork }: Endpoint): boolean {
    return hostNetwork;
  }

  assumptions(): string[] {
    return [];
  }

  locate(origin: Origin): Place & { readonly line: number } {
    return this.#places.locate(origin);
  }
}

function readBundle(bundle: Bundle, options: AnalysisOptions): Read {
  const isScript = options.input === 'docker-cli' ? { isScript: () => true } : {};
  const reading = new Reading({ ...options, ...isScript });
  return reading.finish(parseBundle(bundle, DEFAULT_LIMITS, reading));
}

/** What is led to from outside, and by Services; those are not kept. */
function* leadingTo(outside: readonly Target[], cluster: Cluster): Generator<Target> {
  yield* outside;
  for (const frontEnd of eachFrontEnd(cluster)) yield* targetsOf(frontEnd);
}
