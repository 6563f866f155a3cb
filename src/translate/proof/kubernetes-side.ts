/**
 * What the manifests let through, as text: read, compiled and decided by the same rooms as anybody's manifests. A service
 * is known by the name of its workload, or by a label of the pod that it shares; nothing else of the translation is.
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
import { makeReach } from '../../engine/compile.ts';
import type { Reach } from '../../engine/reach.ts';
import { type Document, isObject, type JsonValue, own } from '../../ingest/document.ts';
import { headOf, parseBundle } from '../../ingest/index.ts';
import { type Cluster, readCluster } from '../../kubernetes/cluster.ts';
import { clusterEndpoints } from '../../policy/dialects/endpoints.ts';
import { entryController } from '../../policy/dialects/entry-controller.ts';
import { eachFrontEnd } from '../../policy/dialects/front-ends.ts';
import { clusterOpenings, type Openings } from '../../policy/dialects/openings.ts';
import { compilePolicies } from '../../policy/dialects/registry.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import { type FrontEnd, targetsOf } from '../../policy/front-end.ts';
import type { Direction } from '../../policy/rule.ts';
import type { PolicyStack } from '../../policy/stack.ts';
import { behind } from '../../queries/names.ts';
import { backendsOf } from '../../queries/through-front-end.ts';
import { memberLabel } from '../labels.ts';
import type { ManifestFile } from '../manifests/files.ts';
import type { DnsPods } from '../options.ts';
import { clusterWitnesses, DNS, impostor } from './cluster-witnesses.ts';

export interface KubernetesOptions {
  readonly namespace: string;
  readonly dns: DnsPods;
  readonly clusterCIDRs: readonly string[];
  /** Networks that are not the project's own, with the labels of their members. */
  readonly externalNetworks: ReadonlyMap<string, string>;
  /** The workload of each service, by its name or id. */
  readonly workloads: ReadonlyMap<string, string>;
}

const DNS_QUESTION = portRange('UDP', 53, 53);

/** Every address outside. */
export const OUTSIDE = '@outside';

/** Which of the two ends' policies are asked: both, or those of one alone. */
export type Asked = 'both' | Direction;

export class KubernetesSide {
  /** Pods elsewhere with the labels of the project's. */
  impostors: readonly string[] = [];
  readonly #cluster: Cluster;
  /** Names of workloads whose pods ask no cluster DNS (`dnsPolicy: None`). */
  readonly #deaf: ReadonlySet<string>;
  readonly #reaches: Readonly<Record<Asked, Reach>>;
  readonly #openings: Openings;
  readonly #frontEnds: ReadonlyMap<string, FrontEnd>;
  /** Nodes of each service and peer. */
  readonly #nodes = new Map<string, readonly number[]>();
  readonly #memo = new Map<string, Cell>();
  readonly #services = new Map<string, string>();

