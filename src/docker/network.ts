/**
 * A network of a project, and what a service may say where it joins one. A network is known to the engine by its real
 * name: two keys with one name are one network, also across projects; `bridge`, `host` and `none` are the engine's own
 * (https://docs.docker.com/reference/compose-file/networks/).
 */

import type { Origin } from '../ingest/document.ts';
import type { Placed } from './placed.ts';

export interface Network {
  /** The key that services join it by. */
  readonly key: string;
  /** The real name: `name`, the key of an external one, else `<project>_<key>`. */
  readonly name: string;
  /** The entry that defines it; of a `default` that no file defines, the project's `services`. */
  readonly origin: Origin;
  /** It exists outside the project, so nothing else of it is known unless it is shown. */
  readonly external: boolean;
  /** Absent: the engine's choice, `bridge`. */
  readonly driver?: Placed<string>;
  readonly driver_opts: ReadonlyMap<string, Placed<string>>;
  readonly internal?: Placed<boolean>;
  readonly attachable?: Placed<boolean>;
  readonly enable_ipv4?: Placed<boolean>;
  readonly enable_ipv6?: Placed<boolean>;
  readonly ipam: Ipam;
  readonly labels: ReadonlyMap<string, string>;
}

export interface Ipam {
  readonly driver?: Placed<string>;
  readonly options: ReadonlyMap<string, Placed<string>>;
  readonly config: readonly IpamPool[];
}

/** Addresses as they were written; what is not one is a finding. */
export interface IpamPool {
  readonly origin: Origin;
  readonly subnet?: Placed<string>;
  readonly ip_range?: Placed<string>;
  readonly gateway?: Placed<string>;
  readonly aux_addresses: ReadonlyMap<string, Placed<string>>;
}

/** A service's membership of one network. */
export interface Attachment {
  /** Key of the network in its project. */
  readonly network: string;
  /** The entry that joins it; where the membership is implied, the service. */
  readonly origin: Origin;
  readonly aliases: readonly Placed<string>[];
  readonly ipv4_address?: Placed<string>;
  readonly ipv6_address?: Placed<string>;
  readonly link_local_ips: readonly Placed<string>[];
  readonly mac_address?: Placed<string>;
  readonly interface_name?: Placed<string>;
  readonly driver_opts: ReadonlyMap<string, Placed<string>>;
  /** Order of connecting; 0 where nothing is said. It never decides the gateway. */
  readonly priority: number;
  /** The highest one is the default gateway; 0 where nothing is said. */
  readonly gw_priority: Placed<number>;
}
