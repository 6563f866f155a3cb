/**
 * The vocabulary of the trap tables: tiny clusters, and questions with the answer they must get, written as
 * `shop/web > shop/db TCP/80 = deny`. Every table is asked of the naive evaluator and of the engine alike.
 */
import type {
  AdminPolicyManifest,
  AdminSpec,
  BaselinePolicyManifest,
  BaselineSpec,
  ClusterNetworkPolicyManifest,
  ClusterNetworkSpec,
} from '../cluster-policy-manifests.ts';
import type { End, Flow, OracleOptions, ServiceFlow, Verdict } from '../flow.ts';
import type {
  Container,
  ContainerPort,
  Labels,
  Manifest,
  NamespaceManifest,
  PodManifest,
  PodSpec,
  PodStatus,
  PolicyManifest,
  PolicySpec,
  ServiceManifest,
} from '../manifests.ts';

export interface Trap {
  readonly says: string;
  readonly given: readonly Manifest[];
  readonly options?: OracleOptions;
  readonly asks: readonly string[];
}

export interface PodShape {
  readonly labels?: Labels;
  readonly ports?: readonly ContainerPort[];
  readonly spec?: Partial<PodSpec>;
  readonly status?: PodStatus;
}

/** A running pod with one container; `path` is `namespace/name`. */
export function pod(path: string, shape: PodShape = {}): PodManifest {
  const { name, namespace } = split(path);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, ...(shape.labels && { labels: shape.labels }) },
    spec: { containers: [container('main', shape.ports ?? [])], ...shape.spec },
    status: { phase: 'Running', ...shape.status },
  };
}

export function container(name: string, ports: readonly ContainerPort[]): Container {
  return { name, image: 'example.test/app', ports };
}

export function namespace(name: string, labels: Labels): NamespaceManifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function policy(path: string, spec?: PolicySpec): PolicyManifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: split(path),
    ...(spec !== undefined && { spec }),
  };
}

export function adminPolicy(name: string, spec: AdminSpec): AdminPolicyManifest {
  return { apiVersion: 'policy.networking.k8s.io/v1alpha1', kind: 'AdminNetworkPolicy', metadata: { name }, spec };
}

export function baselinePolicy(spec: BaselineSpec, name = 'default'): BaselinePolicyManifest {
  const apiVersion = 'policy.networking.k8s.io/v1alpha1';
  return { apiVersion, kind: 'BaselineAdminNetworkPolicy', metadata: { name }, spec };
}

export function clusterPolicy(name: string, spec: ClusterNetworkSpec): ClusterNetworkPolicyManifest {
  return { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec };
}

export function service(path: string, spec: ServiceManifest['spec']): ServiceManifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: split(path), spec };
}

export function parseAsk(text: string): { readonly flow: Flow; readonly verdict: Verdict } {
  const [, from = '', to = '', protocol, port, answer = ''] = match(text, 'allow|deny|unknown');
  return {
    flow: { from: endOf(from), to: endOf(to), protocol: protocol as Flow['protocol'], port: Number(port) },
    verdict: answer as Verdict,
  };
}

/** Questions about a Service read `shop/web > service:shop/db TCP/80 = shop/db-0 allow, shop/db-1 deny`, or `= nobody`. */
export function parseServiceAsk(text: string): ServiceFlow {
  const [, from = '', to = '', protocol, port] = match(text, '.+');
  const path = to.replace(/^service:/, '');
  return { from: endOf(from), to: { service: path }, protocol: protocol as Flow['protocol'], port: Number(port) };
}

export function describeBackends(verdicts: ReadonlyMap<string, Verdict>): string {
  const backends = [...verdicts].map(([pod, verdict]) => `${pod} ${verdict}`);
  return backends.length === 0 ? 'nobody' : backends.sort().join(', ');
}

function match(text: string, answer: string): readonly string[] {
  const found = new RegExp(`^(\\S+) > (\\S+) (TCP|UDP|SCTP|other)/(\\d+) = (${answer})$`).exec(text);
  if (found === null) {
    throw new Error(`cannot read the question: ${text}`);
  }
  return found;
}

function endOf(text: string): End {
  return text.includes('/') ? { pod: text } : { address: text };
}

function split(path: string): { readonly name: string; readonly namespace: string } {
  const [namespaceName = '', name = ''] = path.split('/');
  return { name, namespace: namespaceName };
}
