/**
 * A published port in long form. Ranges are taken apart as the Compose loader does; only a host range for a single
 * container port stays one, and means "any free port of it".
 */

import type { Origin } from '../ingest/document.ts';

export interface PublishedPort {
  readonly origin: Origin;
  readonly name?: string;
  /** The container's own port. */
  readonly target: number;
  /** In lower case: `tcp`, `udp` or `sctp`, or whatever else was written, which the engine refuses. */
  readonly protocol: string;
  readonly app_protocol?: string;
  /** `ingress` or `host`; they differ in a swarm only. */
  readonly mode: string;
  /** The host's address; absent: the gateway network's `host_binding_ipv4`, else every address. */
  readonly host_ip?: string;
  /** Absent: a free port of the engine's choice. */
  readonly published?: HostPorts;
}

/** One port where `first` is `last`; else any free one of the range. */
export interface HostPorts {
  readonly first: number;
  readonly last: number;
}