  constructor(files: readonly ManifestFile[], options: KubernetesOptions) {
    const encoder = new TextEncoder();
    const bundle = { files: files.map(({ path, content }) => ({ path, bytes: encoder.encode(content) })) };
    const { documents } = parseBundle(bundle);
    this.#deaf = new Set(documents.filter(hasNoDns).map((document) => headOf(document).name));
    this.#cluster = readCluster(documents, options.namespace);
    this.#openings = clusterOpenings(this.#cluster);
    const frontEnds = [...eachFrontEnd(this.#cluster)].filter(({ namespace }) => namespace === options.namespace);
    this.#frontEnds = new Map(frontEnds.map((frontEnd) => [frontEnd.shortName, frontEnd]));
    this.#reaches = this.#reachesWith(options, frontEnds);
    this.#findNodes(options);
  }

  #reachesWith(options: KubernetesOptions, frontEnds: readonly FrontEnd[]): Readonly<Record<Asked, Reach>> {
    const { namespace } = options;
    const endpoints = clusterEndpoints(this.#cluster);
    const labels = new Map(endpoints.map((endpoint) => [endpoint.id, new Map(knownLabels(endpoint))]));
    this.impostors = [...labels.keys(), DNS].map(impostor);
    const around = {
      ...options,
      labels,
      namespaceLabels: this.#cluster.namespaces.get(namespace)?.labels ?? new Map<string, string>(),
    };
    const all = [...endpoints, ...clusterWitnesses(around)];
    const { stack } = compilePolicies(this.#cluster, { namespace, ipBlockPods: 'match' });
    const targets = [...this.#openings.outside, ...frontEnds.flatMap(targetsOf)];
    const { entry: openings } = this.#openings;
    const entries =
      openings.length > 0 ? [{ kind: 'entry' as const, ...entryController(this.#cluster, undefined) }] : [];
    const made = (over: PolicyStack) => {
      const pod = { via: 'pod' as const, stack: over };
      const ways = openings.length > 0 ? [pod, { via: 'entry' as const, stack: over, openings }] : [pod];
      return makeReach({ endpoints: all, ways, targets, entries });
    };
    return { both: made(stack), ingress: made(oneSided(stack, 'ingress')), egress: made(oneSided(stack, 'egress')) };
  }

  /** The numbers of nodes are those of all three reaches where policies divide workloads alike; so they are looked up by id. */
  #findNodes({ workloads, clusterCIDRs, namespace }: KubernetesOptions): void {
    const cluster = unionAddresses(clusterCIDRs.flatMap((text) => parseCidr(text) ?? []).map(blockSet));
    for (const asked of ['both', 'ingress', 'egress'] as const) {
      const byWorkload = new Map<string, number[]>();
      const outside: number[] = [];
      for (const [index, node] of this.#reaches[asked].nodes.entries()) {
        if (node.kind === 'outside') {
          const left = subtractAddresses(rangesSet([node.range]), cluster);
          if (!isNoAddress(left)) outside.push(index);
        } else if (node.kind === 'endpoint') {
          for (const name of namesOf(node.endpoint, namespace)) {
            byWorkload.set(name, [...(byWorkload.get(name) ?? []), index]);
          }
        }
      }
      this.#nodes.set(`${asked} ${OUTSIDE}`, outside);
      for (const [name, nodes] of byWorkload) if (name.startsWith('@')) this.#nodes.set(`${asked} ${name}`, nodes);
      for (const [service, workload] of workloads) {
        const nodes = byWorkload.get(workload) ?? byWorkload.get(`/${workload}`) ?? [];
        this.#nodes.set(`${asked} ${service}`, nodes);
        for (const index of asked === 'both' ? nodes : []) {
          const node = this.#reaches.both.nodes[index];
          // A name leads to the service whose network the pod is, which it is called after.
          if (node?.kind === 'endpoint' && isCalled(node.endpoint, workload))
            this.#services.set(node.endpoint.workload, service);
        }
      }
    }
  }

  /** Whether some workload stands for the service. */
  has(service: string): boolean {
    return (this.#nodes.get(`both ${service}`) ?? []).length > 0;
  }

  /** Whether two services are one pod. */
  isOne(a: string, b: string): boolean {
    const nodes = this.#nodes.get(`both ${b}`) ?? [];
    return (this.#nodes.get(`both ${a}`) ?? []).some((node) => nodes.includes(node));
  }

  isHost(service: string): boolean {
    const node = this.#reaches.both.nodes[this.#nodes.get(`both ${service}`)?.[0] ?? -1];
    return node?.kind === 'endpoint' && node.endpoint.hostNetwork;
  }

  /** What every node of the one surely, and some node perhaps, reaches of the other. */
  between(from: string, to: string, asked: Asked = 'both'): Cell {
    const key = JSON.stringify([asked, from, to]);
    const known = this.#memo.get(key);
    if (known) return known;
    const reach = this.#reaches[asked];
    const sources = this.#nodes.get(`${asked} ${from}`) ?? [];
    const destinations = this.#nodes.get(`${asked} ${to}`) ?? [];
    const cells = sources.flatMap((source) => destinations.map((destination) => reach.between(source, destination)));
    const cell = joined(cells);
    this.#memo.set(key, cell);
    return cell;
  }

  /** What of a service's ports something leads to from outside: a Service of a type that is open there, or a controller. */
  opened(to: string): ConnectionSet {
    const { both } = this.#reaches;
    const nodes = this.#nodes.get(`both ${to}`) ?? [];
    const led = nodes.map((node) => {
      const doors = this.#openings.outside.map((opening) => both.opened(opening, node).must);
      const direct = intersect(unionAll(doors), this.between(OUTSIDE, to).allow);
      const entries = both.nodes.flatMap(({ kind }, index) =>
        kind === 'entry' ? [both.between(index, node).allow] : [],
      );
      return union(direct, unionAll(entries));
    });
    return led.reduce((all, each) => intersect(all, each), led[0] ?? NONE);
  }

  /** The services whose pods a name leads to for a service; none where it may not ask, or where it is no name. */
  resolve(from: string, name: string): readonly string[] {
    const node = this.#reaches.both.nodes[this.#nodes.get(`both ${from}`)?.[0] ?? -1];
    if (node?.kind !== 'endpoint' || this.#deaf.has(node.endpoint.name)) return [];
    if (isEmpty(intersect(this.between(from, DNS).allow, DNS_QUESTION))) return [];
    const frontEnd = this.#frontEnds.get(name.toLowerCase());
    return frontEnd ? behind(this.#reaches.both, frontEnd).map((id) => this.#services.get(id) ?? id) : [];
  }

  /** Of these ports, those at which the name does not lead to the same port of the pods. */
  misled(name: string, ports: ConnectionSet): ConnectionSet {
    const frontEnd = this.#frontEnds.get(name.toLowerCase());
    if (!frontEnd || frontEnd.direct) return NONE;
    const kept = frontEnd.ports.flatMap(({ port, protocol }) => {
      const backends = backendsOf(this.#reaches.both, frontEnd, { from: '', to: '', protocol, port });
      return backends.flatMap(({ packets }) =>
        packets.filter(({ first, last }) => first === last && first % 65_536 === port),
      );
    });
    return subtract(ports, unionAll([kept]));
  }
}

function hasNoDns({ value }: Document): boolean {
  const path = ['spec', 'template', 'spec', 'dnsPolicy'];
  const policy = path.reduce((at: JsonValue | undefined, key) => (isObject(at) ? own(at, key) : undefined), value);
  return policy === 'None';
}

/** By name, and by the labels of those that share its pod. */
function namesOf({ id, workload, name, labels, namespace }: Endpoint, own: string): string[] {
  if (id.startsWith('@')) return [id];
  const here = namespace === own ? [`/${name}`, name] : [];
  const members = [...labels]
    .flatMap(([key]) => (key.startsWith(MEMBER) ? [key] : []))
    .map((key) => `/${key.slice(MEMBER.length)}`);
  return [workload, ...here, ...(namespace === own ? members : [])];
}

function isCalled({ workload, name }: Endpoint, called: string): boolean {
  return called === workload || called === name || called === `/${name}`;
}

const MEMBER = memberLabel('x').slice(0, -1);

function* knownLabels({ labels }: Endpoint): Generator<[string, string]> {
  for (const [key, value] of labels) if (value !== null && !key.startsWith('@')) yield [key, value];
}

function joined(cells: readonly Cell[]): Cell {
  const [first, ...more] = cells;
  if (!first) return { allow: NONE, unknown: NONE };
  const allow = more.reduce((all, cell) => intersect(all, cell.allow), first.allow);
  const may = cells.reduce((all, cell) => union(all, union(cell.allow, cell.unknown)), NONE as ConnectionSet);
  const unknown = subtract(may, allow);
  return isEmpty(unknown) ? { allow, unknown: NONE } : { allow, unknown };
}

/** The same policies as far as they speak of one direction. */
function oneSided({ layers }: PolicyStack, direction: Direction): PolicyStack {
  return {
    layers: layers.map(({ name, tiers }) => ({
      name,
      tiers: tiers.map((tier) => ({
        name: tier.name,
        groups: tier.groups.map((group) =>
          group.map((policy) => ({ ...policy, rules: policy.rules.filter((rule) => rule.direction === direction) })),
        ),
        ends: tier.ends.filter((end) => end.direction === direction),
      })),
    })),
  };
}
