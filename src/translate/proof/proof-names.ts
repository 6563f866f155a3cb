/**
 * The table of names: what every service means by every name that stands in the files, in Docker and in the cluster.
 * A name resolves in the cluster for whoever may ask cluster DNS.
 */

import { isEmpty, portRange, unionAll } from '../../algebra/connection-set.ts';
import type { Project } from '../../docker/project.ts';
import { exposedPorts } from '../../policy/dialects/docker-network/index.ts';
import type { Explanations, NameDifference } from './difference.ts';
import type { DockerSide } from './docker-side.ts';
import type { KubernetesSide } from './kubernetes-side.ts';

interface Named {
  readonly docker: DockerSide;
  readonly kubernetes: KubernetesSide;
  readonly explanations: Explanations;
  readonly project: Project;
}

export function nameDifferences(named: Named): { compared: number; differences: readonly NameDifference[] } {
  const { docker, project } = named;
  const names = docker.names;
  const services = [...project.services.keys()];
  return {
    compared: names.length * services.length,
    differences: services.flatMap((from) => names.flatMap((name) => differenceOf(named, from, name))),
  };
}

function differenceOf(named: Named, from: string, name: string): NameDifference[] {
  const { docker, kubernetes, explanations } = named;
  const inDocker = docker.resolve(from, name).toSorted();
  const inCluster = kubernetes.resolve(from, name).toSorted();
  const found = { from, name, docker: inDocker, kubernetes: inCluster };
  if (JSON.stringify(inDocker) !== JSON.stringify(inCluster)) {
    return [{ ...found, losses: explanations.ofName(from, name) }];
  }
  const ports = kubernetes.misled(name, declaredPorts(named, inDocker));
  return isEmpty(ports) ? [] : [{ ...found, ports, losses: explanations.ofName(from, name) }];
}

/** What the services behind a name declare; the container's own ports are what is dialled in Docker. */
function declaredPorts({ project }: Named, services: readonly string[]) {
  return unionAll(
    services.flatMap((name) => {
      const service = project.services.get(name);
      if (!service) return [];
      const published = service.ports.flatMap(({ target, protocol }) => {
        const known = (['TCP', 'UDP', 'SCTP'] as const).find((each) => each === protocol.toUpperCase());
        return known ? [portRange(known, target, target)] : [];
      });
      return [...published, ...exposedPorts(service).map((e) => portRange(e.protocol, e.target.first, e.target.last))];
    }),
  );
}
