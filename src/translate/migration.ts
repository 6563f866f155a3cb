/**
 * A project and manifests that somebody else made of it: who reaches whom in Docker, and in the cluster. What a service
 * became is known by its name in DNS form, or by what is said of it.
 */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Project } from '../docker/project.ts';
import type { Cell } from '../engine/cell.ts';
import type { DockerEngine } from '../policy/dialects/docker-network/index.ts';
import { dnsNames } from '../util/dns-name.ts';
import type { ManifestFile } from './manifests/files.ts';
import { KUBE_DNS } from './options.ts';
import { gapOf, isClosed } from './proof/difference.ts';
import { DockerSide, INTERNET, LAN } from './proof/docker-side.ts';
import { KubernetesSide, OUTSIDE } from './proof/kubernetes-side.ts';

export interface Migrated {
  readonly project: Project;
  readonly engine: DockerEngine;
  readonly files: readonly ManifestFile[];
  /** The namespace of objects that name none. */
  readonly namespace: string;
  /** Workloads of the manifests. */
  readonly workloads: readonly { readonly id: string; readonly namespace: string; readonly name: string }[];
  /** The workload of a service, by an id or `namespace/name`; of others the one of the same name in DNS form. */
  readonly match: Readonly<Record<string, string>>;
}

export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly docker: Cell;
  readonly kubernetes: Cell;
}

export interface Migration {
  /** Pairs of services, and what is outside of both, that differ; by source, then destination. */
  readonly moved: readonly Moved[];
  /** Services that nothing stands for. */
  readonly missing: readonly string[];
  /** Workloads that stand for no service. */
  readonly more: readonly string[];
}

export function migration(migrated: Migrated): Migration {
  const { project, engine, files, namespace } = migrated;
  const docker = new DockerSide(project, engine);
  const workloads = matched(migrated);
  const around = { namespace, dns: KUBE_DNS, clusterCIDRs: [], externalNetworks: new Map<string, string>() };
  const kubernetes = new KubernetesSide(files, { ...around, workloads });
  const services = [...project.services.keys()];
  const moved: Moved[] = [];
  const compare = (from: string, to: string, ends: readonly [string, string] = [from, to]) => {
    const cells = { docker: docker.between(from, to), kubernetes: kubernetes.between(...ends) };
    if (!isClosed(gapOf(cells.docker, cells.kubernetes))) moved.push({ from, to, ...cells });
  };
  for (const from of [LAN, ...services]) {
    for (const to of [INTERNET, ...services]) {
      if (from === to || (from === LAN && to === INTERNET) || kubernetes.isOne(from, to)) continue;
      compare(from, to, [from === LAN ? OUTSIDE : from, to === INTERNET ? OUTSIDE : to]);
    }
  }
  const used = new Set(workloads.values());
  return {
    moved,
    missing: services.filter((service) => !kubernetes.has(service)),
    more: migrated.workloads.map(({ id }) => id).filter((id) => !used.has(id)),
  };
}

/** Of several workloads of one name the one in the default namespace; else nobody can tell. */
function matched({ project, workloads, match, namespace }: Migrated): ReadonlyMap<string, string> {
  const names = dnsNames(project.services.keys());
  return new Map(
    [...names].map(([service, name]): [string, string] => {
      const said = Object.hasOwn(match, service) ? match[service] : undefined;
      const isMeant = (workload: Migrated['workloads'][number]) =>
        said === undefined
          ? workload.name === name
          : workload.id === said || `${workload.namespace}/${workload.name}` === said;
      const found = workloads.filter(isMeant);
      const own = found.filter((workload) => workload.namespace === namespace);
      const [only, ...others] = own.length > 0 ? own : found;
      return [service, only && others.length === 0 ? only.id : `/${name}`];
    }),
  );
}

/** Whether anything at all is possible. */
export function isShut({ allow, unknown }: Cell): boolean {
  return isEmpty(allow) && isEmpty(unknown);
}
