/**
 * The few fields of Kubernetes objects that decide a connection, written as the API's JSON spells them. `null` stands
 * wherever the API server takes it for "not set". These types belong to the oracle alone: it shares none with the engine,
 * so a misreading of a field cannot hide in both.
 */
import type { ClusterPolicyManifest } from './cluster-policy-manifests.ts';

export type Labels = Readonly<Record<string, string>>;
export type TransportProtocol = 'TCP' | 'UDP' | 'SCTP';

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
}

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly labels?: Labels | null;
  readonly ownerReferences?: readonly OwnerReference[];
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: TransportProtocol;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly restartPolicy?: 'Always';
  readonly ports?: readonly ContainerPort[] | null;
}

export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[] | null;
  readonly hostNetwork?: boolean;
  readonly nodeName?: string;
}

export interface PodStatus {
  readonly phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  readonly podIP?: string;
  readonly podIPs?: readonly { readonly ip: string }[];
  readonly hostIP?: string;
  readonly hostIPs?: readonly { readonly ip: string }[];
}

export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[] | null;
}

export interface LabelSelector {
  readonly matchLabels?: Labels | null;
  readonly matchExpressions?: readonly Requirement[] | null;
}

export interface IpBlock {
  readonly cidr: string;
  readonly except?: readonly string[] | null;
}

export interface Peer {
  readonly podSelector?: LabelSelector | null;
  readonly namespaceSelector?: LabelSelector | null;
  readonly ipBlock?: IpBlock | null;
}

export interface PolicyPort {
  readonly protocol?: TransportProtocol | null;
  readonly port?: number | string | null;
  readonly endPort?: number | null;
}

export interface PolicyRule {
  readonly from?: readonly Peer[] | null;
  readonly to?: readonly Peer[] | null;
  readonly ports?: readonly PolicyPort[] | null;
}

export interface PolicySpec {
  readonly podSelector?: LabelSelector | null;
  readonly policyTypes?: readonly ('Ingress' | 'Egress')[] | null;
  readonly ingress?: readonly PolicyRule[] | null;
  readonly egress?: readonly PolicyRule[] | null;
}

export interface NamespaceManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Namespace';
  readonly metadata: Metadata;
}

export interface PodManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: Metadata;
  readonly spec: PodSpec;
  readonly status?: PodStatus;
}

export interface PolicyManifest {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'NetworkPolicy';
  readonly metadata: Metadata;
  readonly spec?: PolicySpec | null;
}

/** Owners say where pods come from. They decide nothing: labels, ports and addresses are read from the pods. */
export interface OwnerManifest {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'ReplicaSet' | 'Deployment';
  readonly metadata: Metadata;
  readonly spec: {
    readonly replicas: number;
    readonly selector: LabelSelector;
    readonly template: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
  };
}

/** Controllers that show no pods of theirs; what those would look like is read from the template. */
export interface ControllerManifest {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'StatefulSet' | 'DaemonSet';
  readonly metadata: Metadata;
  readonly spec: {
    readonly serviceName?: string;
    readonly replicas?: number;
    readonly ordinals?: { readonly start: number };
    readonly selector: LabelSelector;
    readonly template: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
  };
}

/** A backend names a port of its Service by number or by name. */
export interface IngressBackend {
  readonly service: { readonly name: string; readonly port: { readonly number: number } | { readonly name: string } };
}

export interface IngressPath {
  readonly path: string;
  readonly pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  readonly backend: IngressBackend;
}

export interface IngressManifest {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'Ingress';
  readonly metadata: Metadata;
  readonly spec: {
    readonly defaultBackend?: IngressBackend;
    readonly rules?: readonly { readonly host?: string; readonly http?: { readonly paths: readonly IngressPath[] } }[];
  };
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: TransportProtocol;
  readonly targetPort?: number | string;
}

export interface ServiceManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Service';
  readonly metadata: Metadata;
  readonly spec: {
    readonly clusterIP?: 'None';
    readonly selector?: Labels;
    readonly ports?: readonly ServicePort[];
  };
}

export type Manifest =
  | NamespaceManifest
  | PodManifest
  | PolicyManifest
  | OwnerManifest
  | ControllerManifest
  | IngressManifest
  | ServiceManifest
  | ClusterPolicyManifest;

/** `metadata.namespace` as the API server fills it in when nobody names one. */
export function namespaceOf(object: Manifest): string {
  return object.metadata.namespace || 'default';
}

/** A finished pod gave its address back: it is no end of any connection. */
export function hasFinished(pod: Pick<PodManifest, 'status'>): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}
