/**
 * Regular expressions of strangers, in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax), in time that grows
 * with the text times the pattern and never beyond: all ways through the pattern are followed at once (Thompson 1968,
 * https://swtch.com/~rsc/regexp/regexp1.html). The engine of JavaScript goes back and tries again, which a pattern that
 * is harmless in Go can make last for years. Only whether a text matches is told.
 */

import { compilePattern } from './compile.ts';
import type { Meter } from './meter.ts';
import { parsePattern } from './parse.ts';
import { type Program, runProgram } from './run.ts';

export class Pattern {
  readonly source: string;
  readonly #program: Program | undefined;

  private constructor(source: string, program: Program | undefined) {
    this.source = source;
    this.#program = program;
  }

  /** Of a pattern that is not read here, `matches` tells nothing. */
  static of(source: string): Pattern {
    const tree = parsePattern(source);
    return new Pattern(source, tree && compilePattern(tree));
  }

  /** Whether the pattern is read here. */
  get isKnown(): boolean {
    return this.#program !== undefined;
  }

  /** Whether some part of the text matches; undefined where the pattern is not read here. */
  matches(text: string, meter: Meter): boolean | undefined {
    return this.#program && runProgram(this.#program, text, meter);
  }
}
