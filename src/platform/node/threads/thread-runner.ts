/** Runs tasks and queries in worker threads: the main thread only carries bytes, and stays free to answer. */

import type { AnalysisRunner, Task, TaskWatch, Written } from '../../../operations/ports.ts';
import type { HeldBodies } from './held-bodies.ts';
import type { Answer, Call } from './messages.ts';
import type { ThreadPool } from './pool.ts';
import type { Incoming } from './thread.ts';

type AnswerTo<Kind extends Call['kind']> = Incoming & { readonly answer: Extract<Answer, { kind: Kind }> };

interface Asked<Kind extends Call['kind']> {
  readonly call: Extract<Call, { kind: Kind }>;
  readonly body: ReadableStream<Uint8Array> | null;
}

function isAnswerTo<Kind extends Call['kind']>(kind: Kind, incoming: Incoming): incoming is AnswerTo<Kind> {
  return incoming.answer.kind === kind;
}

export class ThreadCaller {
  readonly #pool: ThreadPool;
  readonly #bodies: HeldBodies;

  constructor(pool: ThreadPool, bodies: HeldBodies) {
    this.#pool = pool;
    this.#bodies = bodies;
  }

  /** Where this throws, the watch is not told of the end. */
  async call<Kind extends Call['kind']>({ call, body }: Asked<Kind>, watch: TaskWatch): Promise<AnswerTo<Kind>> {
    const { release, ...held } = await this.#bodies.hold(body, (bytes) => watch.count(bytes));
    try {
      const incoming = await this.#pool.call({ call, ...held }, () => watch.end());
      if (isAnswerTo<Kind>(call.kind, incoming)) return incoming;
      throw new TypeError('a thread answered something else than it was asked');
    } finally {
      release();
    }
  }
}

export class ThreadRunner implements AnalysisRunner {
  readonly #caller: ThreadCaller;

  constructor(caller: ThreadCaller) {
    this.#caller = caller;
  }

  async run({ operation, format, body, ...task }: Task, watch: TaskWatch): Promise<Written> {
    const call = { ...task, kind: 'operation', operation: operation.id, format: format.name } as const;
    const { answer, body: written } = await this.#caller.call({ call, body }, watch);
    const { kind: _, ...about } = answer;
    return { ...about, body: written };
  }
}
