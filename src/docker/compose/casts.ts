/**
 * Texts that stand for booleans and numbers, as the loader casts them where the specification wants one: after
 * variables are filled in, so that `${REPLICAS}` may be a number (https://docs.docker.com/reference/compose-file/).
 */

import type { Scalar } from '../../ingest/scalar.ts';

export type Cast = 'boolean' | 'integer' | 'float';

export interface Casted {
  readonly value: Exclude<Scalar, null | string>;
  readonly float: boolean;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'y', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', 'n', 'no', 'off'].map((word) => [word, false] as const),
]);

/** What a cast wants, in words. */
export const CAST_NOUNS: Readonly<Record<Cast, string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  float: 'a number',
};

/** The value of a text under a cast; undefined where it does not fit. */
export function castText(text: string, cast: Cast): Casted | undefined {
  if (cast === 'boolean') {
    const value = BOOLEANS.get(text.toLowerCase());
    return value === undefined ? undefined : { value, float: false };
  }
  const fits = cast === 'integer' ? /^[-+]?[0-9]{1,19}$/ : /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
  const value = fits.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? { value, float: cast === 'float' } : undefined;
}

/** Where texts are cast while variables are filled in, before the schema is asked. */
export const EARLY_CASTS: Readonly<Record<string, Cast>> = {
  'services.*.cpu_count': 'integer',
  'services.*.cpu_percent': 'float',
  'services.*.cpu_period': 'integer',
  'services.*.cpu_quota': 'integer',
  'services.*.cpu_rt_period': 'integer',
  'services.*.cpu_rt_runtime': 'integer',
  'services.*.cpus': 'float',
  'services.*.cpu_shares': 'integer',
  'services.*.init': 'boolean',
  'services.*.depends_on.*.required': 'boolean',
  'services.*.depends_on.*.restart': 'boolean',
  'services.*.deploy.replicas': 'integer',
  'services.*.deploy.update_config.parallelism': 'integer',
  'services.*.deploy.update_config.max_failure_ratio': 'float',
  'services.*.deploy.rollback_config.parallelism': 'integer',
  'services.*.deploy.rollback_config.max_failure_ratio': 'float',
  'services.*.deploy.restart_policy.max_attempts': 'integer',
  'services.*.deploy.placement.max_replicas_per_node': 'integer',
  'services.*.healthcheck.retries': 'integer',
  'services.*.healthcheck.disable': 'boolean',
  'services.*.oom_kill_disable': 'boolean',
  'services.*.oom_score_adj': 'integer',
  'services.*.pids_limit': 'integer',
  'services.*.ports.[].target': 'integer',
  'services.*.privileged': 'boolean',
  'services.*.read_only': 'boolean',
  'services.*.scale': 'integer',
  'services.*.stdin_open': 'boolean',
  'services.*.tty': 'boolean',
  'services.*.ulimits.*': 'integer',
  'services.*.ulimits.*.hard': 'integer',
  'services.*.ulimits.*.soft': 'integer',
  'services.*.volumes.[].read_only': 'boolean',
  'services.*.volumes.[].volume.nocopy': 'boolean',
  'networks.*.external': 'boolean',
  'networks.*.internal': 'boolean',
  'networks.*.attachable': 'boolean',
  'networks.*.enable_ipv4': 'boolean',
  'networks.*.enable_ipv6': 'boolean',
  'volumes.*.external': 'boolean',
  'secrets.*.external': 'boolean',
  'configs.*.external': 'boolean',
};
