/**
 * Gateway API as entry points: a route that a parent takes leads to those of its backends that it may refer to.
 * Which Service a backend means, and whether it is there, is asked as for every entry point.
 */

import type { Finding } from '../../ingest/finding.ts';
import { pushTo } from '../../util/ordering.ts';
import type { Backend, EntryPoint } from '../entry-point.ts';
import type { Namespace } from '../namespace.ts';
import { attach } from './attachment.ts';
import type { BackendRef } from './backend-ref.ts';
import type { Gateway } from './gateway.ts';
import { permits, type ReferenceGrant } from './reference-grant.ts';
import { type Route, routeFinding } from './route.ts';

/** The objects of Gateway API, as read. */
export class GatewayObjects {
  readonly gateways = new Map<string, Gateway>();
  readonly routes = new Map<string, Route>();
  readonly grants = new Map<string, ReferenceGrant>();
}

export interface GatewayEntries {
  readonly entries: readonly EntryPoint[];
  readonly findings: readonly Finding[];
}

export function gatewayEntries(objects: GatewayObjects, namespaces: ReadonlyMap<string, Namespace>): GatewayEntries {
  const { gateways, routes } = objects;
  const homes = new Map([...gateways.values()].map((gateway) => [gateway.name, gateway.namespace]));
  const around = { gateways, homes, namespaces };
  const grants = new Map<string, ReferenceGrant[]>();
  for (const grant of objects.grants.values()) pushTo(grants, grant.namespace, grant);
  const entries: EntryPoint[] = [];
  const findings: Finding[] = [];
  for (const route of routes.values()) {
    const attachments = route.parents.map((parent) => attach(route, parent, around));
    findings.push(...attachments.flatMap((a) => a.findings));
    if (!attachments.some((a) => a.attached)) continue;
    const followed = route.backends.map((ref) => follow(route, ref, grants.get(ref.namespace) ?? []));
    findings.push(...followed.flatMap((f) => f.finding ?? []));
    const { kind, namespace, name, origin } = route;
    entries.push({ kind, namespace, name, origin, backends: followed.flatMap((f) => f.backend ?? []) });
  }
  return { entries, findings };
}

/** A backend, or why it leads nowhere. */
interface Followed {
  readonly backend?: Backend;
  readonly finding?: Finding;
}

/** `grants`: those of the backend's namespace. */
function follow(route: Route, ref: BackendRef, grants: readonly ReferenceGrant[]): Followed {
  const { group, kind, namespace, name, port, origin } = ref;
  const target = `${kind} ${namespace}/${name}`;
  if (namespace !== route.namespace && !grants.some((grant) => permits(grant, route, ref))) {
    const message = `${target} is in another namespace, and no ReferenceGrant there allows it: it gets no traffic`;
    return { finding: routeFinding(route, origin, { rule: 'GWA003', severity: 'error', message }) };
  }
  if (group !== '' || kind !== 'Service' || port === undefined) {
    const message = `it leads to ${target}, and only Services are followed`;
    return { finding: routeFinding(route, origin, { rule: 'GWA002', severity: 'info', message }) };
  }
  return { backend: { namespace, service: name, port, by: 'port', protocol: route.row.protocol, origin } };
}
