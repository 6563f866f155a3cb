/**
 * The networks a running container is in (`NetworkSettings.Networks`): its names there, its addresses, and its
 * priority for the gateway. `DNSNames` is what the engine's name server answers to; older engines print `Aliases`.
 */

import type { Attachment } from '../network.ts';
import type { Placed } from '../placed.ts';
import type { Field } from './field.ts';

/** A membership, by the real name of the network. */
export interface Membership {
  readonly attachment: Attachment;
  readonly links: readonly Placed<string>[];
}

/** `own`: names of the container that are not aliases, because they follow from other fields. */
export function readMemberships(networks: Field, own: ReadonlySet<string>): Membership[] {
  return networks.entries().map(([name, field]) => ({
    attachment: readAttachment(name, field, own),
    links: field.at('Links').placedTexts(),
  }));
}

function readAttachment(network: string, field: Field, own: ReadonlySet<string>): Attachment {
  const asked = field.at('IPAMConfig');
  const ipv4 = field.at('IPAddress').placedText() ?? asked.at('IPv4Address').placedText();
  const ipv6 = field.at('GlobalIPv6Address').placedText() ?? asked.at('IPv6Address').placedText();
  const priority = field.at('GwPriority');
  return {
    network,
    origin: field.origin,
    aliases: readNames(field).filter(({ value }) => !own.has(value)),
    ...(ipv4 ? { ipv4_address: ipv4 } : {}),
    ...(ipv6 ? { ipv6_address: ipv6 } : {}),
    link_local_ips: asked.at('LinkLocalIPs').placedTexts(),
    driver_opts: field.at('DriverOpts').texts(),
    priority: 0,
    gw_priority: { value: priority.integer() ?? 0, origin: priority.origin },
  };
}

/** Each name once. */
function readNames(field: Field): Placed<string>[] {
  const names = field.at('DNSNames').placedTexts();
  const aliases = names.length > 0 ? names : field.at('Aliases').placedTexts();
  return [...new Map(aliases.toReversed().map((name) => [name.value, name])).values()].toReversed();
}
