/**
 * The life of the process: configuration, threads, server, and an orderly end on SIGTERM and SIGINT. What keeps it from
 * starting is said on standard error, with what to do, and is the exit code 2.
 */

import type { MiddlewareHandler } from 'hono';
import { type SnapshotSource, setLimits } from '../../ingest/index.ts';
import type { AnalysisRunner } from '../../operations/ports.ts';
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts';
import { type Log, timedLog } from './log.ts';
import { observe } from './observe.ts';
import { type Platform, startPlatform } from './platform.ts';
import { HttpServer } from './server.ts';
import { ThreadGraphql } from './threads/thread-graphql.ts';
import { ThreadRunner } from './threads/thread-runner.ts';

const REFUSED = 2;

/** What the app is made with. */
export interface ServiceParts {
  readonly runner: AnalysisRunner;
  query(request: Request, requestId: string): Promise<Response>;
  readonly observe: MiddlewareHandler;
  readonly log: Log;
  readonly capacity: { readonly requests: number; readonly bytes: number };
  /** `GET /metrics`, unless it is configured away. */
  readonly routes: readonly { readonly path: string; readonly methods: readonly ['GET']; handle(): Response }[];
}

interface Service {
  fetch(request: Request, bindings?: object): Response | Promise<Response>;
}

export interface Program {
  readonly version: string;
  /** The file to run in threads. */
  readonly program: URL;
  readonly snapshots: SnapshotSource;
  /** Names of the variables of the environment that `service` reads. */
  readonly variables: readonly string[];
  /** Throws a `SettingsError` for an environment that it refuses. */
  service(environment: NodeJS.ProcessEnv): (parts: ServiceParts) => Service;
}

/** The media type of the text format, version 0.0.4. */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

function partsOf({ caller, metrics }: Platform, { settings }: Configuration, log: Log): ServiceParts {
  const headers = { 'content-type': METRICS_TYPE, 'cache-control': 'no-store' };
  const handle = () => new Response(metrics.text(), { headers });
  const graphql = new ThreadGraphql(caller);
  return {
    runner: new ThreadRunner(caller),
    query: (request, requestId) => graphql.fetch(request, requestId),
    observe: observe({ log, metrics }),
    log,
    // What fits is for the threads and their queue to say.
    capacity: { requests: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
    routes: settings.METRICS === 'on' ? [{ path: '/metrics', methods: ['GET'], handle }] : [],
  };
}

function refuse(cause: unknown, { settings }: Partial<Configuration>): never {
  if (!(cause instanceof Error)) throw cause;
  const { host, port } = settings?.LISTEN ?? {};
  if (cause instanceof ConfigurationError || cause.name === 'SettingsError') console.error(cause.message);
  else if ('code' in cause && 'syscall' in cause) {
    const what = `${host}:${port} cannot be listened at (${cause.code})`;
    console.error(`PORTOLAN_LISTEN: ${what}. Stop what uses it, or set another address.`);
  } else throw cause;
  process.exit(REFUSED);
}

/** The first signal drains, the second ends at once. */
function endOnSignals(server: HttpServer, platform: Platform, { seconds, log }: { seconds: number; log: Log }): void {
  const event = (event: string, more: object = {}) => log(JSON.stringify({ level: 'info', event, ...more }));
  let told = false;
  const end = async (signal: string) => {
    if (told) process.exit(1);
    told = true;
    event('draining', { signal });
    const drained = await server.drain(seconds);
    await platform.end();
    event('ended', { requests: drained ? 'whole' : 'cut' });
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
}

export async function runServer({ version, program, snapshots, variables, service }: Program): Promise<void> {
  const log = timedLog(process.stderr);
  let configuration: Configuration | undefined;
  try {
    configuration = readConfiguration(process.env, variables);
    const make = service(process.env);
    setLimits(configuration.limits);
    const platform = startPlatform({ configuration, version, program, snapshots, log });
    await platform.started();
    const { LISTEN, DRAIN_SECONDS } = configuration.settings;
    const app = make(partsOf(platform, configuration, log));
    const server = await HttpServer.start({ ...LISTEN, fetch: (request, bindings) => app.fetch(request, bindings) });
    endOnSignals(server, platform, { seconds: DRAIN_SECONDS, log });
    log(JSON.stringify({ level: 'info', event: 'listening', version, origin: server.origin }));
  } catch (cause) {
    refuse(cause, configuration ?? {});
  }
}
