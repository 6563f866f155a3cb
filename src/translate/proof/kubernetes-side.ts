/**
 * What manifests let through, asked for by the names of services. A service is known by the name of its workload, or by a
 * label of the pod that it shares; nothing else of the translation is.
 */

import { blockSet, isNoAddress, rangesSet, subtractAddresses, unionAddresses } from '../../algebra/address-set.ts';
import { parseCidr } from '../../algebra/cidr.ts';
import {
  type ConnectionSet,
  intersect,
  isEmpty,
  NONE,
  portRange,
  subtract,
  union,
  unionAll,
} from '../../algebra/connection-set.ts';
import type { Cell } from '../../engine/cell.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import type { Opening } from '../../policy/way.ts';
import { behind } from '../../queries/names.ts';
import { endpointsOf } from '../../queries/selections.ts';
import { backendsOf } from '../../queries/through-front-end.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import { memberLabel } from '../labels.ts';
import type { ManifestFile } from '../manifests/files.ts';
import type { Cells } from './cells.ts';
import { type Asked, type ClusterOptions, type ClusterReaches, clusterReaches } from './cluster-reaches.ts';
import { DNS } from './cluster-witnesses.ts';

export interface KubernetesOptions extends ClusterOptions {
  /** The workload of each service: an id, or `/name` of one in the namespace. */
  readonly workloads: ReadonlyMap<string, string>;
}

/** Every address outside. */
export const OUTSIDE = '@outside';

const DNS_QUESTION = portRange('UDP', 53, 53);
const NOBODY: readonly number[] = [];

export class KubernetesSide {
  readonly #read: ClusterReaches;
  /** Nodes of each service and peer. Policies of one direction may tell fewer pods apart. */
  readonly #nodes: Readonly<Record<Asked, ReadonlyMap<string, readonly number[]>>>;
  /** The service that a workload is called after, by the id of the workload. */
  readonly #services: ReadonlyMap<string, string>;
  /** What leads to each node from outside. */
  readonly #doors: ReadonlyMap<number, readonly Opening[]>;
  readonly #behind = new Map<string, readonly string[]>();

