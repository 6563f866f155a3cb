/**
 * What a bundle holds of Docker, and every step of its analysis, each done at most once and only when asked for: the
 * projects of one host, who reaches whom over each of Docker's ways, and over all of them together.
 */

import type { DockerBundle } from '../docker/bundle.ts';
import type { Project } from '../docker/project.ts';
import type { Algebra } from '../engine/algebra.ts';
import { makeReach } from '../engine/compile.ts';
import type { Reach } from '../engine/reach.ts';
import type { Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { type DockerEngine, type DockerWorld, dockerWorld } from '../policy/dialects/docker-network/index.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { DockerManner } from '../policy/way.ts';
import { type Beyond, hostBeyond } from '../queries/beyond.ts';
import { hostNames } from '../queries/host-names.ts';
import { HostWorld } from '../queries/host-world.ts';
import type { ResolvedName } from '../queries/names.ts';
import type { World } from '../queries/world.ts';
import type { Place } from '../util/problem.ts';
import { type Model, type ModelSize, type Verdict, verdictOf } from './model.ts';
import { once } from './once.ts';
import type { PlacedFinding, Places } from './places.ts';

interface Given {
  readonly bundle: DockerBundle;
  /** What is to be said of its files as files. */
  readonly unread: readonly Finding[];
  readonly engine: DockerEngine;
  readonly algebra: Algebra;
  readonly places: Places;
}

export class DockerModel implements Model {
  readonly kind = 'docker';
  readonly bundle: DockerBundle;
  /** What is wrong, or worth knowing, in the files, whoever reaches whom. */
  readonly fileFindings: readonly Finding[];
  readonly #engine: DockerEngine;
  readonly #algebra: Algebra;
  readonly #places: Places;
  readonly #reaches = new Map<DockerManner, Reach>();

  /** Models that are to be compared share one `algebra`. */
  constructor({ bundle, unread, engine, algebra, places }: Given) {
    this.bundle = bundle;
    this.fileFindings = [...bundle.findings, ...unread];
    this.#engine = engine;
    this.#algebra = algebra;
    this.#places = places;
  }

  get projects(): readonly Project[] {
    return this.bundle.projects;
  }

  /** Of no project where none could be loaded. */
  readonly network: () => DockerWorld = once(() => dockerWorld(this.projects, { engine: this.#engine }));

  /** Over all ways together, in the destination's own ports. */
  readonly reach: () => Reach = once(() => this.#reachOver(() => true));

  /** Over one way by itself; its nodes are numbered as those of `reach`. */
  reachBy(via: DockerManner): Reach {
    const known = this.#reaches.get(via) ?? this.#reachOver((way) => way === via);
    this.#reaches.set(via, known);
    return known;
  }

  #reachOver(counts: (via: string) => boolean): Reach {
    const { endpoints, ways } = this.network();
    return makeReach({ endpoints, ways: ways.filter(({ via }) => counts(via)), algebra: this.#algebra });
  }

  readonly world: () => World = once(() => {
    return new HostWorld({ network: this.network(), reach: this.reach(), reachBy: (via) => this.reachBy(via) });
  });

  stacks(): PolicyStack[] {
    return this.network().ways.map(({ stack }) => stack);
  }

  readonly beyond: () => Beyond = once(() => {
    const { strangers } = this.network();
    return hostBeyond({ reach: this.reach(), strangers, isUnguarded: (endpoint) => this.sharesHost(endpoint) });
  });

  names(): Iterable<ResolvedName> {
    return hostNames(this.reach(), this.network().names);
  }

  size(): ModelSize {
    const workloads = this.projects.reduce((sum, { services }) => sum + services.size, 0);
    return { documents: this.bundle.sources.size, workloads, policies: 0, networks: this.network().networks.length };
  }

  replicas(workload: string): number | undefined {
    return this.network().services.get(workload)?.replicas;
  }

  sharesHost({ id }: Endpoint): boolean {
    return this.network().services.get(id)?.inHost ?? false;
  }

  get refused(): number {
    return this.bundle.refused;
  }

  otherKinds(): ReadonlyMap<string, number> {
    return new Map();
  }

  instead(): string {
    return 'no service is in the bundle that could be started';
  }

  assumptions(): readonly string[] {
    return this.network().assumptions;
  }

  /** Those of the files, and what surprises about the networks. */
  readonly findings: () => readonly PlacedFinding[] = once(() => {
    return this.place([...this.fileFindings, ...this.network().findings]);
  });

  get complete(): boolean {
    return !this.fileFindings.some(({ unreadable }) => unreadable);
  }

  get verdict(): Verdict {
    return verdictOf(this.findings().map(({ finding }) => finding));
  }

  place(findings: readonly Finding[]): PlacedFinding[] {
    return this.#places.place(findings);
  }

  locate(origin: Origin): Place & { readonly line: number } {
    return this.#places.locate(origin);
  }
}
