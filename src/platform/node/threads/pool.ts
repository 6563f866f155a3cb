/**
 * The worker threads and who waits for one. The queue is short and waiting has an end: a service that cannot keep up
 * says so while its clients still listen, and is itself again as soon as they come slower.
 */

import { ProblemError, problem } from '../../../util/problem.ts';
import type { Incoming, Loss, Outgoing, Thread } from './thread.ts';

export interface PoolOptions {
  readonly threads: number;
  /** So many calls wait for a thread; the next is told to come again. */
  readonly queue: number;
  /** So long one waits at most. */
  readonly queueSeconds: number;
  start(): Thread;
  /** Told of every thread that is lost. */
  readonly lost?: (loss: Loss) => void;
}

/** A thread that cannot even start is not started again and again without a pause. */
const RESTART_MS = 200;

interface Waiting {
  readonly thread: PromiseWithResolvers<Thread>;
  readonly timer: NodeJS.Timeout;
}

function busy(): ProblemError {
  return new ProblemError(problem('busy', 'More is being asked than can be answered now. Send it again in a moment.'));
}

export class ThreadPool {
  readonly #options: PoolOptions;
  readonly #idle: Thread[] = [];
  readonly #all = new Set<Thread>();
  readonly #queue: Waiting[] = [];
  #ended = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    for (let n = 0; n < options.threads; n++) this.#add();
  }

  /** Makes a call on the next thread that is free. Throws the `busy` problem where too many wait. */
  async call(outgoing: Outgoing, ended: () => void): Promise<Incoming> {
    const thread = await this.#take();
    return thread.call(outgoing, () => {
      this.#free(thread);
      ended();
    });
  }

  /** Resolves when all of the first threads take calls; rejects where one cannot even start. */
  async started(): Promise<void> {
    const lost = async (thread: Thread) => {
      throw new Error(`a thread cannot start (${await thread.lost})`);
    };
    await Promise.all([...this.#all].map((thread) => Promise.race([thread.ready, lost(thread)])));
  }

  /** How it stands, for metrics. */
  state(): { readonly busy: number; readonly idle: number; readonly waiting: number } {
    const busy = [...this.#all].filter((thread) => thread.isBusy).length;
    return { busy, idle: this.#idle.length, waiting: this.#queue.length };
  }

  async end(): Promise<void> {
    this.#ended = true;
    for (const waiting of this.#queue.splice(0)) this.#refuse(waiting);
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  async #take(): Promise<Thread> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const { queue, queueSeconds } = this.#options;
    if (this.#ended || this.#queue.length >= queue) throw busy();
    const thread = Promise.withResolvers<Thread>();
    const waiting = { thread, timer: setTimeout(() => this.#giveUp(waiting), queueSeconds * 1000) };
    this.#queue.push(waiting);
    return thread.promise;
  }

  #giveUp(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting);
    if (at >= 0) this.#queue.splice(at, 1);
    this.#refuse(waiting);
  }

  #refuse({ thread, timer }: Waiting): void {
    clearTimeout(timer);
    thread.reject(busy());
  }

  #free(thread: Thread): void {
    if (thread.isLost) return;
    const waiting = this.#queue.shift();
    if (!waiting) {
      this.#idle.push(thread);
      return;
    }
    clearTimeout(waiting.timer);
    waiting.thread.resolve(thread);
  }

  #add(): void {
    const thread = this.#options.start();
    this.#all.add(thread);
    void thread.lost.then((loss) => this.#replace(thread, loss));
    void thread.ready.then(() => this.#free(thread));
  }

  #replace(thread: Thread, loss: Loss): void {
    this.#all.delete(thread);
    const at = this.#idle.indexOf(thread);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#ended) return;
    this.#options.lost?.(loss);
    setTimeout(() => this.#ended || this.#add(), RESTART_MS).unref();
  }
}