  constructor(files: readonly ManifestFile[], options: KubernetesOptions) {
    this.#read = clusterReaches(files, options);
    const { cells, openings } = this.#read;
    this.#nodes = {
      both: nodesOf(cells.both, options),
      ingress: nodesOf(cells.ingress, options),
      egress: nodesOf(cells.egress, options),
    };
    this.#services = new Map([...options.workloads].flatMap((entry) => this.#called(...entry)));
    const doors = new Map<number, Opening[]>();
    const { reach } = cells.both;
    for (const opening of openings.outside) {
      for (const node of endpointsOf(reach, reach.targetsOf(opening.to))) pushTo(doors, node, opening);
    }
    this.#doors = doors;
  }

  /** A name leads to the service whose network the pod is, which it is called after. */
  #called(service: string, workload: string): [string, string][] {
    return this.#all(service).flatMap((index): [string, string][] => {
      const endpoint = this.#endpoint(index);
      const isCalled = endpoint && [endpoint.workload, `/${endpoint.name}`].includes(workload);
      return isCalled ? [[endpoint.workload, service]] : [];
    });
  }

  #all(name: string, asked: Asked = 'both'): readonly number[] {
    return this.#nodes[asked].get(name) ?? NOBODY;
  }

  #endpoint(index: number | undefined): Endpoint | undefined {
    const node = this.#read.cells.both.reach.nodes[index ?? -1];
    return node?.kind === 'endpoint' ? node.endpoint : undefined;
  }

  /** Pods elsewhere with the labels of the project's. */
  get impostors(): readonly string[] {
    return this.#read.impostors;
  }

  /** Whether some workload stands for the service. */
  has(service: string): boolean {
    return this.#all(service).length > 0;
  }

  /** Whether two services are one pod. */
  isOne(a: string, b: string): boolean {
    const nodes = this.#all(b);
    return this.#all(a).some((node) => nodes.includes(node));
  }

  isHost(service: string): boolean {
    return this.#endpoint(this.#all(service)[0])?.hostNetwork ?? false;
  }

  /** What every node of the one surely, and some node perhaps, reaches of the other. */
  between(from: string, to: string, asked: Asked = 'both'): Cell {
    const cells = this.#read.cells[asked];
    const [sources, destinations] = [this.#all(from, asked), this.#all(to, asked)];
    return joined(sources.flatMap((source) => destinations.map((destination) => cells.between(source, destination))));
  }

  /** What of a service's ports something leads to from outside: a Service of a type that is open there, or a controller. */
  opened(to: string): ConnectionSet {
    const { both } = this.#read.cells;
    const outside = this.between(OUTSIDE, to).allow;
    const controllers = both.reach.nodes.flatMap(({ kind }, index) => (kind === 'entry' ? [index] : []));
    const led = this.#all(to).map((node) => {
      const doors = (this.#doors.get(node) ?? []).map((opening) => both.reach.opened(opening, node).must);
      const entered = controllers.map((controller) => both.between(controller, node).allow);
      return union(intersect(unionAll(doors), outside), unionAll(entered));
    });
    return led.reduce((all, each) => intersect(all, each), led[0] ?? NONE);
  }

  /** The services whose pods a name leads to for a service; none where it may not ask, or where it is no name. */
  resolve(from: string, name: string): readonly string[] {
    const asking = this.#endpoint(this.#all(from)[0]);
    if (!asking || this.#read.deaf.has(asking.name)) return [];
    return isEmpty(intersect(this.between(from, DNS).allow, DNS_QUESTION)) ? [] : this.#leadsTo(name.toLowerCase());
  }

  #leadsTo(name: string): readonly string[] {
    return entryOf(this.#behind, name, () => {
      const frontEnd = this.#read.frontEnds.get(name);
      const ids = frontEnd ? behind(this.#read.cells.both.reach, frontEnd) : [];
      return ids.map((id) => this.#services.get(id) ?? id);
    });
  }

  /** Of these ports, those at which the name does not lead to the same port of the pods. */
  misled(name: string, ports: ConnectionSet): ConnectionSet {
    const frontEnd = this.#read.frontEnds.get(name.toLowerCase());
    if (!frontEnd || frontEnd.direct) return NONE;
    const kept = frontEnd.ports.map(({ port, protocol }) => {
      const backends = backendsOf(this.#read.cells.both.reach, frontEnd, { from: '', to: '', protocol, port });
      return intersect(portRange(protocol, port, port), unionAll(backends.map(({ packets }) => packets)));
    });
    return subtract(ports, unionAll(kept));
  }
}

/** The nodes of services, of witnesses and of what is outside, by their names. */
function nodesOf(
  { reach }: Cells,
  { workloads, clusterCIDRs, namespace }: KubernetesOptions,
): ReadonlyMap<string, readonly number[]> {
  const cluster = unionAddresses(clusterCIDRs.flatMap((text) => parseCidr(text) ?? []).map(blockSet));
  const byName = new Map<string, number[]>([[OUTSIDE, []]]);
  for (const [index, node] of reach.nodes.entries()) {
    if (node.kind === 'endpoint') for (const name of namesOf(node.endpoint, namespace)) pushTo(byName, name, index);
    const isOutside = node.kind === 'outside' && !isNoAddress(subtractAddresses(rangesSet([node.range]), cluster));
    if (isOutside) pushTo(byName, OUTSIDE, index);
  }
  const peers = [...byName].filter(([name]) => name.startsWith('@'));
  return new Map([
    ...peers,
    ...[...workloads].map(([service, workload]) => [service, byName.get(workload) ?? []] as const),
  ]);
}

/** By its id; in the namespace by its name, and by the labels of those that share its pod. */
function namesOf({ id, workload, name, labels, namespace }: Endpoint, own: string): string[] {
  if (id.startsWith('@')) return [id];
  if (namespace !== own) return [workload];
  const members = [...labels].flatMap(([key]) => (key.startsWith(MEMBER) ? [`/${key.slice(MEMBER.length)}`] : []));
  return [workload, `/${name}`, ...members];
}

const MEMBER = memberLabel('x').slice(0, -1);

function joined(cells: readonly Cell[]): Cell {
  const [first, ...more] = cells;
  if (!first) return { allow: NONE, unknown: NONE };
  if (more.length === 0) return first;
  const allow = more.reduce((all, cell) => intersect(all, cell.allow), first.allow);
  const may = unionAll(cells.flatMap((cell) => [cell.allow, cell.unknown]));
  return { allow, unknown: subtract(may, allow) };
}
