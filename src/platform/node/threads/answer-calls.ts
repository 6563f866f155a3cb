/** The side of a worker thread: takes one call after another, and answers each with what `handle` makes of it. */

import type { MessagePort } from 'node:worker_threads';
import type { SnapshotSource } from '../../../ingest/index.ts';
import { ProblemError } from '../../../util/problem.ts';
import { BodySender, MessageStream } from './message-stream.ts';
import type { Answer, Begin, Call, FromThread, ToThread } from './messages.ts';

export interface Handled {
  readonly answer: Answer;
  readonly body: string | ReadableStream<Uint8Array>;
}

export type Handle = (call: Call, body: ReadableStream<Uint8Array> | null) => Promise<Handled>;

type Unnumbered<M> = M extends unknown ? Omit<M, 'number'> : never;
type Send = (message: Unnumbered<FromThread>) => void;

/** One call, from its beginning until its answer has been read. */
class CallHere {
  readonly number: number;
  readonly #send: Send;
  #request: MessageStream | undefined;
  #answer: BodySender | undefined;
  #lookup: PromiseWithResolvers<Uint8Array | undefined> | undefined;

  constructor(number: number, port: MessagePort) {
    this.number = number;
    this.#send = (message) => port.postMessage({ ...message, number });
  }

  async run({ call, held, more }: Begin, handle: Handle): Promise<void> {
    try {
      const { answer, body } = await handle(call, this.#body(held, more));
      if (typeof body === 'string') {
        this.#send({ kind: 'answer', answer, text: body });
        return;
      }
      this.#answer = new BodySender(body, this.#send);
      this.#send({ kind: 'answer', answer });
    } catch (cause) {
      if (cause instanceof ProblemError) this.#send({ kind: 'problem', problem: cause.problem });
      else this.#send({ kind: 'bug', name: cause instanceof Error ? cause.name : 'Error' });
    }
  }

  take(message: ToThread): void {
    switch (message.kind) {
      case 'chunk':
      case 'end':
      case 'broken':
        this.#request?.take(message);
        break;
      case 'pull':
      case 'cancel':
        void this.#answer?.take(message);
        break;
      case 'snapshot':
        this.#lookup?.resolve(message.bytes);
        break;
      case 'call':
        break;
    }
  }

  snapshot(digest: string): Promise<Uint8Array | undefined> {
    this.#lookup = Promise.withResolvers();
    this.#send({ kind: 'lookup', digest });
    return this.#lookup.promise;
  }

  #body(held: Uint8Array | null, more: boolean): ReadableStream<Uint8Array> | null {
    if (held === null) return null;
    if (!more) return whole(held);
    this.#request = new MessageStream((wish) => {
      if (wish.kind === 'pull') this.#send(wish);
    }, held);
    return this.#request.readable;
  }
}

function whole(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** `makeHandle` is given where snapshots are had from: the main thread has them. */
export function answerCalls(port: MessagePort, makeHandle: (snapshots: SnapshotSource) => Handle): void {
  let current: CallHere | undefined;
  const handle = makeHandle({ get: async (digest) => current?.snapshot(digest) });
  port.on('message', (message: ToThread) => {
    if (message.kind === 'call') {
      current = new CallHere(message.number, port);
      void current.run(message, handle);
    } else if (message.number === current?.number) current.take(message);
  });
  port.postMessage({ kind: 'ready', number: 0 } satisfies FromThread);
}
