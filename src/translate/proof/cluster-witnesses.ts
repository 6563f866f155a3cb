/**
 * Pods that no manifest of a project declares, so that what is open to strangers shows: elsewhere in the cluster and in
 * the project's own namespace, with no label and with every label of the project, and the pods of cluster DNS.
 */

import { parseAddress, parseCidr } from '../../algebra/cidr.ts';
import { formatV4, formatV6 } from '../../algebra/cidr.ts';
import { NAMESPACE_NAME_LABEL } from '../../kubernetes/namespace.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import type { DnsPods } from '../options.ts';
import { HOST, joinedTo, OTHER } from './docker-side.ts';

/** A pod of cluster DNS. */
export const DNS = '@dns';
/** A pod without labels in the namespace of cluster DNS. */
export const BESIDE_DNS = '@beside-dns';
/** A pod without labels in the project's namespace. */
export const STRANGER = '@stranger';
/**
 * Pods of another namespace with the labels of a pod of the project, but for networks of others, or of cluster DNS. Their
 * addresses are not shown, so that only what selects them surely lets them in.
 */
export function impostor(of: string): string {
  return `@like/${of}`;
}

/** A process of a node: no address of pods. */
const NODE_ADDRESS = '192.0.2.10';
/** RFC 2544: where the ranges of the cluster are not told, one that is nobody's. */
const POD_ADDRESS = '198.18.0.1';

const ELSEWHERE = 'portolan-elsewhere';

export interface Around {
  readonly namespace: string;
  readonly dns: DnsPods;
  readonly clusterCIDRs: readonly string[];
  /** Labels of the project's pods, by the ids of their workloads. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly namespaceLabels: ReadonlyMap<string, string>;
  /** Networks that pods of other projects are on too, with the labels of their members. */
  readonly externalNetworks: ReadonlyMap<string, string>;
}

export function clusterWitnesses(around: Around): Endpoint[] {
  const { dns, labels, externalNetworks, namespace, namespaceLabels } = around;
  const external = new Set(externalNetworks.values());
  const none = new Map<string, string>();
  const named = new Map([[dns.key, dns.value]]);
  const copied = [...labels, [DNS, named] as const].map(([id, own]) => {
    const hidden = new Map([...own].filter(([key]) => !external.has(key)));
    return pod(impostor(id), { namespace: ELSEWHERE, labels: hidden });
  });
  const address = podAddress(around.clusterCIDRs);
  return [
    pod(HOST, { namespace: ELSEWHERE, labels: none, address: NODE_ADDRESS, isHost: true }),
    pod(OTHER, { namespace: ELSEWHERE, labels: none, address }),
    ...[...externalNetworks].map(([network, label]) =>
      pod(joinedTo(network), { namespace: ELSEWHERE, labels: new Map([[label, 'true']]) }),
    ),
    ...copied,
    pod(DNS, { namespace: dns.namespace, labels: named }),
    pod(BESIDE_DNS, { namespace: dns.namespace, labels: none }),
    { ...pod(STRANGER, { namespace, labels: none }), namespaceLabels },
  ];
}

interface Described {
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly address?: string;
  readonly isHost?: boolean;
}

function pod(id: string, { namespace, labels, address, isHost = false }: Described): Endpoint {
  const parsed = address === undefined ? undefined : parseAddress(address);
  return {
    id,
    workload: id,
    namespace,
    name: id,
    kind: 'Pod',
    labels,
    namespaceLabels: new Map([[NAMESPACE_NAME_LABEL, namespace]]),
    ports: [],
    addresses: parsed ? [parsed] : [],
    hostNetwork: isHost,
    pods: [],
  };
}

/** An address of the cluster's own, if its ranges were told. */
function podAddress(clusterCIDRs: readonly string[]): string {
  const [first] = clusterCIDRs.flatMap((text) => parseCidr(text) ?? []);
  if (!first) return POD_ADDRESS;
  return first.family === 'IPv4' ? formatV4(first.first + 1) : formatV6(first.first + 1n);
}
