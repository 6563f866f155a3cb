/**
 * Which Service a host name means to a pod, by the search path of its namespace
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#namespaces-of-services). Undefined of names
 * that may be found outside the cluster.
 */

import type { KubernetesContext } from './kubernetes-context.ts';
import { formatNearest } from './named-objects.ts';
import type { PodTemplate } from './pod-template.ts';
import type { ServiceView } from './service-view.ts';

export interface ClusterHost {
  readonly namespace: string;
  readonly name: string;
  /** Absent where the bundle has none. */
  readonly service?: ServiceView;
  /** Whether the name means the Service itself, and not one of its pods. */
  readonly whole: boolean;
}

const OF_CLUSTER: ReadonlySet<string> = new Set(['kubernetes', 'kube-dns']);

/** Whether the pod asks the DNS of the cluster, with the search path of its namespace. */
export function asksCluster({ spec, hostNetwork }: PodTemplate): boolean {
  const policy = spec.stringAt('dnsPolicy') ?? 'ClusterFirst';
  const asks = policy === 'ClusterFirstWithHostNet' || (policy === 'ClusterFirst' && !hostNetwork);
  return asks && spec.at('dnsConfig').at('searches').absent;
}

/** Undefined where it may be something else than a Service of the cluster. */
export function clusterHost(host: string, pod: PodTemplate, context: KubernetesContext): ClusterHost | undefined {
  const labels = host.split('.');
  const end = labels.indexOf('svc');
  const isFull = end >= 2 && (labels.length === end + 1 || host.endsWith('.svc.cluster.local'));
  const short = isFull ? labels.slice(0, end) : labels;
  const [name = '', namespace = pod.namespace] = isFull ? short.slice(-2) : short;
  const isOfPod = !isFull && short.length === 2 && context.services.has(`${pod.namespace}/${namespace}`);
  const isShort = short.length === 1 || (short.length === 2 && !isOfPod && context.namespaces.has(namespace));
  if (!isFull && !isShort) return undefined;
  const service = context.services.get(`${namespace}/${name}`);
  if (!service && (isAliased(host, pod) || isMadeElsewhere(name, namespace, context))) return undefined;
  return { namespace, name, whole: short.length <= 2, ...(service ? { service } : {}) };
}

/** What a finding says of a host that is no Service; undefined where it is one, or where nothing is known of those there. */
export function missingHost(
  host: string,
  { namespace, name, service }: ClusterHost,
  context: KubernetesContext,
): { readonly message: string; readonly absent: boolean } | undefined {
  const services = context.named('Service', '');
  const near = service ? undefined : services.nearest(namespace, name);
  const isShown = context.complete || near !== undefined || services.hasAny(namespace);
  if (service || !isShown) return undefined;
  const message = `${host} is no Service: namespace ${namespace} has none named ${name}${formatNearest(near, namespace)}`;
  return { message, absent: near === undefined };
}

/** A line of the pod's /etc/hosts. */
function isAliased(host: string, { spec }: PodTemplate): boolean {
  return spec.itemsAt('hostAliases').some((alias) => alias.itemsAt('hostnames').some(({ value }) => value === host));
}

/** By the cluster, or by an operator for an object of its own, whose name the Service's begins with. */
function isMadeElsewhere(name: string, namespace: string, context: KubernetesContext): boolean {
  if (OF_CLUSTER.has(name)) return true;
  return context.customIn(namespace).some((object) => name === object.name || name.startsWith(`${object.name}-`));
}
