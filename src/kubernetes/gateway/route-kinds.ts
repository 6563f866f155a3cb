/**
 * The kinds of route, one row each: to which protocols of a listener they attach, and how they speak to their backends
 * (https://gateway-api.sigs.k8s.io/concepts/api-overview/#route-summary-table).
 */

import type { Protocol } from '../../algebra/connection-set.ts';

export interface RouteKind {
  readonly kind: string;
  readonly listeners: readonly string[];
  /** The protocol of the Service ports its backends name. */
  readonly protocol: Protocol;
  /** Whether it has `hostnames`, which must meet those of the listener. */
  readonly hostnames: boolean;
}

export const ROUTE_KINDS: readonly RouteKind[] = [
  { kind: 'HTTPRoute', listeners: ['HTTP', 'HTTPS'], protocol: 'TCP', hostnames: true },
  { kind: 'GRPCRoute', listeners: ['HTTP', 'HTTPS'], protocol: 'TCP', hostnames: true },
  { kind: 'TLSRoute', listeners: ['TLS'], protocol: 'TCP', hostnames: true },
  { kind: 'TCPRoute', listeners: ['TCP', 'TLS'], protocol: 'TCP', hostnames: false },
  { kind: 'UDPRoute', listeners: ['UDP'], protocol: 'UDP', hostnames: false },
];

/** Protocols a vendor defines carry its domain (`example.com/bar`); which routes they take is the vendor's to say. */
export function fitsProtocol(row: RouteKind, protocol: string): boolean {
  return row.listeners.includes(protocol) || protocol.includes('/');
}
