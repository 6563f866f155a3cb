/** A canonical network, and a service's membership of one, as the Docker model has them. */

import type { Attachment, Ipam, IpamPool, Network } from '../network.ts';
import { at, isNull, itemsOf, type Node } from './node.ts';
import {
  flagAt,
  numberAt,
  optional,
  placedFlag,
  placedMap,
  placedText,
  placedTexts,
  placedWord,
  sortedEntries,
  textAt,
  textMap,
} from './read.ts';

export function readNetwork(key: string, node: Node): Network {
  return {
    key,
    name: textAt(node, 'name') ?? key,
    origin: node.origin,
    external: flagAt(node, 'external'),
    ...optional('driver', placedWord(at(node, 'driver'))),
    driver_opts: placedMap(at(node, 'driver_opts')),
    ...optional('internal', placedFlag(at(node, 'internal'))),
    ...optional('attachable', placedFlag(at(node, 'attachable'))),
    ...optional('enable_ipv4', placedFlag(at(node, 'enable_ipv4'))),
    ...optional('enable_ipv6', placedFlag(at(node, 'enable_ipv6'))),
    ipam: readIpam(at(node, 'ipam')),
    labels: textMap(at(node, 'labels')),
  };
}

function readIpam(node: Node | undefined): Ipam {
  return {
    ...optional('driver', placedWord(at(node, 'driver'))),
    options: placedMap(at(node, 'options')),
    config: itemsOf(at(node, 'config')).map(readPool),
  };
}

function readPool(node: Node): IpamPool {
  return {
    origin: node.origin,
    ...optional('subnet', placedWord(at(node, 'subnet'))),
    ...optional('ip_range', placedWord(at(node, 'ip_range'))),
    ...optional('gateway', placedWord(at(node, 'gateway'))),
    aux_addresses: placedMap(at(node, 'aux_addresses')),
  };
}

/** The memberships of a service, in the order of their keys; none where it has a `network_mode`. */
export function readAttachments(service: Node): Attachment[] {
  const mode = at(service, 'network_mode');
  if (mode && !isNull(mode)) return [];
  const all = sortedEntries(at(service, 'networks'));
  // The service's own address goes to the network that is connected first.
  const address = placedWord(at(service, 'mac_address'));
  const first = all.toSorted(([, a], [, b]) => (numberAt(b, 'priority') ?? 0) - (numberAt(a, 'priority') ?? 0))[0]?.[0];
  return all.map(([key, node]) => {
    const attachment = readAttachment(key, node);
    return key === first && address && !attachment.mac_address ? { ...attachment, mac_address: address } : attachment;
  });
}

function readAttachment(network: string, node: Node): Attachment {
  const gateway = at(node, 'gw_priority');
  return {
    network,
    origin: node.origin,
    aliases: placedTexts(at(node, 'aliases')),
    ...optional('ipv4_address', placedWord(at(node, 'ipv4_address'))),
    ...optional('ipv6_address', placedWord(at(node, 'ipv6_address'))),
    link_local_ips: placedTexts(at(node, 'link_local_ips')),
    ...optional('mac_address', placedText(at(node, 'mac_address'))),
    ...optional('interface_name', placedText(at(node, 'interface_name'))),
    driver_opts: placedMap(at(node, 'driver_opts')),
    priority: numberAt(node, 'priority') ?? 0,
    gw_priority: { value: numberAt(node, 'gw_priority') ?? 0, origin: gateway?.origin ?? node.origin },
  };
}
