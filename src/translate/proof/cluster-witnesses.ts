/**
 * Pods that no manifest of a project declares, so that what is open to strangers shows: elsewhere in the cluster and in
 * the project's own namespace, with no label and with every label of the project, and the pods of cluster DNS.
 */

import { formatV4, formatV6, parseAddress, parseCidr } from '../../algebra/cidr.ts';
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
  const addresses = podAddresses(around.clusterCIDRs);
  // A range of each family: only then nothing outside of them may be a pod.
  const whole = new Set(addresses.map((text) => text.includes(':'))).size === 2 ? addresses : [];
  const named = new Map([[dns.key, dns.value]]);
  const copied = [...labels, [DNS, named] as const].map(([id, own]) => {
    const hidden = new Map([...own].filter(([key]) => !external.has(key)));
    return pod(impostor(id), { namespace: ELSEWHERE, labels: hidden });
  });
  return [
    pod(HOST, { namespace: ELSEWHERE, labels: none, addresses: [NODE_ADDRESS], isHost: true }),
    pod(OTHER, { namespace: ELSEWHERE, labels: none, addresses }),
    ...[...externalNetworks].map(([network, label]) =>
      pod(joinedTo(network), { namespace: ELSEWHERE, labels: new Map([[label, 'true']]), addresses: whole }),
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
  readonly addresses?: readonly string[];
  readonly isHost?: boolean;
}

function pod(id: string, { namespace, labels, addresses = [], isHost = false }: Described): Endpoint {
  return {
    id,
    workload: id,
    namespace,
    name: id,
    kind: 'Pod',
    labels,
    namespaceLabels: new Map([[NAMESPACE_NAME_LABEL, namespace]]),
    ports: [],
    addresses: addresses.flatMap((text) => parseAddress(text) ?? []),
    hostNetwork: isHost,
    pods: [],
  };
}

/** Addresses of the cluster's own: one of each range that was told. */
function podAddresses(clusterCIDRs: readonly string[]): string[] {
  const own = clusterCIDRs
    .flatMap((text) => parseCidr(text) ?? [])
    .map((block) => {
      return block.family === 'IPv4' ? formatV4(block.last) : formatV6(block.last);
    });
  return own.length > 0 ? own : [POD_ADDRESS];
}
