/**
 * Units: the pods that services become. Services in one network namespace are one pod, the one whose namespace it is
 * first (https://docs.docker.com/reference/compose-file/services/#network_mode); every other service is its own.
 */

import type { Project } from '../../docker/project.ts';
import type { Service } from '../../docker/service.ts';
import { type DockerEngine, dockerPlaces, type Space } from '../../policy/dialects/docker-network/index.ts';
import { withReplicas } from '../proof/docker-side.ts';

export interface Unit {
  /** In DNS form; the name of its workload. */
  readonly name: string;
  /** The service whose namespace it is. */
  readonly root: Service;
  /** The root first. */
  readonly services: readonly [Service, ...Service[]];
  readonly space: Space;
}

/** In order of the names of services. `names` gives every service its DNS form. */
export function unitsOf(project: Project, engine: DockerEngine, names: ReadonlyMap<string, string>): Unit[] {
  // A service without containers has a network all the same, for when it is scaled.
  const { households } = dockerPlaces([withReplicas(project, 1)], engine);
  const written = (service: Service): Service => project.services.get(service.name) ?? service;
  return households.map(({ space, places: [first, ...others] }): Unit => {
    const root = written(first.service);
    const more = others.map(({ service }) => written(service));
    return { name: names.get(root.name) ?? root.name, root, services: [root, ...more], space };
  });
}
