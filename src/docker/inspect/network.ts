/** What `docker network inspect` prints of one network. */

import type { Document } from '../../ingest/document.ts';
import { defined } from '../container/defined.ts';
import type { IpamPool, Network } from '../network.ts';
import { type Field, InspectScope } from './field.ts';

export interface InspectedNetwork {
  readonly scope: InspectScope;
  readonly id: string;
  readonly network: Network;
  /** By Compose, for that project, under that key. */
  readonly project: string | undefined;
  readonly key: string | undefined;
  /** The containers in it by their ids, with their names; running ones only. */
  readonly members: ReadonlyMap<string, Field>;
  /** A template for other networks, which nothing can join. */
  readonly configOnly: boolean;
}

export function inspectNetwork(document: Document): InspectedNetwork {
  const scope = new InspectScope(document);
  const { root } = scope;
  const name = root.at('Name').text() ?? '';
  scope.resource = { kind: 'network', name };
  if (name === '') scope.unreadable('INS002', '/Name', 'A network without a name cannot be told from others.');
  const labels = new Map([...root.at('Labels').texts()].map(([key, { value }]) => [key, value] as const));
  const ipv4 = root.at('EnableIPv4');
  const ipv6 = root.at('EnableIPv6');
  const network: Network = {
    key: name,
    name,
    origin: root.origin,
    external: false,
    ...defined({
      driver: root.at('Driver').placedText(),
      internal: root.at('Internal').placedTrue(),
      attachable: root.at('Attachable').placedTrue(),
      enable_ipv4: ipv4.boolean() === false ? { value: false, origin: ipv4.origin } : undefined,
      enable_ipv6: ipv6.placedTrue(),
    }),
    driver_opts: root.at('Options').texts(),
    ipam: {
      ...defined({ driver: root.at('IPAM').at('Driver').placedText() }),
      options: root.at('IPAM').at('Options').texts(),
      config: root.at('IPAM').at('Config').items().map(readPool),
    },
    labels: new Map([...labels].filter(([key]) => !key.startsWith('com.docker.compose.'))),
  };
  return {
    scope,
    id: root.at('Id').text() ?? '',
    network,
    project: labels.get('com.docker.compose.project'),
    key: labels.get('com.docker.compose.network'),
    members: new Map(root.at('Containers').entries()),
    configOnly: root.at('ConfigOnly').boolean() === true,
  };
}

function readPool(field: Field): IpamPool {
  return {
    origin: field.origin,
    ...defined({
      subnet: field.at('Subnet').placedText(),
      ip_range: field.at('IPRange').placedText(),
      gateway: field.at('Gateway').placedText(),
    }),
    aux_addresses: field.at('AuxiliaryAddresses').texts(),
  };
}
