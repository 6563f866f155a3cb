/**
 * An endpoint: what a connection may start from or end at, as far as policies can tell it from others. Several pods
 * of one workload that no policy tells apart are one endpoint.
 */

import type { Addresses } from '../algebra/address-list.ts';
import type { Protocol } from '../algebra/connection-set.ts';
import type { Labels } from './labels.ts';

/** A port that has a name. Kubernetes resolves names at the destination pod, by name and protocol. */
export interface NamedPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
}

export interface Endpoint {
  /** Unique: the workload's id, followed by `#1`, `#2` … where policies tell its pods apart. */
  readonly id: string;
  /** `namespace/name[Kind]`. */
  readonly workload: string;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  /** What it is, where it is no workload: the host of the containers, or something beyond it. No file declares those. */
  readonly beyond?: 'host' | 'external';
  readonly labels: Labels;
  readonly namespaceLabels: Labels;
  /** In order of declaration; the first of a name and protocol is the one that counts. */
  readonly ports: readonly NamedPort[];
  /** The addresses the bundle shows; empty where it shows none, and then what a block of addresses matches is unknown. */
  readonly addresses: Addresses;
  /** Whether it shares its node's network, which puts it outside every selector of a Kubernetes policy. */
  readonly hostNetwork: boolean;
  /** Names of the pods it stands for, where the bundle shows them or the controller fixes them. */
  readonly pods: readonly string[];
}

/** The port number a name means at this endpoint; undefined where it means none. */
export function resolvePort(endpoint: Endpoint, protocol: Protocol, name: string): number | undefined {
  return endpoint.ports.find((p) => p.name === name && p.protocol === protocol)?.port;
}
