/**
 * How the service runs on a machine of one's own, from the environment of the process. Every setting is checked before
 * anything starts; a refused one says what it is, where it stands and what to do.
 */

import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { nearest } from '../../util/edit-distance.ts';
import { LIMIT_VARIABLES, type LimitValues, readLimits } from './limit-variables.ts';
import { refusedValue, whole } from './setting.ts';

const PREFIX = 'PORTOLAN_';
/** More threads than this help nobody, each having its own heap. */
const MOST_THREADS = 8;

const ADDRESS = /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<host>[^:[\]\s]+)):(?<port>\d{1,5})$/i;

const listen = z
  .string()
  .regex(ADDRESS, 'an address and a port, such as 127.0.0.1:8787 or [::]:8787')
  .transform((text) => {
    const { v6, host = '', port } = ADDRESS.exec(text)?.groups ?? {};
    return { host: v6 ?? host, port: Number(port) };
  })
  .refine(({ port }) => port <= 65_535, 'a port from 0 to 65535');

/** Every setting, with its default in words of the environment. */
const settings = z.strictObject({
  LISTEN: listen.prefault('127.0.0.1:8787').describe('Where the service listens.'),
  THREADS: whole(1, 256)
    .prefault(String(Math.min(availableParallelism(), MOST_THREADS)))
    .describe('Worker threads that analyse; two or more, so that a large request leaves one for the others.'),
  THREAD_MEGABYTES: whole(32, 65_536).prefault('512').describe('The heap of each thread.'),
  CALL_SECONDS: whole(1, 3_600).prefault('120').describe('How long one request may keep a thread.'),
  QUEUE: whole(0, 100_000).prefault('64').describe('Requests that wait for a thread; the next is answered 503.'),
  QUEUE_SECONDS: whole(1, 3_600).prefault('10').describe('How long one of them waits before it is answered 503.'),
  HELD_MEGABYTES: whole(1, 65_536).prefault('256').describe('Uploads held until a thread takes them, together.'),
  DRAIN_SECONDS: whole(0, 3_600).prefault('25').describe('How long requests have to end once the process is told to.'),
  METRICS: z.enum(['on', 'off'], 'on or off').prefault('on').describe('Whether GET /metrics answers.'),
});

export type Settings = z.infer<typeof settings>;

export interface Configuration {
  readonly settings: Settings;
  readonly limits: LimitValues;
}

/** What is wrong with an environment, one line for each fault. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Set by Kubernetes for a Service called `portolan`, and by the command line for itself
 * (https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables).
 */
const NOT_OURS = /^PORTOLAN_(?:TOKEN$|SERVICE_|PORT(?:_|$))/;

function unknown(name: string, others: readonly string[]): string {
  const own = (variable: string) => variable.slice(PREFIX.length);
  const known = [...Object.keys(settings.shape), ...[...others, ...LIMIT_VARIABLES].map(own)];
  const near = nearest(own(name), known);
  const hint =
    near === undefined ? `There are ${known.map((key) => PREFIX + key).join(', ')}.` : `Did you mean ${PREFIX}${near}?`;
  return `${name}: there is no such setting. ${hint}`;
}

/**
 * `others` are variables that are read elsewhere. Throws a `ConfigurationError` that names every setting that is refused.
 */
export function readConfiguration(environment: Environment, others: readonly string[] = []): Configuration {
  const given: Record<string, string> = {};
  const { limits, faults: refusedLimits } = readLimits(environment);
  const faults = [...refusedLimits];
  const known = [...others, ...LIMIT_VARIABLES];
  for (const [name, value] of Object.entries(environment)) {
    // An empty variable is one that was meant to be unset.
    if (!name.startsWith(PREFIX) || NOT_OURS.test(name) || known.includes(name) || !value) continue;
    const key = name.slice(PREFIX.length);
    if (Object.hasOwn(settings.shape, key)) given[key] = value;
    else faults.push(unknown(name, others));
  }
  const read = settings.safeParse(given);
  for (const { path, message } of read.error?.issues ?? []) {
    faults.push(refusedValue(`${PREFIX}${String(path[0])}`, given[String(path[0])] ?? '', message));
  }
  if (read.success) faults.push(...exposure(environment, read.data));
  if (read.success && faults.length === 0) return { settings: read.data, limits };
  throw new ConfigurationError(faults.join('\n'));
}

/** Where only requests to localhost are let in, the name they ask by proves nothing once others can connect. */
function exposure(environment: Environment, { LISTEN: { host } }: Settings): string[] {
  const ways = (environment['PORTOLAN_ACCESS'] || 'loopback').split(/[\s,]+/);
  if (/^(?:127\.|::1$|localhost$)/.test(host) || !ways.includes('loopback')) return [];
  const remedy = 'Set PORTOLAN_ACCESS to keys, oidc or cloudflare-access; or to none, to let everybody in.';
  return [`PORTOLAN_LISTEN: others can connect to ${host}, and no way of access is configured for them. ${remedy}`];
}

/** Every setting with its default and meaning, for documentation. */
export function describeSettings(): readonly { readonly name: string; readonly what: string }[] {
  return Object.entries(settings.shape).map(([key, schema]) => ({
    name: PREFIX + key,
    what: schema.description ?? '',
  }));
}
