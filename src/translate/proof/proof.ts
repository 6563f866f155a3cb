/**
 * The proof: what Docker lets through and what the written manifests do, side by side, for every ordered pair of services
 * and peers outside, over all 65,535 ports of TCP, UDP and SCTP at once; and the table of names. A difference that no
 * listed loss claims is unexplained, and the proof then fails. Each side's policies are held to the same by themselves,
 * so that no policy opens more than it needs and hides behind the other end's.
 */

import { type ConnectionSet, NONE, portRange, subtract, union } from '../../algebra/connection-set.ts';
import type { Project } from '../../docker/project.ts';
import type { Cell } from '../../engine/cell.ts';
import type { Place } from '../../policy/dialects/docker-network/index.ts';
import { dnsNames } from '../../util/dns-name.ts';
import { networkLabel } from '../labels.ts';
import type { Loss } from '../losses/loss.ts';
import type { ManifestFile } from '../manifests/files.ts';
import type { TranslateOptions } from '../options.ts';
import { BESIDE_DNS, DNS, STRANGER } from './cluster-witnesses.ts';
import { type Difference, Explanations, type Gap, gapOf, isClosed, type NameDifference, NO_GAP } from './difference.ts';
import { DockerSide, HOST, INTERNET, LAN, mayOf, OTHER } from './docker-side.ts';
import { KubernetesSide, OUTSIDE } from './kubernetes-side.ts';
import { nameDifferences } from './proof-names.ts';

export interface Proof {
  /** Whether every difference is explained. */
  readonly equivalent: boolean;
  /** How many ordered pairs were compared. */
  readonly pairs: number;
  readonly differences: readonly Difference[];
  readonly names: { readonly compared: number; readonly differences: readonly NameDifference[] };
}

export interface Claimed {
  readonly project: Project;
  readonly files: readonly ManifestFile[];
  readonly losses: readonly Loss[];
  readonly namespace: string;
  readonly options: Pick<TranslateOptions, 'engine' | 'dns' | 'clusterCIDRs'>;
  /** Workloads of services whose names differ. */
  readonly match?: ReadonlyMap<string, string>;
}

export function prove(claimed: Claimed): Proof {
  const { project, options, namespace, files, losses } = claimed;
  const names = dnsNames(project.services.keys());
  const docker = new DockerSide(project, options.engine);
  const workloads = [...project.services.keys()].map((name): [string, string] => {
    return [name, claimed.match?.get(name) ?? `/${names.get(name) ?? name}`];
  });
  const kubernetes = new KubernetesSide(files, {
    namespace,
    dns: options.dns,
    clusterCIDRs: options.clusterCIDRs,
    externalNetworks: new Map(docker.externalNetworks.map((name) => [name, networkLabel(name)])),
    workloads: new Map(workloads),
  });
  const comparison = new Comparison(docker, kubernetes, new Explanations(losses));
  const differences = comparison.all();
  const named = nameDifferences({ docker, kubernetes, explanations: comparison.explanations, project });
  const unexplained = [...differences, ...named.differences].some((difference) => difference.losses.length === 0);
  return { equivalent: !unexplained, pairs: comparison.pairs, differences, names: named };
}

/** What cluster DNS is asked at. */
const DNS_PORTS = union(portRange('UDP', 53, 53), portRange('TCP', 53, 53));

class Comparison {
  readonly explanations: Explanations;
  pairs = 0;
  readonly #docker: DockerSide;
  readonly #kubernetes: KubernetesSide;
  readonly #found: Difference[] = [];
  /** What is none of the project's and may be anywhere. */
  readonly #others: readonly string[];

  constructor(docker: DockerSide, kubernetes: KubernetesSide, explanations: Explanations) {
    this.#docker = docker;
    this.#others = [HOST, ...docker.others];
    this.#kubernetes = kubernetes;
    this.explanations = explanations;
  }

  all(): readonly Difference[] {
    const { places } = this.#docker;
    for (const from of places) {
      for (const to of places) this.#services(from, to);
      this.#outwards(from);
      this.#inwards(from);
      this.#strangers(from);
    }
    this.#namespace();
    return this.#found;
  }

