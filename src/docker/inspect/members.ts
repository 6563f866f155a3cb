/**
 * Containers that only `docker network inspect` shows: it lists those that run in a network, with their addresses,
 * and nothing else of them.
 */

import { pushTo } from '../../util/ordering.ts';
import { blankService } from '../container/blank-service.ts';
import type { Attachment } from '../network.ts';
import type { InspectedContainer } from './container.ts';
import type { Field, InspectScope } from './field.ts';
import type { InspectedNetwork } from './network.ts';

interface Membership {
  readonly network: InspectedNetwork;
  readonly field: Field;
}

/** Those whose ids are not `known`. */
export function membersOf(networks: readonly InspectedNetwork[], known: ReadonlySet<string>): InspectedContainer[] {
  const found = new Map<string, Membership[]>();
  for (const network of networks) {
    for (const [id, field] of network.members) {
      // A swarm's own ends of a network are in the list too: lb-…, and the one of the routing mesh.
      if (!known.has(id) && !/^lb-|^ingress-/.test(id)) pushTo(found, id, { network, field });
    }
  }
  return [...found].flatMap(([id, memberships]) => memberOf(id, memberships));
}

function memberOf(id: string, memberships: readonly Membership[]): InspectedContainer[] {
  const [first] = memberships;
  const name = first?.field.at('Name').text();
  if (!first || name === undefined) return [];
  const { scope } = first.network;
  say(scope, first.field, name);
  return [
    {
      scope,
      id,
      name,
      running: true,
      compose: undefined,
      service: {
        ...blankService(name, first.field.origin),
        made_by: 'docker run',
        container_name: { value: name, origin: first.field.at('Name').origin },
        networks: memberships.map(attachmentOf),
      },
      links: [],
      depends_on: new Map(),
    },
  ];
}

function say(scope: InspectScope, field: Field, name: string): void {
  const message = `Of ${name} only its networks are known: add docker inspect ${name} for its ports, names and rights.`;
  scope.unknown('INS004', field.pointer, message);
}

function attachmentOf({ network, field }: Membership): Attachment {
  const ipv4 = address(field.at('IPv4Address'));
  const ipv6 = address(field.at('IPv6Address'));
  return {
    network: network.network.name,
    origin: field.origin,
    aliases: [],
    ...(ipv4 ? { ipv4_address: ipv4 } : {}),
    ...(ipv6 ? { ipv6_address: ipv6 } : {}),
    link_local_ips: [],
    driver_opts: new Map(),
    priority: 0,
    gw_priority: { value: 0, origin: field.origin },
  };
}

/** It is printed with the length of the network's prefix. */
function address(field: Field): Attachment['ipv4_address'] {
  const placed = field.placedText();
  return placed && { ...placed, value: placed.value.split('/')[0] ?? '' };
}
