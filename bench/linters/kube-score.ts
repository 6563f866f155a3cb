/** kube-score (https://github.com/zegl/kube-score), run on the files of one folder as its users run it. */

import { readFileSync } from 'node:fs';
import type { GoProgram } from '../peers/build-peer.ts';
import { timed } from '../peers/timed.ts';

export const KUBE_SCORE: GoProgram = {
  module: 'github.com/zegl/kube-score',
  version: 'v1.20.0',
  main: './cmd/kube-score',
  name: 'kube-score',
};

/** What it says of one object: the ids of its checks that do not pass. */
export interface Scored {
  /** `Kind namespace/name`. */
  readonly object: string;
  readonly checks: readonly string[];
}

interface ObjectScore {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name?: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

/** The grade of what is in order. */
const IN_ORDER = 10;

/** Undefined where it refuses the files: one that it cannot read hides all others. */
export function scoreFiles(program: string, files: readonly string[], output: string): [number, Scored[] | undefined] {
  const { seconds } = timed(output, [program, 'score', '--output-format', 'json', ...files]);
  const text = readFileSync(output, 'utf8');
  if (text === '') return [seconds, undefined];
  const scores: readonly ObjectScore[] | null = JSON.parse(text);
  return [
    seconds,
    (scores ?? []).map(({ type_meta: { kind }, object_meta: { name = '', namespace = 'default' }, checks }) => ({
      object: `${kind} ${namespace === '' ? 'default' : namespace}/${name}`,
      checks: checks.flatMap(({ check, grade, skipped }) => (skipped || grade >= IN_ORDER ? [] : [check.id])),
    })),
  ];
}
