/**
 * Rules, the one thing that every dialect compiles to: this subject, in this direction, towards these peers, on these
 * ports, is allowed, denied or passed on.
 */

import type { AddressSet } from '../algebra/address-set.ts';
import { ALL, type ConnectionSet, type Protocol } from '../algebra/connection-set.ts';
import type { Origin } from '../ingest/document.ts';
import type { Selector } from './selector.ts';

export type Direction = 'ingress' | 'egress';
export type Action = 'allow' | 'deny' | 'pass';

/** Who is at the other end. */
export type Peer =
  | { readonly kind: 'any' }
  | { readonly kind: 'endpoints'; readonly selector: Selector }
  /** Outside addresses in the set, and with `endpoints` also the endpoints that have one of them. */
  | { readonly kind: 'addresses'; readonly set: AddressSet; readonly endpoints: boolean }
  /** It cannot be told from the bundle whether the rule means a peer: anyone, or those `within` a selector or outside. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly within?: Selector | 'outside' };

/** Which packets: a set of connections, and ports by name, which the destination resolves. */
export interface PortSpec {
  readonly numbers: ConnectionSet;
  readonly names: readonly PortName[];
  /** Written with `endPort`. It tells no ports apart, and is kept because not every network plugin reads it. */
  readonly endPort?: true;
}

export interface PortName {
  readonly name: string;
  readonly protocol: Protocol;
}

export const ANY_PORT: PortSpec = { numbers: ALL, names: [] };

export interface Rule {
  readonly subject: Selector;
  readonly direction: Direction;
  /** United: the rule matches what any of them matches. An empty list matches nothing. */
  readonly peers: readonly Peer[];
  readonly ports: PortSpec;
  readonly action: Action;
  /** The position in the policy's own list of this direction, from 0, as its author counts. */
  readonly index: number;
  readonly origin: Origin;
}

/** A policy as its author wrote it; `rules` in the order that decides where the order matters. */
export interface Policy {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly origin: Origin;
  readonly rules: readonly Rule[];
  /** What it means, as a sentence without its full stop, where its rules do not say it by themselves. */
  readonly text?: string;
}
