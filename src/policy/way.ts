/**
 * A way: one manner of getting from one end to another, with the policies that watch it. What can be reached is the
 * union over all ways.
 */

import type { Origin } from '../ingest/document.ts';
import type { Peer, PortSpec } from './rule.ts';
import type { PolicyStack } from './stack.ts';

/** An object that lets traffic through, as its author named it. */
export interface OpenedBy {
  readonly kind: string;
  /** Absent for what belongs to no namespace. */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly origin: Origin;
}

export type OpeningKind = 'ingress' | 'route' | 'gateway' | 'node-port' | 'load-balancer' | 'external-ip';

/** Something that leads to endpoints, at ports of theirs. */
export interface Opening {
  readonly via: OpeningKind;
  /** The Service port it goes through, as `namespace/name:port`. */
  readonly at: string;
  readonly to: Peer;
  readonly ports: PortSpec;
  readonly by: OpenedBy;
  /** Whether the pod may see the address of a node in place of the client's. */
  readonly hidesSource: boolean;
}

/**
 * How a container of Docker is reached: at an address of its own, at a port of the host that is published, at one of
 * the host's loopback address; and how what is no container is: a process of the host, and what lies outside.
 */
export type DockerManner = 'direct' | 'published' | 'loopback' | 'host-process' | 'egress';

export type Way =
  /** Straight to the destination's own address and port. */
  | { readonly via: 'pod'; readonly stack: PolicyStack }
  | { readonly via: DockerManner; readonly stack: PolicyStack }
  /** From an entry controller, to what the openings lead to. */
  | { readonly via: 'entry'; readonly stack: PolicyStack; readonly openings: readonly Opening[] };
