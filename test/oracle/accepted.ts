/**
 * What the API server refuses about names, cluster policies and Services beyond the shape of their fields. A refused object does
 * not exist in any cluster, so nobody may ask the oracle about it; random clusters hold none. Follows the validation rules in
 * config/crd of kubernetes-sigs/network-policy-api.
 */
import type { ClusterNetworkRule, ClusterPeer, ClusterPolicyManifest, Subject } from './cluster-policy-manifests.ts';
import type { Manifest, ServiceManifest } from './manifests.ts';

type Rule = NonNullable<ClusterPolicyManifest['spec']['ingress']>[number];

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** One line for each thing refused, with the name of its object. */
export function refusals(objects: readonly Manifest[]): readonly string[] {
  return objects.flatMap((object) => {
    const { name } = object.metadata;
    const reasons = [...refuse(!NAME.test(name), 'not a name'), ...refused(object)];
    return reasons.map((reason) => `${name}: ${reason}`);
  });
}

function refused(object: Manifest): readonly string[] {
  switch (object.kind) {
    case 'AdminNetworkPolicy':
    case 'BaselineAdminNetworkPolicy':
    case 'ClusterNetworkPolicy':
      return refusedPolicy(object);
    case 'Service':
      return refusedService(object);
    default:
      return [];
  }
}

function refusedPolicy(policy: ClusterPolicyManifest): readonly string[] {
  const { ingress = [], egress = [] } = policy.spec;
  const limit = policy.kind === 'ClusterNetworkPolicy' ? 25 : 100;
  const rules: readonly Rule[] = [...ingress, ...egress];
  const priority = policy.kind === 'BaselineAdminNetworkPolicy' ? 0 : policy.spec.priority;
  return [
    ...refuse(policy.kind === 'BaselineAdminNetworkPolicy' && policy.metadata.name !== 'default', 'not named default'),
    ...refuse(priority < 0 || priority > 1000, 'priority outside 0 to 1000'),
    ...refuse(ingress.length > limit || egress.length > limit, `more than ${limit} rules`),
    ...refuse(fieldsOf(policy.spec.subject) !== 1, 'subject is not exactly one thing'),
    ...refuse(policy.kind !== 'ClusterNetworkPolicy' && hasBareSelector(policy.spec.subject), 'no namespaceSelector'),
    ...ingress.flatMap((rule: Rule) => refusedPeers(rule.from ?? [], 'from')),
    ...egress.flatMap((rule: Rule) => refusedPeers(rule.to ?? [], 'to')),
    ...rules.flatMap((rule) => refusedPorts(rule, limit)),
    ...rules.flatMap((rule) =>
      refuse(policy.kind !== 'ClusterNetworkPolicy' && peersOf(rule).some(hasBareSelector), 'no namespaceSelector'),
    ),
  ];
}

function refusedPeers(peers: readonly ClusterPeer[], side: 'from' | 'to'): readonly string[] {
  return [
    ...refuse(peers.length === 0 || peers.length > 25, `${side} has no peer or too many`),
    ...refuse(
      peers.some((peer) => fieldsOf(peer) !== 1),
      `an entry of ${side} is not exactly one thing`,
    ),
    ...refuse(side === 'from' && peers.some(({ networks }) => networks !== undefined), 'networks in from'),
    ...refuse(
      peers.some(({ networks }) => networks !== undefined && new Set(networks).size !== (networks.length || -1)),
      'no networks, or one twice',
    ),
  ];
}

function refusedPorts(rule: Rule, limit: number): readonly string[] {
  const entries = 'protocols' in rule ? rule.protocols : 'ports' in rule ? rule.ports : undefined;
  if (entries === undefined) {
    return [];
  }
  const ranges = 'protocols' in rule ? rangesOf(rule) : [];
  const named = entries.some((entry) => 'namedPort' in entry || 'destinationNamedPort' in entry);
  return [
    ...refuse(entries.length === 0 || entries.length > limit, 'no port or too many'),
    ...refuse(
      entries.some((entry) => fieldsOf(entry) !== 1),
      'a port is not exactly one thing',
    ),
    ...refuse(
      ranges.some(({ start, end }) => start >= end),
      'a range does not end after its start',
    ),
    ...refuse(named && peersOf(rule).some(({ networks }) => networks !== undefined), 'port names of networks'),
  ];
}

function rangesOf({ protocols = [] }: ClusterNetworkRule) {
  return protocols
    .flatMap(({ tcp, udp, sctp }) => [tcp ?? [], udp ?? [], sctp ?? []].flat())
    .flatMap(({ destinationPort }) => ('range' in destinationPort ? [destinationPort.range] : []));
}

function refusedService({ spec }: ServiceManifest): readonly string[] {
  const { ports = [], clusterIP } = spec;
  const numbers = new Set(ports.map(({ protocol = 'TCP', port }) => `${protocol}/${port}`));
  const names = new Set(ports.map(({ name }) => name));
  return [
    ...refuse(ports.length === 0 && clusterIP !== 'None', 'no ports'),
    ...refuse(numbers.size < ports.length, 'one port twice'),
    ...refuse(ports.length > 1 && (names.size < ports.length || names.has(undefined)), 'ports without their own names'),
  ];
}

function peersOf({ from = [], to = [] }: Rule): readonly ClusterPeer[] {
  return [...from, ...to];
}

function hasBareSelector({ pods }: Subject): boolean {
  return pods !== undefined && pods.namespaceSelector === undefined;
}

function fieldsOf(object: object): number {
  return Object.keys(object).length;
}

function refuse(is: boolean, reason: string): readonly string[] {
  return is ? [reason] : [];
}
