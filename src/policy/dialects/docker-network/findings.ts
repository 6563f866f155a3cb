/**
 * What surprises about the network of a project, and what of it is not modelled, so that verdicts are unknown. Each
 * points at the entry that makes it so. Tested in `test/policy/dialects/docker-network/findings.test.ts`.
 */

import type { Origin } from '../../../ingest/document.ts';
import type { Finding, Severity } from '../../../ingest/finding.ts';
import { type Binding, isLoopback } from './bindings.ts';
import type { DockerNames } from './names.ts';
import {
  type Household,
  householdsOf,
  isHostOn,
  type Join,
  joinsByNetwork,
  type NetworkSpace,
  type Place,
} from './place.ts';
import type { Places } from './places.ts';

export interface Seen {
  readonly places: Places;
  readonly bindings: readonly Binding[];
  readonly names: DockerNames;
}

export function networkFindings(seen: Seen): Finding[] {
  const households = householdsOf(seen.places.all);
  return [
    ...households.flatMap((household) => unknownPlace(household)),
    ...joinsByNetwork(seen.places.all).flatMap((join) => ofNetwork(join)),
    ...households.flatMap(({ space, places: [root] }) =>
      space.kind === 'networks' ? ofGateway(root, space, seen) : [],
    ),
    ...seen.names.contested().map(({ place, name, network, others }) => {
      const message = `${name} means other containers on ${network.network.name} than on ${others}; ${place.id} asks ${network.network.name} first, by the order of its gateways. Give them different names.`;
      return finding('CMP066', 'info', network.origin, message);
    }),
  ];
}

function finding(rule: string, severity: Severity, place: Origin, message: string): Finding {
  return { rule, severity, message, place };
}

function unknownPlace({ space, places: [{ id }] }: Household): Finding[] {
  if (space.kind !== 'unknown') return [];
  const message = `What ${id} can reach is unknown: ${space.why}. Send the file that defines that container too.`;
  return [finding('CMP060', 'warning', space.origin, message)];
}

function ofNetwork({ network, origin }: Join): Finding[] {
  const { name, kind, driver, driverOrigin, internal, trusted } = network;
  const findings: Finding[] = [];
  if (kind === 'other') {
    const message = `What passes over ${name} is unknown: its driver, ${driver}, is not modelled.`;
    findings.push(finding('CMP061', 'warning', driverOrigin ?? origin, message));
  }
  if (internal && isHostOn(network)) {
    const message = `Containers of ${name} reach every process of the host that listens on all addresses, and services in its network, though the network is internal. Use the gateway mode isolated to shut that too.`;
    findings.push(finding('CMP062', 'info', internal, message));
  }
  if (trusted) {
    const message = `Whether the LAN is behind one of the trusted interfaces of ${name} is not known, so what it reaches directly there is unknown.`;
    findings.push(finding('CMP063', 'info', trusted, message));
  }
  return findings;
}

/** Several networks: one of them is the way out, which decides what is published. */
function ofGateway(root: Place, space: NetworkSpace, { bindings }: Seen): Finding[] {
  const { gateway, joins } = space;
  const own = bindings.filter(({ service }) => service === root.id);
  const [binding] = own;
  if (!gateway || !binding || joins.length < 2) return [];
  const { name } = gateway.network;
  const off = own.find(({ state }) => state.kind === 'inactive');
  if (off) {
    const message = `Ports of ${root.id} are not published, because its way out is ${name}. Give another of its networks a higher gw_priority.`;
    return [finding('CMP064', 'warning', off.origin, message)];
  }
  const lan = joins.find(({ network }) => network.kind === 'lan' && !network.internal);
  const isOpen = own.some(({ state, address }) => state.kind === 'active' && !isLoopback(address));
  if (!lan || !isOpen) return [];
  const message = `If ${lan.network.name} is on the subnet of the host, published ports of ${root.id} do not answer the host and its LAN: the answer leaves by ${lan.network.name}.`;
  return [finding('CMP065', 'warning', lan.origin, message)];
}
