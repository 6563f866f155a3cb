/** A body on its way between threads: read here while it comes in messages, or sent from here when it is asked for. */

import type { BodyPart, BodyWish } from './messages.ts';

/** Reads a body that is elsewhere. */
export class MessageStream {
  readonly readable: ReadableStream<Uint8Array>;
  #waiting: PromiseWithResolvers<BodyPart> | undefined;

  /** `held`: what has come already. `wish` is told what the reader wants. */
  constructor(wish: (wish: BodyWish) => void, held?: Uint8Array) {
    this.readable = new ReadableStream<Uint8Array>({
      start(controller) {
        if (held && held.byteLength > 0) controller.enqueue(held);
      },
      pull: async (controller) => {
        this.#waiting = Promise.withResolvers();
        wish({ kind: 'pull' });
        const part = await this.#waiting.promise;
        if (part.kind === 'chunk') controller.enqueue(part.bytes);
        else if (part.kind === 'end') controller.close();
        else controller.error(new Error('the body broke off'));
      },
      cancel: () => wish({ kind: 'cancel' }),
    });
  }

  take(part: BodyPart): void {
    this.#waiting?.resolve(part);
  }
}

/** Sends a body that is here. */
export class BodySender {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #send: (part: BodyPart) => void;

  constructor(body: ReadableStream<Uint8Array>, send: (part: BodyPart) => void) {
    this.#reader = body.getReader();
    this.#send = send;
  }

  async take(wish: BodyWish): Promise<void> {
    if (wish.kind === 'cancel') {
      await this.#reader.cancel().catch(() => undefined);
      this.#send({ kind: 'end' });
      return;
    }
    try {
      const { value, done } = await this.#reader.read();
      this.#send(done ? { kind: 'end' } : { kind: 'chunk', bytes: value });
    } catch {
      this.#send({ kind: 'broken' });
    }
  }
}
