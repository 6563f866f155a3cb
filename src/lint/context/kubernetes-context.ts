/**
 * What rules about Kubernetes are given: the objects of the bundle, and everything that several rules derive from them,
 * made once and when it is asked for. Its functions may be taken out of it.
 */

import type { Document } from '../../ingest/document.ts';
import type { CniEvidence, CniPlugin } from '../../kubernetes/cni/evidence.ts';
import { NAMESPACE_NAME_LABEL, type Namespace } from '../../kubernetes/namespace.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import { IngressView, NGINX, NGINX_CONTROLLER } from './ingress-view.ts';
import { Isolation } from './isolation.ts';
import type { LintObject } from './lint-object.ts';
import { NamedObjects } from './named-objects.ts';
import { NearNames } from './near-names.ts';
import { NearPodFinder } from './near-pods.ts';
import { PodIndex } from './pod-index.ts';
import { type PodNetwork, podNetworks } from './pod-networks.ts';
import type { PodTemplate } from './pod-template.ts';
import { PolicyView } from './policy-view.ts';
import type { ReachFacts } from './reach-facts.ts';
import { meetsAll, type Requirement, requirementsText } from './requirements.ts';
import { ServiceView } from './service-view.ts';

export interface KubernetesGiven {
  readonly objects: readonly LintObject[];
  /** Whether what is not in the bundle does not exist. */
  readonly complete: boolean;
  /** Who reaches whom, computed the first time it is asked for. */
  readonly reach: () => ReachFacts;
  /** Which network plugins the bundle shows. */
  readonly cni: () => CniEvidence;
  /** Whether policies have an effect only where a network plugin gives them one. */
  readonly asksPlugin: boolean;
}

const NONE: readonly LintObject[] = [];
const NETWORKING = 'networking.k8s.io';
/** Groups of Kubernetes itself; those of the Gateway API are left to controllers. */
const BUILT_IN = /^$|^(?:apps|batch|autoscaling|policy)$|^(?!gateway\.).*\.k8s\.io$/;
/** Names that installations of other controllers give their classes. */
const OTHER_CLASS = /traefik|haproxy|kong|contour|istio|cilium|apisix|envoy|^(?:alb|gce|azure)/;

export class KubernetesContext {
  readonly objects: readonly LintObject[];
  readonly complete: boolean;
  readonly near = new NearNames();
  readonly #reach: () => ReachFacts;
  readonly #cni: () => CniEvidence;
  readonly #asksPlugin: boolean;
  readonly #byKind = new Map<string, LintObject[]>();
  readonly #byId = new Map<string, LintObject>();
  readonly #byDocument = new Map<Document, LintObject>();
  readonly #namespaceSets = new Map<string, readonly string[]>();
  readonly #named = new Map<string, NamedObjects>();
  #custom: ReadonlyMap<string, readonly LintObject[]> | undefined;
  #pods: PodIndex | undefined;
  #nearPods: NearPodFinder | undefined;
  #services: ReadonlyMap<string, ServiceView> | undefined;
  #backends: ReadonlySet<string> | undefined;
  #isolation: Isolation | undefined;
  #podNetworks: readonly PodNetwork[] | undefined;
  #servicesOfPods: ReadonlyMap<PodTemplate, readonly ServiceView[]> | undefined;
  #policies: readonly PolicyView[] | undefined;
  #ingresses: readonly IngressView[] | undefined;
  #namespaces: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

  constructor({ objects, complete, reach, cni, asksPlugin }: KubernetesGiven) {
    this.objects = objects;
    this.complete = complete;
    this.#reach = reach;
    this.#cni = cni;
    this.#asksPlugin = asksPlugin;
    for (const object of objects) {
      pushTo(this.#byKind, object.kind, object);
      this.#byId.set(object.id, object);
      this.#byDocument.set(object.root.scope.document, object);
    }
  }

  /** In the order of their documents. A kind that several groups have is told by `object.group`. */
  readonly ofKind = (kind: string): readonly LintObject[] => this.#byKind.get(kind) ?? NONE;

  /** By `namespace/name[Kind]`, or `name[Kind]` of a kind without a namespace. */
  readonly find = (id: string): LintObject | undefined => this.#byId.get(id);

  /** The object that a document is. */
  readonly objectOf = (document: Document): LintObject | undefined => this.#byDocument.get(document);

  /** By name, of a kind of one group. */
  readonly named = (kind: string, group: string): NamedObjects =>
    entryOf(this.#named, `${kind}.${group}`, () => {
      const objects = this.ofKind(kind).filter((object) => object.group === group);
      return new NamedObjects(objects, this.near);
    });

  /** The objects of a namespace that are of no kind of Kubernetes itself: an operator may make others for them. */
  readonly customIn = (namespace: string): readonly LintObject[] => {
    this.#custom ??= byNamespace(this.objects.filter(({ group }) => !BUILT_IN.test(group)));
    return this.#custom.get(namespace) ?? NONE;
  };

