/** The parts of the platform put together: threads, figures, log and server, from a configuration. */

import { Worker } from 'node:worker_threads';
import type { SnapshotSource } from '../../ingest/index.ts';
import { LIMITS } from '../../ingest/index.ts';
import type { Configuration } from './configuration.ts';
import type { Log } from './log.ts';
import { type Gauge, Metrics } from './metrics.ts';
import { HeldBodies } from './threads/held-bodies.ts';
import { ThreadPool } from './threads/pool.ts';
import { type Loss, Thread } from './threads/thread.ts';
import { ThreadCaller } from './threads/thread-runner.ts';

const MEGABYTE = 1024 * 1024;
/** Beside the heap proper, for values that die young: parsing makes many of them. */
const YOUNG_MEGABYTES = 64;
/** Twice Node's own: readers of documents may recurse as deep as they nest. */
const STACK_MEGABYTES = 8;

export interface PlatformOptions {
  readonly configuration: Configuration;
  readonly version: string;
  /** The program whose threads these are, which finds `limits` in its `workerData`. */
  readonly program: URL;
  readonly snapshots: SnapshotSource;
  readonly log: Log;
}

export interface Platform {
  readonly caller: ThreadCaller;
  readonly metrics: Metrics;
  /** Resolves when the threads take calls. */
  started(): Promise<void>;
  end(): Promise<void>;
}

function startThread({ configuration, program, snapshots }: PlatformOptions): Thread {
  const { settings, limits } = configuration;
  const worker = new Worker(program, {
    workerData: { limits },
    resourceLimits: {
      maxOldGenerationSizeMb: settings.THREAD_MEGABYTES,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      stackSizeMb: STACK_MEGABYTES,
    },
  });
  return new Thread(
    worker,
    { threadMegabytes: settings.THREAD_MEGABYTES, callSeconds: settings.CALL_SECONDS },
    snapshots,
  );
}

function gauges(pool: ThreadPool, losses: ReadonlyMap<Loss, number>, version: string): readonly Gauge[] {
  const started = Date.now() / 1000 - process.uptime();
  return [
    {
      name: 'portolan_threads',
      help: 'Worker threads by what they do.',
      values: () => [
        ['state="busy"', pool.state().busy],
        ['state="idle"', pool.state().idle],
      ],
    },
    {
      name: 'portolan_queue_length',
      help: 'Requests waiting for a thread.',
      values: () => [['', pool.state().waiting]],
    },
    {
      name: 'portolan_threads_lost_total',
      help: 'Threads that were lost, and started anew, by reason.',
      type: 'counter',
      values: () => [...losses].map(([loss, count]) => [`reason="${loss}"`, count] as const),
    },
    { name: 'portolan_build_info', help: 'Always 1.', values: () => [[`version="${version}"`, 1]] },
    { name: 'process_start_time_seconds', help: 'Unix time.', values: () => [['', started]] },
    {
      name: 'process_cpu_seconds_total',
      help: 'User and system time of all threads.',
      type: 'counter',
      values: () => [['', (process.cpuUsage().user + process.cpuUsage().system) / 1_000_000]],
    },
    { name: 'process_resident_memory_bytes', help: 'Of all threads.', values: () => [['', process.memoryUsage.rss()]] },
  ];
}

export function startPlatform(options: PlatformOptions): Platform {
  const { settings } = options.configuration;
  const losses = new Map<Loss, number>([
    ['memory', 0],
    ['time', 0],
    ['bug', 0],
  ]);
  const pool = new ThreadPool({
    threads: settings.THREADS,
    queue: settings.QUEUE,
    queueSeconds: settings.QUEUE_SECONDS,
    start: () => startThread(options),
    lost(loss) {
      losses.set(loss, (losses.get(loss) ?? 0) + 1);
      options.log(JSON.stringify({ level: loss === 'bug' ? 'error' : 'warn', event: 'thread-lost', reason: loss }));
    },
  });
  const held = { each: LIMITS.largeRequestBytes.value, together: settings.HELD_MEGABYTES * MEGABYTE };
  return {
    caller: new ThreadCaller(pool, new HeldBodies(held)),
    metrics: new Metrics(gauges(pool, losses, options.version)),
    started: () => pool.started(),
    end: () => pool.end(),
  };
}
