/**
 * Which parents of a route take it (https://gateway-api.sigs.k8s.io/concepts/security-model/#1-route-binding): a
 * listener must be the one that is named, admit the route's namespace and kind, and share a host name with it.
 *
 * A bundle may be a part of a cluster, so a Gateway that is not in it may exist: the route is taken as attached, and a
 * finding says so.
 */

import type { Finding, Severity } from '../../ingest/finding.ts';
import { impliedNamespace, type Namespace } from '../namespace.ts';
import { admits } from './admission.ts';
import { GATEWAY_GROUP } from './api.ts';
import type { Gateway } from './gateway.ts';
import { hostnamesMeet } from './hostname.ts';
import type { Listener } from './listener.ts';
import { type ParentRef, type Route, routeFinding } from './route.ts';
import { fitsProtocol } from './route-kinds.ts';

export interface Surroundings {
  /** By `namespace/name`. */
  readonly gateways: ReadonlyMap<string, Gateway>;
  /** A namespace by the name of a Gateway in it. */
  readonly homes: ReadonlyMap<string, string>;
  readonly namespaces: ReadonlyMap<string, Namespace>;
}

export interface Attachment {
  readonly attached: boolean;
  readonly findings: readonly Finding[];
}

/** Parents of a mesh: such a route is about traffic between pods, not from outside (https://gateway-api.sigs.k8s.io/mesh). */
const MESH_PARENTS: readonly string[] = ['Service', 'ServiceEntry', 'Mesh', 'XMesh'];

export function attach(route: Route, parent: ParentRef, around: Surroundings): Attachment {
  if (MESH_PARENTS.includes(parent.kind)) return { attached: false, findings: [] };
  if (parent.group !== GATEWAY_GROUP || parent.kind !== 'Gateway') return notEvaluated(route, parent);
  const id = `${parent.namespace}/${parent.name}`;
  const gateway = around.gateways.get(id);
  if (!gateway) return notShown(route, parent, around);
  const named = gateway.listeners.filter((l) => isNamed(parent, l));
  if (named.length === 0) {
    return refuse(route, parent, { rule: 'GWA001', why: `Gateway ${id} has no ${which(parent)}` });
  }
  const fitting = named.filter((l) => fits(route, l));
  if (fitting.length === 0) {
    const why = `no such listener of Gateway ${id} takes a ${route.kind}: its protocol or allowedRoutes.kinds do not fit`;
    return refuse(route, parent, { rule: 'GWA007', why });
  }
  const from = around.namespaces.get(route.namespace) ?? impliedNamespace(route.namespace);
  const admitting = fitting.filter((l) => admits(l.admission, from, gateway.namespace));
  if (admitting.length === 0) return refuse(route, parent, { rule: 'GWA007', ...notAdmitted(id, from, fitting) });
  if (admitting.some((l) => hostnamesMeet(l.hostname, route.hostnames))) return { attached: true, findings: [] };
  const why = `none of its hostnames is one of a listener of Gateway ${id}`;
  return refuse(route, parent, { rule: 'GWA004', why });
}

function isNamed({ sectionName, port }: ParentRef, listener: Listener): boolean {
  return (sectionName === undefined || sectionName === listener.name) && (port === undefined || port === listener.port);
}

function which({ sectionName, port }: ParentRef): string {
  const name = sectionName === undefined ? '' : ` ${sectionName}`;
  return `listener${name}${port === undefined ? '' : ` on port ${port}`}`;
}

function fits({ row }: Route, { protocol, kinds }: Listener): boolean {
  return fitsProtocol(row, protocol) && (kinds === undefined || kinds.includes(row.kind));
}

/** Of a namespace that no manifest declares, only the name is known, and the others of its labels might admit it. */
function notAdmitted(
  gateway: string,
  { name, declared }: Namespace,
  listeners: readonly Listener[],
): Omit<Refusal, 'rule'> {
  const why = `allowedRoutes of Gateway ${gateway} does not admit namespace ${name}`;
  if (declared || listeners.every((l) => l.admission.from !== 'Selector')) return { why };
  return { why: `${why}, whose labels the bundle does not show`, severity: 'warning' };
}

interface Refusal {
  readonly rule: string;
  readonly why: string;
  readonly severity?: Severity;
}

function refuse(route: Route, parent: ParentRef, { rule, why, severity = 'error' }: Refusal): Attachment {
  const message = `it does not attach: ${why}`;
  return { attached: false, findings: [routeFinding(route, parent.origin, { rule, severity, message })] };
}

function notEvaluated(route: Route, { kind, origin }: ParentRef): Attachment {
  const message = `its parent is a ${kind}, which is not evaluated; it is taken as attached`;
  return { attached: true, findings: [routeFinding(route, origin, { rule: 'GWA001', severity: 'info', message })] };
}

/** A Gateway of the same name elsewhere makes it likely that the namespace was forgotten. */
function notShown(route: Route, { namespace, name, origin }: ParentRef, { homes }: Surroundings): Attachment {
  const home = homes.get(name);
  const hint = home === undefined ? '' : `. Did you mean the one of namespace ${home}?`;
  const message = `Gateway ${namespace}/${name} is not in the bundle; the route is taken as attached to it${hint}`;
  const severity = home === undefined ? 'info' : 'warning';
  const finding = routeFinding(route, origin, { rule: 'GWA001', severity, message });
  return { attached: true, findings: [{ ...finding, absent: true }] };
}
