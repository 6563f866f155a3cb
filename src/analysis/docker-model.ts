/**
 * What a bundle holds of Docker, and every step of its analysis, each done at most once and only when asked for: the
 * projects of one host, who reaches whom over each of Docker's ways, and over all of them together.
 */

import type { DockerBundle } from '../docker/bundle.ts';
import type { Project } from '../docker/project.ts';
import type { Algebra } from '../engine/algebra.ts';
import { makeReach } from '../engine/compile.ts';
import type { Reach } from '../engine/reach.ts';
import type { Finding } from '../ingest/finding.ts';
import { type DockerEngine, type DockerWorld, dockerWorld } from '../policy/dialects/docker-network/index.ts';
import type { DockerManner } from '../policy/way.ts';
import { once } from './once.ts';

interface Given {
  readonly bundle: DockerBundle;
  /** What is to be said of its files as files. */
  readonly unread: readonly Finding[];
  readonly engine: DockerEngine;
  readonly algebra: Algebra;
}

export class DockerModel {
  readonly bundle: DockerBundle;
  /** What is wrong, or worth knowing, in the files, whoever reaches whom. */
  readonly fileFindings: readonly Finding[];
  readonly #engine: DockerEngine;
  readonly #algebra: Algebra;
  readonly #reaches = new Map<DockerManner, Reach>();

  /** Models that are to be compared share one `algebra`. */
  constructor({ bundle, unread, engine, algebra }: Given) {
    this.bundle = bundle;
    this.fileFindings = [...bundle.findings, ...unread];
    this.#engine = engine;
    this.#algebra = algebra;
  }

  get projects(): readonly Project[] {
    return this.bundle.projects;
  }

  /** Undefined where no project could be loaded. */
  readonly network: () => DockerWorld | undefined = once(() => dockerWorld(this.projects, { engine: this.#engine }));

  /** Over all ways together, in the destination's own ports. */
  readonly reach: () => Reach = once(() => this.#reachOver(() => true));

  /** Over one way by itself; its nodes are numbered as those of `reach`. */
  reachBy(via: DockerManner): Reach {
    const known = this.#reaches.get(via) ?? this.#reachOver((way) => way === via);
    this.#reaches.set(via, known);
    return known;
  }

  #reachOver(counts: (via: string) => boolean): Reach {
    const { endpoints = [], ways = [] } = this.network() ?? {};
    return makeReach({ endpoints, ways: ways.filter(({ via }) => counts(via)), algebra: this.#algebra });
  }

  /** The same, and what surprises about the networks. */
  readonly findings: () => readonly Finding[] = once(() => [...this.fileFindings, ...(this.network()?.findings ?? [])]);
}
