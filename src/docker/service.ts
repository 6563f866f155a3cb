/**
 * A service of a project: every container of it is alike. The attributes that bear on networks, names and privileges
 * are typed here in their canonical form; the rest of its definition stays as the specification has it
 * (https://docs.docker.com/reference/compose-file/services/).
 */

import type { JsonObject, JsonValue, Origin } from '../ingest/document.ts';
import type { Attachment } from './network.ts';
import type { NetworkMode } from './network-mode.ts';
import type { Placed } from './placed.ts';
import type { PublishedPort } from './port.ts';

export interface Service extends Names, Privileges {
  readonly name: string;
  readonly origin: Origin;
  /**
   * Absent: Compose, which lets it answer to its key and names its containers `<project>-<key>-<n>`. A container made
   * by hand has no name but those written here; of a swarm service the key is one, and its ports are the swarm's.
   */
  readonly made_by?: 'docker run' | 'docker service create';
  readonly image?: string;
  readonly build?: JsonValue;
  readonly profiles: readonly string[];
  /** How many containers: `scale`, else `deploy.replicas`, else 1. May be 0. */
  readonly replicas: number;
  readonly deploy?: JsonObject;

  /** Absent: it joins `networks`. */
  readonly network_mode?: Placed<NetworkMode>;
  /** Empty where `network_mode` is given. In the order of their keys. */
  readonly networks: readonly Attachment[];
  readonly ports: readonly PublishedPort[];
  /** All exposed ports are published on free host ports (`docker run -P`). */
  readonly publishAll: boolean;
  /** `80`, `8000-8010/udp`: documentation, and what `publishAll` and old links read. */
  readonly expose: readonly Placed<string>[];
  readonly depends_on: ReadonlyMap<string, Dependency>;

  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment: ReadonlyMap<string, Variable>;
  readonly volumes: readonly Mount[];
  readonly configs: readonly Grant[];
  readonly secrets: readonly Grant[];
  readonly healthcheck?: JsonObject;
  readonly labels: ReadonlyMap<string, string>;
  readonly restart?: string;
  readonly init?: boolean;
  readonly stop_grace_period?: string;
  /** The whole canonical definition, for what is not typed here. */
  readonly definition: JsonObject;
}

/** What a service is called, and what it knows other names by. */
export interface Names {
  readonly container_name?: Placed<string>;
  readonly hostname?: Placed<string>;
  readonly domainname?: Placed<string>;
  readonly links: readonly Link[];
  /** `NAME` or `NAME:ALIAS` of containers outside the project; `service` is the container's name. */
  readonly external_links: readonly Link[];
  readonly extra_hosts: readonly ExtraHost[];
  readonly dns: readonly Placed<string>[];
  readonly dns_search: readonly Placed<string>[];
  readonly dns_opt: readonly Placed<string>[];
}

/** What may defeat the isolation of a container. */
export interface Privileges {
  readonly privileged?: Placed<boolean>;
  readonly cap_add: readonly Placed<string>[];
  readonly cap_drop: readonly Placed<string>[];
  readonly security_opt: readonly Placed<string>[];
  readonly sysctls: ReadonlyMap<string, Placed<string>>;
  readonly user?: Placed<string>;
  readonly group_add: readonly Placed<string>[];
  readonly userns_mode?: Placed<string>;
  readonly pid?: Placed<string>;
  readonly ipc?: Placed<string>;
  readonly uts?: Placed<string>;
  readonly cgroup?: Placed<string>;
  readonly read_only?: Placed<boolean>;
  readonly devices: readonly Placed<JsonValue>[];
  readonly device_cgroup_rules: readonly Placed<string>[];
  readonly use_api_socket?: Placed<boolean>;
}

/** Its value is the user's secret: never show it. null: taken from where the project is started. */
export interface Variable extends Placed<string | null> {
  /** The value came out of another variable, or out of a file of variables. */
  readonly filled?: true;
}

export interface Link {
  readonly origin: Origin;
  readonly service: string;
  readonly alias: string;
}

/** `address` as it was written: an IP address, or `host-gateway`. */
export interface ExtraHost {
  readonly origin: Origin;
  readonly host: string;
  readonly address: string;
}

export interface Dependency {
  readonly origin: Origin;
  readonly condition: string;
  readonly required: boolean;
  readonly restart: boolean;
}

/** A volume, bind mount or tmpfs in long form. */
export interface Mount {
  readonly origin: Origin;
  readonly type: string;
  /** The key of a volume, or a path of the host. */
  readonly source?: string;
  readonly target: string;
  readonly read_only: boolean;
  readonly definition: JsonObject;
}

/** A config or a secret that a service may read. */
export interface Grant {
  readonly origin: Origin;
  readonly source: string;
  readonly target?: string;
  readonly definition: JsonObject;
}
