/**
 * A front end: a name that leads to endpoints at ports of theirs, such as a Service. Policies never see it; questions
 * about it are followed to what stands behind.
 */

import type { Protocol } from '../algebra/connection-set.ts';
import { ANY_PORT, type Peer, type Policy, type PortSpec } from './rule.ts';

/** Where one port of a front end leads. */
export interface Target {
  readonly to: Peer;
  /** Ports of the endpoint; a name is resolved there. */
  readonly ports: PortSpec;
}

export interface FrontPort {
  readonly port: number;
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly targets: readonly Target[];
}

export interface FrontEnd {
  /** `namespace/name[Service]`. */
  readonly id: string;
  readonly namespace: string;
  /** The names it resolves by anywhere in the cluster, the full one last. */
  readonly names: readonly string[];
  /** The name it resolves by in its own namespace. */
  readonly shortName: string;
  /**
   * What its name resolves to where that is the endpoints themselves: then the port that is dialled is the
   * endpoint's own, whatever ports the front end has.
   */
  readonly direct: readonly Peer[] | undefined;
  readonly ports: readonly FrontPort[];
  /** It stands for a name outside the cluster, not for endpoints. */
  readonly external: string | undefined;
  /** Why a port is shut that leads nowhere. Absent: nobody answers there, and to ask about it makes no sense. */
  readonly shut?: Shut;
}

export interface Shut {
  readonly text: string;
  /** What makes it so. */
  readonly policy?: Policy;
}

/** Everything a front end leads to. */
export function targetsOf({ ports, direct }: FrontEnd): Target[] {
  return [...ports.flatMap((p) => p.targets), ...(direct ?? []).map((to) => ({ to, ports: ANY_PORT }))];
}
