/** Compose files as text to the Docker world, and short questions about it. */

import {
  type ConnectionSet,
  equal,
  formatConnections,
  intersect,
  isEmpty,
  type Protocol,
  portRange,
} from '../../../../src/algebra/connection-set.ts';
import { composeProjects } from '../../../../src/docker/compose.ts';
import type { Project } from '../../../../src/docker/project.ts';
import { makeReach } from '../../../../src/engine/compile.ts';
import type { Reach } from '../../../../src/engine/reach.ts';
import {
  bindingsAt,
  type DockerOptions,
  type DockerWorld,
  dockerWorld,
} from '../../../../src/policy/dialects/docker-network/index.ts';
import type { DockerManner } from '../../../../src/policy/way.ts';
import { explain } from '../../../../src/queries/explain.ts';

export function projectsOf(files: Readonly<Record<string, string>>): Project[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { projects } = composeProjects(sources, { profiles: [], env: {} });
  return projects.map(({ loaded, findings }) => {
    if (!loaded) throw new Error(findings.map(({ message }) => message).join('\n'));
    return loaded.project;
  });
}

export class AskedWorld {
  readonly world: DockerWorld;
  readonly #reaches = new Map<DockerManner | 'any', Reach>();

  constructor(world: DockerWorld) {
    this.world = world;
  }

  reach(via: DockerManner | 'any' = 'any'): Reach {
    const known = this.#reaches.get(via);
    if (known) return known;
    const { endpoints, ways } = this.world;
    const made = makeReach({ endpoints, ways: ways.filter((way) => via === 'any' || way.via === via) });
    this.#reaches.set(via, made);
    return made;
  }

  /** What is surely open, as people write it; with `?` and what is unknown. */
  cell(from: string, to: string, via: DockerManner | 'any' = 'any'): string {
    const { allow, unknown } = this.#cell(from, to, via);
    return isEmpty(unknown) ? formatConnections(allow) : `${formatConnections(allow)} ? ${formatConnections(unknown)}`;
  }

  isOpen(
    from: string,
    to: string,
    { via, protocol, port }: { via: DockerManner; protocol: Protocol; port: number },
  ): boolean {
    const { allow } = this.#cell(from, to, via);
    const asked = portRange(protocol, port, port);
    return equal(intersect(allow, asked), asked);
  }

  /** Where a port of the host leads to for somebody: `service:port`. */
  dials(
    from: string,
    via: 'published' | 'loopback',
    { protocol = 'TCP', port }: { protocol?: Protocol; port: number },
  ): string | undefined {
    const { bindings, hostAddress } = this.world;
    const address = via === 'published' ? hostAddress : undefined;
    const hit = bindingsAt(bindings, { via, protocol, port, address }).find(({ service, target }) =>
      this.isOpen(from, service, { via, protocol, port: target.first }),
    );
    return hit && `${hit.service}:${hit.target.first}`;
  }

  /** Of both ends: the verdict, what decides, what it means and the line it stands in. */
  reasons(from: string, to: string, via: DockerManner, asked: ConnectionSet): string[] {
    const reach = this.reach(via);
    const pair = { from: this.#node(from, reach), to: this.#node(to, reach), asked, names: { from, to } };
    return explain({ reach, via }, pair).map(({ direction, verdict, policy, origin }) => {
      const text = policy && 'text' in policy ? policy.text : '';
      return `${direction} ${verdict} ${policy?.kind} ${origin?.pointer}: ${text}`;
    });
  }

  #cell(from: string, to: string, via: DockerManner | 'any') {
    const reach = this.reach(via);
    return reach.between(this.#node(from, reach), this.#node(to, reach));
  }

  #node(id: string, { nodes }: Reach): number {
    const index = nodes.findIndex((node) => node.kind === 'endpoint' && node.endpoint.id === id);
    if (index < 0) throw new Error(`there is no endpoint ${id}`);
    return index;
  }
}

/** One project called `proj`, in one file. */
export function ask(compose: string, options: DockerOptions = { engine: '29' }): AskedWorld {
  return askAll({ 'compose.yaml': `name: proj\n${compose}` }, options);
}

export function askAll(files: Readonly<Record<string, string>>, options: DockerOptions = { engine: '29' }): AskedWorld {
  return new AskedWorld(dockerWorld(projectsOf(files), options));
}
