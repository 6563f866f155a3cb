/** The tree of a pattern to the steps of a machine. */

import type { Program, Step } from './run.ts';
import type { Tree } from './tree.ts';

/** Repetitions inside repetitions multiply; a longer program is not made. */
const MOST_STEPS = 20_000;

/** Undefined where the program would be too long. */
export function compilePattern(tree: Tree): Program | undefined {
  const compiler = new Compiler();
  return compiler.add(tree) ? [...compiler.steps, { kind: 'match' }] : undefined;
}

class Compiler {
  readonly steps: Step[] = [];

  /** False where there is no room. */
  add(tree: Tree): boolean {
    if (this.steps.length > MOST_STEPS) return false;
    switch (tree.kind) {
      case 'empty':
        return true;
      case 'char':
        this.steps.push({ kind: 'char', ranges: tree.ranges });
        return true;
      case 'assert':
        this.steps.push({ kind: 'assert', what: tree.what });
        return true;
      case 'all':
        return tree.of.every((part) => this.add(part));
      case 'any':
        return this.#addAny(tree.of);
      case 'repeat':
        return this.#addRepeat(tree.of, tree.min, tree.max);
    }
  }

  #addAny(branches: readonly Tree[]): boolean {
    const ends: number[] = [];
    for (const [i, branch] of branches.entries()) {
      const isLast = i === branches.length - 1;
      const split = isLast ? undefined : this.#reserve();
      if (!this.add(branch)) return false;
      if (!isLast) ends.push(this.#reserve());
      if (split !== undefined) this.steps[split] = { kind: 'split', to: [split + 1, this.steps.length] };
    }
    for (const end of ends) this.steps[end] = { kind: 'split', to: [this.steps.length] };
    return true;
  }

  #addRepeat(of: Tree, min: number, max: number): boolean {
    for (let i = 0; i < min; i++) if (!this.add(of)) return false;
    if (max === Number.POSITIVE_INFINITY) return this.#addLoop(of);
    const splits: number[] = [];
    for (let i = min; i < max; i++) {
      splits.push(this.#reserve());
      if (!this.add(of)) return false;
    }
    for (const split of splits) this.steps[split] = { kind: 'split', to: [split + 1, this.steps.length] };
    return true;
  }

  #addLoop(of: Tree): boolean {
    const split = this.#reserve();
    if (!this.add(of)) return false;
    this.steps.push({ kind: 'split', to: [split] });
    this.steps[split] = { kind: 'split', to: [split + 1, this.steps.length] };
    return true;
  }

  #reserve(): number {
    this.steps.push({ kind: 'split', to: [] });
    return this.steps.length - 1;
  }
}
