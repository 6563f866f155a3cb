/**
 * What is being done, on standard error, where that is a terminal and the work is long. One line that is written over,
 * and gone when the answer comes.
 */

import type { World } from './world.ts';

/** Whoever waits longer wants to know for what. */
const PATIENCE_MS = 400;
/** So many bytes take longer than that to analyse, which can say nothing in between. */
const LONG_BYTES = 1_000_000;
/** Back to the beginning of the line, and erase to its end (ECMA-48 EL). */
const CLEAR = '\r\u001b[K';

export class Progress {
  readonly #world: World;
  readonly #begun: number;
  #shown = false;

  constructor(world: World) {
    this.#world = world;
    this.#begun = world.now();
  }

  /** `bytes`: what the next step has to work on, where it is known. */
  async step(what: string, bytes = 0): Promise<void> {
    const { stderr, now } = this.#world;
    if (!stderr.isTerminal || (bytes < LONG_BYTES && now() - this.#begun < PATIENCE_MS)) return;
    this.#shown = true;
    await stderr.write(`${CLEAR}${what} …`);
  }

  /** Takes the line away. */
  async done(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    await this.#world.stderr.write(CLEAR);
  }
}
