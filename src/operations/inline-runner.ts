/** Runs a task where it is asked for: reads the body while it arrives, and writes the answer while it is computed. */

import { LIMITS, receiveBody, type SnapshotSource } from '../ingest/index.ts';
import { bodyOf } from '../render/body-stream.ts';
import type { Chunk } from '../render/chunk.ts';
import { digest as digestOfTexts } from '../util/digest.ts';
import { dependencies } from './analyse.ts';
import { AnalysisCache } from './analysis-cache.ts';
import { bundleBytes, digested } from './bundle-digest.ts';
import { entityTag, hasTag } from './entity-tag.ts';
import { trippedGates, withGate } from './gate.ts';
import { type GivenOptions, readOptions } from './given-options.ts';
import { type Measure, Stopwatch } from './measures.ts';
import type { Operation } from './operation.ts';
import { type OptionSchemas, optionSchemas } from './option-values.ts';
import type { AnalysisRunner, Task, TaskWatch, Written } from './ports.ts';
import { type Brought, beginOperation, runOperation } from './run.ts';

/** What a task brought, with its options read. */
interface Received {
  readonly brought: Brought;
  readonly input: unknown;
}

interface Named extends Received {
  /** What its analysis is called in the cache. */
  readonly name: string | undefined;
}

interface Answered extends Pick<Written, 'tripped' | 'body'> {
  readonly counts: readonly Measure[];
}

export class InlineRunner implements AnalysisRunner {
  readonly #schemas: ReadonlyMap<Operation, OptionSchemas>;
  readonly #cache = new AnalysisCache();
  readonly #snapshots: SnapshotSource | undefined;

  /** Without `snapshots`, a body that names one is refused. */
  constructor(operations: readonly Operation[], snapshots?: SnapshotSource) {
    this.#schemas = new Map(operations.map((operation) => [operation, optionSchemas(operation.input)]));
    this.#snapshots = snapshots;
  }

  async run(task: Task, watch: TaskWatch): Promise<Written> {
    const { gates, identity = '', known = '' } = task;
    const stopwatch = new Stopwatch();
    const received = await this.#receive(task, watch);
    const digest = await digestOf(received.brought);
    const etag = digest === undefined ? undefined : await entityTag(digest, received.input, identity);
    const read = stopwatch.step('read');
    // A report that trips a gate is told by its status, which 304 would hide.
    if (etag !== undefined && gates.length === 0 && hasTag(known, etag)) {
      watch.end();
      return { tripped: [], body: '', etag, unchanged: true, measures: [read] };
    }
    const { tripped, body, counts } = this.#answer(task, watch, {
      ...received,
      name: await nameOf(task, received, digest),
    });
    const files = { name: 'files', count: received.brought.bundle.files.length } as const;
    const measures = [read, stopwatch.step('answer'), files, ...counts];
    return { tripped, body, measures, ...(etag === undefined || tripped.length > 0 ? {} : { etag }) };
  }

  async #receive(task: Task, watch: TaskWatch): Promise<Received> {
    const { operation, query } = task;
    const schemas = this.#schemas.get(operation) ?? optionSchemas(operation.input);
    const inputOf = (given: GivenOptions) => readOptions(operation.input, { query, body: given }, schemas);
    const { options, ...brought } = await receiveBody(task, {
      begin: beginOperation(operation, () => inputOf({})),
      counted: (bytes) => watch.count(bytes),
      snapshots: this.#snapshots,
    });
    return { brought, input: inputOf(options) };
  }

  #answer({ operation, format, gates }: Task, watch: TaskWatch, given: Named): Answered {
    const loan = this.#cache.loan(given.name);
    const answer = runOperation(operation, given.brought, { input: given.input, instead: loan.take });
    const tripped = trippedGates(answer, gates);
    const body = bodyOf(settled(format.write(withGate(answer, tripped)), loan.giveBack), () => watch.end());
    return { tripped, body, counts: loan.measures };
  }
}

/** Options may hold the values of variables, which no name repeats. */
async function nameOf(
  { operation }: Task,
  { input }: Received,
  digest: string | undefined,
): Promise<string | undefined> {
  if (digest === undefined || operation.takes === 'pair') return undefined;
  return digestOfTexts([digest, dependencies(input, operation.keepsObjects === true)]);
}

/** The same chunks; `settle` is called where all of them were written. */
function* settled(text: string | Iterable<Chunk>, settle: () => void): Generator<Chunk> {
  if (typeof text === 'string') yield text;
  else yield* text;
  settle();
}

/** None for a body that was read while it arrived, and for those that are too long to be worth it. */
async function digestOf({ bundle, streamed }: Brought): Promise<string | undefined> {
  if (streamed || bundleBytes(bundle) > LIMITS.cachedBytes.value) return undefined;
  return (await digested(bundle)).digest;
}
