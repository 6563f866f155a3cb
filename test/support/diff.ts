/** Two bundles compared, in lines short enough for a table. */

import { formatConnections, isEmpty } from '../../src/algebra/connection-set.ts';
import type { Analysis, AnalysisOptions } from '../../src/analysis/analysis.ts';
import type { Cell } from '../../src/engine/reach.ts';
import type { BySide } from '../../src/ingest/index.ts';
import { causesOf as causesBetween } from '../../src/operations/causes-of.ts';
import type { Cause } from '../../src/queries/diff/cause.ts';
import { type Change, Diff } from '../../src/queries/diff.ts';
import type { MatrixQuery } from '../../src/queries/matrix.ts';
import { compareText } from '../../src/util/ordering.ts';
import { analysisOf, type Files } from './bundle.ts';

export const EVERYTHING: MatrixQuery = {
  focus: [],
  focusPeer: [],
  direction: undefined,
  connection: undefined,
  self: false,
  external: true,
};

export function pairOf(before: Files, after: Files, options: Partial<AnalysisOptions> = {}): BySide<Analysis> {
  return { before: analysisOf(before, options), after: analysisOf(after, options) };
}

export function changesOf({ before, after }: BySide<Analysis>, query: Partial<MatrixQuery> = {}): Change[] {
  return [...new Diff({ before: before.reach(), after: after.reach() }).changes({ ...EVERYTHING, ...query })];
}

/** `a/x > a/y: nothing -> TCP 80`, sorted, `?` before what is unknown; the kind `[Pod]` is left out. */
export function linesOf(changes: readonly Change[]): string[] {
  return changes
    .map(({ from, to, before, after }) => `${from.id} > ${to.id}: ${cellText(before)} -> ${cellText(after)}`)
    .map((line) => line.replaceAll('[Pod]', ''))
    .sort(compareText);
}

function cellText({ allow, unknown }: Cell): string {
  const doubt = isEmpty(unknown) ? [] : [`?${formatConnections(unknown)}`];
  return [...(isEmpty(allow) ? [] : [formatConnections(allow)]), ...doubt].join(' ') || 'nothing';
}

/** The causes of every change, by its line's ends: `a/x > a/y` to `changed NetworkPolicy a/p rule 0 (after:3)`. */
export function causesOf(analyses: BySide<Analysis>, query: Partial<MatrixQuery> = {}): Record<string, string[]> {
  const { before, after } = analyses;
  const causes = causesBetween({ before, after });
  const entries = changesOf(analyses, query).map((change): [string, string[]] => [
    `${change.from.id} > ${change.to.id}`.replaceAll('[Pod]', ''),
    causes.of(change).map((cause) => causeText(analyses, cause)),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

function causeText(analyses: BySide<Analysis>, { change, kind, namespace, name, rule, side, origin }: Cause): string {
  const { line } = analyses[side].locate(origin);
  const id = namespace === undefined ? name : `${namespace}/${name}`;
  return `${change} ${kind} ${id}${rule === undefined ? '' : ` rule ${rule}`} (${side}:${line})`;
}