  #compare(from: string, to: string, cells: Pick<Difference, 'docker' | 'kubernetes' | 'via'>): void {
    this.pairs += 1;
    this.#note({ from, to, ...cells }, gapOf(cells.docker, cells.kubernetes));
  }

  #note(difference: Omit<Difference, 'losses'>, gap: Gap): void {
    if (isClosed(gap)) return;
    this.#found.push({ ...difference, losses: this.explanations.of(difference.from, difference.to, gap) });
  }

  /** Containers of one namespace talk over its loopback, which no policy sees. */
  #services(from: Place, to: Place): void {
    const [source, destination] = [from.service.name, to.service.name];
    const isRoot = from.space.root.id === from.id;
    if (from.space.root.id === to.space.root.id && !(from === to && isRoot && from.space.kind === 'networks')) return;
    const docker = this.#docker.between(source, destination);
    this.#compare(source, destination, { docker, kubernetes: this.#kubernetes.between(source, destination) });
    this.#sides(source, destination, docker);
  }

  /** Neither end's policies open more than Docker does; what is open to all may be open to each. */
  #sides(from: string, to: string, docker: Cell): void {
    const most = mayOf(docker);
    this.#slack(from, to, 'egress', most);
    this.#slack(from, to, 'ingress', union(most, this.#openToAll(to)));
  }

  #openToAll(to: string): ConnectionSet {
    return this.#kubernetes.between(OUTSIDE, to, 'ingress').allow;
  }

  #slack(from: string, to: string, side: 'ingress' | 'egress', most: ConnectionSet): void {
    if (this.#kubernetes.isHost(side === 'egress' ? from : to)) return;
    const kubernetes = this.#kubernetes.between(from, to, side);
    const wider = subtract(kubernetes.allow, most);
    this.#note({ from, to, side, docker: { allow: most, unknown: NONE }, kubernetes }, { ...NO_GAP, wider });
  }

  #outwards({ service: { name } }: Place): void {
    const outside = this.#kubernetes.between(name, OUTSIDE);
    for (const peer of [INTERNET, LAN]) {
      this.#compare(name, peer, { docker: this.#docker.between(name, peer), kubernetes: outside });
    }
    for (const peer of this.#others) {
      this.#compare(name, peer, {
        docker: this.#docker.between(name, peer),
        kubernetes: this.#kubernetes.between(name, peer),
      });
    }
  }

  #inwards({ service: { name } }: Place): void {
    this.#compare(LAN, name, {
      docker: this.#docker.between(LAN, name),
      kubernetes: this.#kubernetes.between(OUTSIDE, name),
    });
    for (const peer of this.#others) {
      this.#compare(peer, name, {
        docker: this.#docker.between(peer, name),
        kubernetes: this.#kubernetes.between(peer, name),
      });
    }
    if (this.#kubernetes.isHost(name)) return;
    const led = { allow: this.#kubernetes.opened(name), unknown: NONE };
    this.#compare(LAN, name, { via: 'published', docker: this.#docker.published(name), kubernetes: led });
  }

  /** Pods that are none of the project's: what is open to everyone, and names. */
  #strangers({ service: { name }, space }: Place): void {
    const world = this.#openToAll(name);
    const { impostors } = this.#kubernetes;
    for (const peer of [...impostors, STRANGER, DNS, BESIDE_DNS]) this.#slack(peer, name, 'ingress', world);
    for (const peer of this.#docker.others) {
      this.#slack(peer, name, 'ingress', union(world, mayOf(this.#docker.between(peer, name))));
    }
    for (const peer of [STRANGER, BESIDE_DNS, ...impostors]) this.#slack(name, peer, 'egress', NONE);
    if (this.#kubernetes.isHost(name)) return;
    const asks = { allow: space.kind === 'networks' ? DNS_PORTS : NONE, unknown: NONE };
    const kubernetes = this.#kubernetes.between(name, DNS, 'egress');
    const wider = subtract(kubernetes.allow, asks.allow);
    const narrower = subtract(asks.allow, kubernetes.allow);
    this.#note({ from: name, to: DNS, docker: asks, kubernetes }, { ...NO_GAP, wider, narrower });
  }

  /** A pod of the namespace that no policy is about is shut off. */
  #namespace(): void {
    for (const { service } of this.#docker.places) {
      this.#slack(STRANGER, service.name, 'egress', NONE);
      this.#slack(service.name, STRANGER, 'ingress', NONE);
    }
    for (const peer of [DNS, OTHER, ...this.#kubernetes.impostors]) this.#slack(STRANGER, peer, 'egress', NONE);
    this.#slack(STRANGER, OUTSIDE, 'egress', NONE);
    this.#slack(OUTSIDE, STRANGER, 'ingress', NONE);
    this.#slack(OTHER, STRANGER, 'ingress', NONE);
  }
}
