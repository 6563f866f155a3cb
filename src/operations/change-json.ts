/** Changes in the contract's shape, each with the objects that made it. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Model } from '../analysis/model.ts';
import type { Cell } from '../engine/reach.ts';
import type { BySide, Document } from '../ingest/index.ts';
import type { Cause } from '../queries/diff/cause.ts';
import { isNothing } from '../queries/diff/joint-cell.ts';
import type { Change, ChangeEnd } from '../queries/diff.ts';
import type { Place } from '../util/problem.ts';
import { causesOf } from './causes-of.ts';
import { connectionJson } from './connection-json.ts';
import type { CauseJson, ChangeJson } from './diff-results.ts';

/** `workloads`: all there are on each side. */
export function changesJson(
  models: BySide<Model>,
  workloads: BySide<ReadonlySet<string>>,
  changes: readonly Change[],
): ChangeJson[] {
  const causes = causesOf(models);
  const places = new Places(models);
  return changes.map((change) => {
    const { from, to } = change;
    const ends = [from, to].filter((end) => end.kind === 'workload');
    return {
      from: from.id,
      to: to.id,
      type: typeOf(change),
      before: connectionJson(change.before.allow),
      after: connectionJson(change.after.allow),
      ...unknownJson('unknownBefore', change.before),
      ...unknownJson('unknownAfter', change.after),
      ...workloadMark(ends, workloads),
      because: causes.of(change).map((cause) => causeJson(cause, places)),
    };
  });
}

/** By whether anything at all may have been, or may be, exchanged. */
export function typeOf({ before, after }: Change): ChangeJson['type'] {
  return isNothing(before) ? 'added' : isNothing(after) ? 'removed' : 'changed';
}

function unknownJson<Key extends 'unknownBefore' | 'unknownAfter'>(key: Key, { unknown }: Cell) {
  return isEmpty(unknown) ? {} : { [key]: connectionJson(unknown) };
}

function workloadMark(
  ends: readonly ChangeEnd[],
  { before, after }: BySide<ReadonlySet<string>>,
): { workload?: 'added' | 'removed' } {
  if (ends.some((end) => !before.has(end.id))) return { workload: 'added' };
  return ends.some((end) => !after.has(end.id)) ? { workload: 'removed' } : {};
}

/** Where causes stand. Most have a say about many changes, and a document is parsed again to look a place up. */
class Places {
  readonly #models: BySide<Model>;
  readonly #known = new Map<Document, Map<string, Place & { readonly line: number }>>();

  constructor(models: BySide<Model>) {
    this.#models = models;
  }

  of({ side, origin }: Cause): Place & { readonly line: number } {
    const places = this.#known.get(origin.document) ?? new Map<string, Place & { readonly line: number }>();
    const place = places.get(origin.pointer) ?? this.#models[side].locate(origin);
    this.#known.set(origin.document, places.set(origin.pointer, place));
    return place;
  }
}

function causeJson(cause: Cause, places: Places): CauseJson {
  const { change, kind, namespace, name, rule } = cause;
  const { file, line } = places.of(cause);
  return {
    change,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    ...(rule === undefined ? {} : { rule }),
    file,
    line,
  };
}
