/**
 * The side of the main thread: one worker thread, which takes one call at a time. A thread that is lost, because its
 * memory or time ran out or because of a bug, costs the call it had and no other.
 */

import type { Worker } from 'node:worker_threads';
import type { SnapshotSource } from '../../../ingest/index.ts';
import { ProblemError, problem } from '../../../util/problem.ts';
import { BodySender, MessageStream } from './message-stream.ts';
import type { Answer, BodyPart, Call, FromThread, ToThread } from './messages.ts';

export interface Limits {
  readonly threadMegabytes: number;
  readonly callSeconds: number;
}

/** A call to be made. */
export interface Outgoing {
  readonly call: Call;
  /** The beginning of the body; null where there is none. */
  readonly held: Uint8Array | null;
  /** What follows it. */
  readonly rest?: ReadableStream<Uint8Array> | undefined;
}

export interface Incoming {
  readonly answer: Answer;
  readonly body: string | ReadableStream<Uint8Array>;
}

/** Why a thread is lost. */
export type Loss = 'memory' | 'time' | 'bug';

type Unnumbered<M> = M extends unknown ? Omit<M, 'number'> : never;

interface Current {
  readonly number: number;
  readonly answered: PromiseWithResolvers<Incoming>;
  readonly request: BodySender | undefined;
  /** The answer, where it is read part by part. */
  body?: MessageStream;
  readonly timer: NodeJS.Timeout;
  readonly ended: () => void;
}

export class Thread {
  /** Resolves when calls are taken. */
  readonly ready: Promise<void>;
  /** Resolves when the thread is gone, and why. */
  readonly lost: Promise<Loss>;
  readonly #worker: Worker;
  readonly #limits: Limits;
  readonly #snapshots: SnapshotSource | undefined;
  #number = 0;
  #current: Current | undefined;
  #timedOut = false;
  #isLost = false;

  constructor(worker: Worker, limits: Limits, snapshots?: SnapshotSource) {
    this.#worker = worker;
    this.#limits = limits;
    this.#snapshots = snapshots;
    const ready = Promise.withResolvers<void>();
    this.ready = ready.promise;
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') ready.resolve();
      else if (message.number === this.#current?.number) void this.#take(message, this.#current);
    });
    let loss: Loss = 'bug';
    worker.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') loss = 'memory';
    });
    this.lost = new Promise((resolve) => {
      worker.on('exit', () => {
        const why = this.#timedOut ? 'time' : loss;
        this.#isLost = true;
        this.#fail(why);
        resolve(why);
      });
    });
  }

  get isBusy(): boolean {
    return this.#current !== undefined;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Throws a `ProblemError` for an expected failure. `ended` is called once the thread is free again, or lost. */
  call({ call, held, rest }: Outgoing, ended: () => void): Promise<Incoming> {
    this.#number += 1;
    const answered = Promise.withResolvers<Incoming>();
    const timer = setTimeout(() => {
      this.#timedOut = true;
      void this.#worker.terminate();
    }, this.#limits.callSeconds * 1000);
    const request = rest && new BodySender(rest, (part) => this.#send(part));
    this.#current = { number: this.#number, answered, request, timer, ended };
    this.#send({ kind: 'call', call, held, more: rest !== undefined });
    return answered.promise;
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(message: Unnumbered<ToThread>): void {
    this.#worker.postMessage({ ...message, number: this.#number });
  }

  async #take(message: FromThread, current: Current): Promise<void> {
    switch (message.kind) {
      case 'pull':
        return current.request?.take(message);
      case 'lookup':
        return this.#send({ kind: 'snapshot', bytes: await this.#snapshots?.get(message.digest) });
      case 'problem':
        current.answered.reject(new ProblemError(message.problem));
        return this.#finish(current);
      case 'bug':
        current.answered.reject(Object.assign(new Error('a bug in a thread'), { name: message.name }));
        return this.#finish(current);
      case 'answer':
        return this.#answer(message.answer, message.text, current);
      case 'chunk':
      case 'end':
      case 'broken':
        return this.#part(message, current);
      case 'cancel':
      case 'ready':
        return undefined;
    }
  }

  #answer(answer: Answer, text: string | undefined, current: Current): void {
    if (text !== undefined) {
      current.answered.resolve({ answer, body: text });
      this.#finish(current);
      return;
    }
    current.body = new MessageStream((wish) => {
      if (this.#current === current) this.#send(wish);
    });
    current.answered.resolve({ answer, body: current.body.readable });
  }

  #part(part: BodyPart, current: Current): void {
    current.body?.take(part);
    if (part.kind !== 'chunk') this.#finish(current);
  }

  #finish({ timer, ended }: Current): void {
    clearTimeout(timer);
    this.#current = undefined;
    ended();
  }

  #fail(loss: Loss): void {
    const current = this.#current;
    if (!current) return;
    current.answered.reject(this.#failure(loss));
    current.body?.take({ kind: 'broken' });
    this.#finish(current);
  }

  #failure(loss: Loss): Error {
    const { threadMegabytes, callSeconds } = this.#limits;
    const advice = 'Ask for less: fewer files, or a part of the answer with `focus`.';
    switch (loss) {
      case 'memory': {
        const detail = `The analysis needs more than ${threadMegabytes} MB of memory. ${advice}`;
        return new ProblemError(
          problem('limit-exceeded', detail, { limit: 'threadMegabytes', maximum: threadMegabytes }),
        );
      }
      case 'time': {
        const detail = `The analysis, with its transfer, takes longer than ${callSeconds} seconds. ${advice}`;
        return new ProblemError(problem('limit-exceeded', detail, { limit: 'callSeconds', maximum: callSeconds }));
      }
      case 'bug':
        return Object.assign(new Error('a thread was lost'), { name: 'ThreadLost' });
    }
  }
}
