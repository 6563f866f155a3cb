/** A service of which nothing is said but its name: what a container is when no option is given. */

import type { Origin } from '../../ingest/document.ts';
import type { Service } from '../service.ts';

export function blankService(name: string, origin: Origin): Service {
  return {
    name,
    origin,
    profiles: [],
    replicas: 1,
    networks: [],
    ports: [],
    publishAll: false,
    expose: [],
    depends_on: new Map(),
    environment: new Map(),
    volumes: [],
    configs: [],
    secrets: [],
    labels: new Map(),
    definition: {},
    links: [],
    external_links: [],
    extra_hosts: [],
    dns: [],
    dns_search: [],
    dns_opt: [],
    cap_add: [],
    cap_drop: [],
    security_opt: [],
    sysctls: new Map(),
    group_add: [],
    devices: [],
    device_cgroup_rules: [],
  };
}
