/** The endpoints of a Docker host: its services, and the peers that no file declares. */

import { type Address, parseAddress } from '../../../algebra/cidr.ts';
import type { Endpoint } from '../../endpoint.ts';
import { HOST, INTERNET, LAN, labelsOf, ownLabels } from './peers.ts';
import type { Place } from './place.ts';

/** `kind` of an endpoint says what it is. */
export type DockerKind = 'service' | 'host' | 'lan' | 'internet';

const NO_LABELS: ReadonlyMap<string, string> = new Map();

/** In order of ids. */
export function endpointsOf(places: readonly Place[]): Endpoint[] {
  return [outsider(HOST, 'host'), outsider(INTERNET, 'internet'), outsider(LAN, 'lan'), ...places.map(serviceEndpoint)];
}

function serviceEndpoint(place: Place): Endpoint {
  const { id, project, service } = place;
  const kind: DockerKind = 'service';
  return {
    id,
    workload: id,
    namespace: project.name,
    name: service.name,
    kind,
    labels: labelsOf(place),
    namespaceLabels: NO_LABELS,
    ports: [],
    addresses: addressesOf(place),
    hostNetwork: false,
    pods: [],
  };
}

/** Those that the files give it; all others are the engine's choice. */
function addressesOf({ space }: Place): Address[] {
  if (space.kind !== 'networks') return [];
  return space.root.service.networks.flatMap(({ ipv4_address: v4, ipv6_address: v6 }) =>
    [v4, v6].flatMap((given) => (given && parseAddress(given.value)) ?? []),
  );
}

function outsider(id: string, kind: DockerKind): Endpoint {
  return {
    id,
    workload: id,
    namespace: '',
    name: id,
    kind,
    beyond: kind === 'host' ? 'host' : 'external',
    labels: ownLabels(id),
    namespaceLabels: NO_LABELS,
    ports: [],
    addresses: [],
    hostNetwork: false,
    pods: [],
  };
}
