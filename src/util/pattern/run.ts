/** Runs a compiled pattern over a text: at every character the set of steps that may come next. */

import type { Meter } from './meter.ts';
import { includes, type Ranges, WORD } from './ranges.ts';
import type { Assertion } from './tree.ts';

export type Step =
  | { readonly kind: 'char'; readonly ranges: Ranges }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'split'; readonly to: readonly number[] }
  | { readonly kind: 'match' };

export type Program = readonly Step[];

/** Whether some part of the text matches. */
export function runProgram(program: Program, text: string, meter: Meter): boolean {
  const run = new Run(program, text, meter);
  for (;;) {
    if (run.enter()) return true;
    if (!run.advance()) return false;
  }
}

class Run {
  readonly #program: Program;
  readonly #text: string;
  readonly #meter: Meter;
  #at = 0;
  #now: number[] = [];
  /** By step, when it was last reached: one more than the position. */
  readonly #reached: Int32Array;

  constructor(program: Program, text: string, meter: Meter) {
    this.#program = program;
    this.#text = text;
    this.#meter = meter;
    this.#reached = new Int32Array(program.length);
  }

  /** Begins a match at this position also; true where one ends here. */
  enter(): boolean {
    const waiting = [...this.#now, 0].reverse();
    this.#now = [];
    while (waiting.length > 0) {
      const at = waiting.pop() ?? 0;
      if (this.#reached[at] === this.#at + 1) continue;
      this.#reached[at] = this.#at + 1;
      this.#meter.spend(1);
      const step = this.#program[at];
      if (!step || step.kind === 'match') return true;
      if (step.kind === 'char') this.#now.push(at);
      else if (step.kind === 'split') waiting.push(...step.to);
      else if (this.#holds(step.what)) waiting.push(at + 1);
    }
    return false;
  }

  /** Takes one character; false at the end of the text. */
  advance(): boolean {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) return false;
    const next: number[] = [];
    for (const at of this.#now) {
      const step = this.#program[at];
      if (step?.kind === 'char' && includes(step.ranges, code)) next.push(at + 1);
    }
    this.#at += code > 0xffff ? 2 : 1;
    this.#now = next;
    return true;
  }

  #holds(what: Assertion): boolean {
    const [before, after] = [this.#text.charCodeAt(this.#at - 1), this.#text.charCodeAt(this.#at)];
    switch (what) {
      case 'start':
        return this.#at === 0;
      case 'end':
        return this.#at === this.#text.length;
      case 'line-start':
        return this.#at === 0 || before === 10;
      case 'line-end':
        return this.#at === this.#text.length || after === 10;
      case 'word':
        return includes(WORD, before) !== includes(WORD, after);
      case 'no-word':
        return includes(WORD, before) === includes(WORD, after);
    }
  }
}
