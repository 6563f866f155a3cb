/** How entries of files are put into words: memberships, settings of networks, and what a service has no part in. */

import type { Origin } from '../../../ingest/document.ts';
import type { Entry } from './cause.ts';
import type { Household, Join } from './place.ts';
import type { RealNetwork } from './real-network.ts';

/** An entry that joins a network. */
export function joined({ network, origin }: Join, text: string): Entry {
  return { kind: 'networks', name: network.name, origin, text };
}

/** The entry of a network that says something of it; that of the membership where no file makes the network. */
export function said(
  { network, origin }: Join,
  setting: { kind: string; at: Origin | undefined; text: string },
): Entry {
  return { kind: setting.kind, name: network.name, origin: setting.at ?? network.origin ?? origin, text: setting.text };
}

/** The entry that says where a namespace is, which is why nothing else is open to it. */
export function placed({ space, places: [{ id }] }: Household): Entry {
  switch (space.kind) {
    case 'none':
    case 'unknown':
      return { kind: 'network_mode', name: id, origin: space.origin, text: space.why };
    case 'host':
      return { kind: 'network_mode', name: id, origin: space.origin, text: `${id} is in the network of the host` };
    case 'networks': {
      const names = listed(space.joins.map(({ network }) => network));
      return { kind: 'networks', name: id, origin: space.joins[0].origin, text: `${id} is on ${names} only` };
    }
  }
}

const SHOWN = 5;

function listed(networks: readonly RealNetwork[]): string {
  const names = networks.slice(0, SHOWN).map(({ name }) => name.slice(0, 80));
  const more = networks.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
