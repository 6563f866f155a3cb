/**
 * Brings every value to the type the specification gives it. This is where the loader refuses what the schema lets
 * through.
 */

import {
  asText,
  boolean,
  command,
  count,
  type Decoder,
  duration,
  environment,
  given,
  integer,
  mapped,
  mode,
  numeric,
  size,
  test,
  texts,
  unsigned,
} from './decoders.ts';
import { decodeExtraHosts } from './extra-hosts.ts';
import { type MappingNode, mapChildren, type Node } from './node.ts';
import type { Report } from './report.ts';
import { type Rules, rulesOf, under } from './rules.ts';

const HOOKS = ['pre_start', 'post_start', 'pre_stop'].flatMap(
  (hook) =>
    [
      [`services.*.${hook}.*.command`, command],
      [`services.*.${hook}.*.environment`, environment],
      [`services.*.${hook}.*.privileged`, boolean],
      [`services.*.${hook}.*.per_replica`, boolean],
    ] as const,
);

const UPDATES = ['update_config', 'rollback_config'].flatMap(
  (update) =>
    [
      [`services.*.deploy.${update}.delay`, duration],
      [`services.*.deploy.${update}.monitor`, duration],
      [`services.*.deploy.${update}.parallelism`, unsigned],
    ] as const,
);

const RESOURCES = ['limits', 'reservations'].flatMap(
  (kind) =>
    [
      [`services.*.deploy.resources.${kind}.cpus`, numeric('float')],
      [`services.*.deploy.resources.${kind}.memory`, size],
      [`services.*.deploy.resources.${kind}.pids`, integer],
    ] as const,
);

const DECODERS: Rules<Decoder> = rulesOf<Decoder>({
  ...Object.fromEntries([...HOOKS, ...UPDATES, ...RESOURCES]),
  'services.*.annotations': mapped,
  'services.*.attach': boolean,
  'services.*.build.args': environment,
  'services.*.build.labels': mapped,
  'services.*.build.additional_contexts': mapped,
  'services.*.build.extra_hosts': decodeExtraHosts,
  'services.*.build.no_cache': boolean,
  'services.*.build.no_cache_filter': texts,
  'services.*.build.privileged': boolean,
  'services.*.build.pull': boolean,
  'services.*.build.secrets.*.mode': mode,
  'services.*.build.shm_size': size,
  'services.*.command': command,
  'services.*.configs.*.mode': mode,
  'services.*.cpus': numeric('float'),
  'services.*.deploy.labels': mapped,
  'services.*.deploy.resources.reservations.devices.*.count': count,
  'services.*.deploy.resources.reservations.devices.*.options': mapped,
  'services.*.deploy.restart_policy.delay': duration,
  'services.*.deploy.restart_policy.max_attempts': unsigned,
  'services.*.deploy.restart_policy.window': duration,
  'services.*.deploy.placement.max_replicas_per_node': unsigned,
  'services.*.develop.watch.*.exec.command': command,
  'services.*.develop.watch.*.exec.environment': environment,
  'services.*.develop.watch.*.initial_sync': boolean,
  'services.*.dns': texts,
  'services.*.dns_search': texts,
  'services.*.entrypoint': command,
  'services.*.env_file.*.required': boolean,
  'services.*.environment': environment,
  'services.*.expose': texts,
  'services.*.extra_hosts': decodeExtraHosts,
  'services.*.gpus.*.count': count,
  'services.*.gpus.*.options': mapped,
  'services.*.group_add': texts,
  'services.*.healthcheck.interval': duration,
  'services.*.healthcheck.retries': unsigned,
  'services.*.healthcheck.start_interval': duration,
  'services.*.healthcheck.start_period': duration,
  'services.*.healthcheck.test': test,
  'services.*.healthcheck.timeout': duration,
  'services.*.labels': mapped,
  'services.*.logging.options': mapped,
  'services.*.mem_limit': size,
  'services.*.mem_reservation': size,
  'services.*.mem_swappiness': size,
  'services.*.memswap_limit': size,
  'services.*.networks.*.driver_opts': mapped,
  'services.*.networks.*.gw_priority': integer,
  'services.*.networks.*.priority': integer,
  'services.*.ports.*.published': asText,
  'services.*.ports.*.target': unsigned,
  'services.*.pid': given,
  'services.*.secrets.*.mode': mode,
  'services.*.shm_size': size,
  'services.*.stop_grace_period': duration,
  'services.*.storage_opt': mapped,
  'services.*.sysctls': mapped,
  'services.*.tmpfs': texts,
  'services.*.use_api_socket': boolean,
  'services.*.volumes.*.bind.create_host_path': boolean,
  'services.*.volumes.*.tmpfs.size': size,
  'services.*.volumes.*.volume.labels': mapped,
  'networks.*.driver_opts': mapped,
  'networks.*.ipam.config.*.aux_addresses': mapped,
  'networks.*.ipam.options': mapped,
  'networks.*.labels': mapped,
  'volumes.*.driver_opts': mapped,
  'volumes.*.labels': mapped,
  'configs.*.driver_opts': mapped,
  'configs.*.labels': mapped,
  'secrets.*.driver_opts': mapped,
  'secrets.*.labels': mapped,
});

export function decode(model: MappingNode, report: Report): MappingNode {
  const decoded = walk(model, report, DECODERS);
  return decoded?.kind === 'mapping' ? decoded : model;
}

function walk(node: Node, report: Report, rules: Rules<Decoder> | undefined): Node | undefined {
  if (!rules) return node;
  if (rules.rule) return rules.rule(node, report);
  return mapChildren(node, (child, key) => walk(child, report, under(rules, key)));
}