  get pods(): PodIndex {
    this.#pods ??= new PodIndex(this.objects);
    return this.#pods;
  }

  /** For selectors that select nothing. */
  get nearPods(): NearPodFinder {
    this.#nearPods ??= new NearPodFinder(this.pods, this.near);
    return this.#nearPods;
  }

  /** By `namespace/name`. */
  get services(): ReadonlyMap<string, ServiceView> {
    this.#services ??= new Map(
      this.ofKind('Service')
        .filter(({ group }) => group === '')
        .map((object) => [`${object.namespace}/${object.name}`, new ServiceView(object, this.pods)]),
    );
    return this.#services;
  }

  /** `namespace/name` of every Service that an Ingress leads to. */
  get backends(): ReadonlySet<string> {
    this.#backends ??= new Set(this.ofKind('Ingress').flatMap(ingressBackends));
    return this.#backends;
  }

  /** The NetworkPolicies of networking.k8s.io, in the order of their documents. */
  get policies(): readonly PolicyView[] {
    this.#policies ??= this.ofKind('NetworkPolicy')
      .filter(({ group }) => group === NETWORKING || group === 'extensions')
      .map((object) => new PolicyView(object, this));
    return this.#policies;
  }

  /** The Ingresses of networking.k8s.io, in the order of their documents. */
  get ingresses(): readonly IngressView[] {
    this.#ingresses ??= this.ofKind('Ingress')
      .filter(({ apiVersion }) => apiVersion === `${NETWORKING}/v1`)
      .map((object) => new IngressView(object));
    return this.#ingresses;
  }

  /** Whether an Ingress is for ingress-nginx, as its class says, or, where that is not in the bundle, its annotations. */
  isForNginx({ className, object }: IngressView): boolean {
    const known = className === undefined ? undefined : this.named('IngressClass', NETWORKING).get('', className);
    if (known) return known.spec.stringAt('controller') === NGINX_CONTROLLER;
    if (className === 'nginx') return true;
    return !OTHER_CLASS.test(className ?? '') && [...object.annotations].some(([key]) => key.startsWith(NGINX));
  }

  /** Which policies select each pod. */
  get isolation(): Isolation {
    this.#isolation ??= new Isolation(this.policies);
    return this.#isolation;
  }

  /** The Services that select a pod. */
  readonly servicesOf = (pod: PodTemplate): readonly ServiceView[] => {
    this.#servicesOfPods ??= servicesByPod(this.services.values());
    return this.#servicesOfPods.get(pod) ?? [];
  };

  /** Labels by name, of every namespace that is declared or that some object lies in. */
  get namespaces(): ReadonlyMap<string, Namespace['labels']> {
    if (this.#namespaces) return this.#namespaces;
    const found = new Map<string, Map<string, string>>();
    for (const { namespace } of this.objects) if (namespace !== '') entryOf(found, namespace, () => new Map());
    for (const { name, labels } of this.ofKind('Namespace')) found.set(name, new Map(labels));
    for (const [name, labels] of found) labels.set(NAMESPACE_NAME_LABEL, name);
    this.#namespaces = found;
    return found;
  }

  /** The names of the namespaces that meet requirements; those in the bundle. */
  readonly namespacesWith = (requirements: readonly Requirement[]): readonly string[] =>
    entryOf(this.#namespaceSets, requirementsText(requirements), () =>
      [...this.namespaces].flatMap(([name, labels]) => (meetsAll(labels, requirements) ? [name] : [])),
    );

  /** Blocks of addresses that pods have. */
  get podNetworks(): readonly PodNetwork[] {
    this.#podNetworks ??= podNetworks(this.objects);
    return this.#podNetworks;
  }

  /** The network plugins that leave the policies of the bundle without effect. */
  get unenforcedBy(): readonly CniPlugin[] {
    const { plugins, enforces } = this.cni;
    return this.#asksPlugin && enforces === 'no' ? plugins : [];
  }

  /** Which network plugins the bundle shows, and whether they enforce NetworkPolicy. */
  get cni(): CniEvidence {
    return this.#cni();
  }

  get reach(): ReachFacts {
    return this.#reach();
  }
}

function byNamespace(objects: readonly LintObject[]): ReadonlyMap<string, readonly LintObject[]> {
  const found = new Map<string, LintObject[]>();
  for (const object of objects) pushTo(found, object.namespace, object);
  return found;
}

function servicesByPod(services: Iterable<ServiceView>): ReadonlyMap<PodTemplate, readonly ServiceView[]> {
  const byPod = new Map<PodTemplate, ServiceView[]>();
  for (const service of services) for (const pod of service.selected.pods) pushTo(byPod, pod, service);
  return byPod;
}

function ingressBackends({ spec, namespace }: LintObject): string[] {
  const paths = spec.itemsAt('rules').flatMap((rule) => rule.at('http').itemsAt('paths'));
  const backends = [spec.at('defaultBackend'), ...paths.map((path) => path.at('backend'))];
  return backends.map((backend) => `${namespace}/${backend.at('service').stringAt('name') ?? ''}`);
}
