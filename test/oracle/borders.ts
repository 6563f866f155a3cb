/** The ports and addresses at which the manifests of a cluster draw a border: one step before it, on it and one beyond. */
import { formatAddress, parseAddress, parseCidr, widthOf } from './address.ts';
import type { AdminPort, ClusterPolicyManifest, ProtocolEntry } from './cluster-policy-manifests.ts';
import { hasFinished, type Manifest, type PodManifest, type PolicyManifest, type PolicyRule } from './manifests.ts';

const PLAIN_PORTS = [1, 22, 65535];
const PLAIN_ADDRESSES = ['198.51.100.7', '2001:db8:ffff::7'];

export function interestingPorts(cluster: readonly Manifest[]): readonly number[] {
  const written = cluster.flatMap((object): readonly (number | string | null | undefined)[] => {
    switch (object.kind) {
      case 'Pod':
        return hasFinished(object) ? [] : declaredBy(object);
      case 'NetworkPolicy':
        return rulesOf(object).flatMap(({ ports }) => (ports ?? []).flatMap(({ port, endPort }) => [port, endPort]));
      case 'AdminNetworkPolicy':
      case 'BaselineAdminNetworkPolicy':
      case 'ClusterNetworkPolicy':
        return clusterRulesOf(object).flatMap(portsOfClusterRule);
      case 'Service':
        return (object.spec.ports ?? []).flatMap(({ port, targetPort }) => [port, targetPort]);
      default:
        return [];
    }
  });
  const around = written.filter((port) => typeof port === 'number').flatMap((port) => [port - 1, port, port + 1]);
  return [...new Set([...around, ...PLAIN_PORTS])].filter((port) => port >= 1 && port <= 65535);
}

/** One address of a pod is among them: asked about as an outside address, it must not be taken for the pod. */
export function interestingAddresses(cluster: readonly Manifest[]): readonly string[] {
  const pods = cluster.filter((object) => object.kind === 'Pod').filter((pod) => !hasFinished(pod));
  const shown = pods.flatMap((pod) => pod.status?.podIP ?? []).slice(0, 1);
  const cidrs = cluster.flatMap((object): readonly string[] => {
    switch (object.kind) {
      case 'NetworkPolicy':
        return rulesOf(object)
          .flatMap(({ from, to }) => [...(from ?? []), ...(to ?? [])])
          .flatMap(({ ipBlock }) => (ipBlock ? [ipBlock.cidr, ...(ipBlock.except ?? [])] : []));
      case 'AdminNetworkPolicy':
      case 'BaselineAdminNetworkPolicy':
      case 'ClusterNetworkPolicy':
        return clusterRulesOf(object).flatMap(({ to = [] }) => to.flatMap(({ networks = [] }) => networks));
      default:
        return [];
    }
  });
  return [...new Set([...PLAIN_ADDRESSES, ...shown, ...cidrs.flatMap(bordersOf)])];
}

function bordersOf(cidr: string): readonly string[] {
  const { family, first, last } = parseCidr(cidr);
  // A border may fall on an IPv4-mapped address, which is to be asked about as the IPv4 address that it is.
  return [first - 1n, first, last, last + 1n]
    .filter((value) => value >= 0n && value < 1n << BigInt(widthOf(family)))
    .map((value) => formatAddress(parseAddress(formatAddress({ family, value }))));
}

function declaredBy({ spec }: PodManifest): readonly number[] {
  return [...spec.containers, ...(spec.initContainers ?? [])]
    .flatMap((container) => container.ports ?? [])
    .map((port) => port.containerPort);
}

function rulesOf({ spec }: PolicyManifest): readonly PolicyRule[] {
  return [...(spec?.ingress ?? []), ...(spec?.egress ?? [])];
}

type ClusterRule = NonNullable<ClusterPolicyManifest['spec']['ingress']>[number];

function clusterRulesOf({ spec }: ClusterPolicyManifest): readonly ClusterRule[] {
  return [...(spec.ingress ?? []), ...(spec.egress ?? [])];
}

function portsOfClusterRule(rule: ClusterRule): readonly (number | undefined)[] {
  const old: readonly AdminPort[] = 'ports' in rule ? (rule.ports ?? []) : [];
  const recent: readonly ProtocolEntry[] = 'protocols' in rule ? (rule.protocols ?? []) : [];
  return [
    ...old.flatMap(({ portNumber, portRange }) => [portNumber?.port, portRange?.start, portRange?.end]),
    ...recent
      .flatMap(({ tcp, udp, sctp }) => [tcp ?? [], udp ?? [], sctp ?? []].flat())
      .flatMap(({ destinationPort }) =>
        'number' in destinationPort
          ? [destinationPort.number]
          : [destinationPort.range.start, destinationPort.range.end],
      ),
  ];
}
