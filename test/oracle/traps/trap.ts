/**
 * The vocabulary of the trap tables: tiny clusters, and questions with the answer they must get, written as
 * `shop/web > shop/db TCP/80 = deny`. Every table is asked of the naive evaluator and of the engine alike.
 */
import type { End, Flow, OracleOptions, Verdict } from '../flow.ts';
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

export function parseAsk(text: string): { readonly flow: Flow; readonly verdict: Verdict } {
  const match = /^(\S+) > (\S+) (TCP|UDP|SCTP|other)\/(\d+) = (allow|deny|unknown)$/.exec(text);
  if (match === null) {
    throw new Error(`cannot read the question: ${text}`);
  }
  const [, from = '', to = '', protocol, port, verdict] = match;
  return {
    flow: { from: endOf(from), to: endOf(to), protocol: protocol as Flow['protocol'], port: Number(port) },
    verdict: verdict as Verdict,
  };
}

function endOf(text: string): End {
  return text.includes('/') ? { pod: text } : { address: text };
}

function split(path: string): { readonly name: string; readonly namespace: string } {
  const [namespaceName = '', name = ''] = path.split('/');
  return { name, namespace: namespaceName };
}
