/** `POST /v1/diff`: what changed in reachability between two bundles, and which objects made it change. */

import * as z from 'zod';
import { isEmpty } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Model } from '../analysis/model.ts';
import type { Reach } from '../engine/reach.ts';
import type { BySide } from '../ingest/index.ts';
import { type Change, Diff } from '../queries/diff.ts';
import type { MatrixQuery } from '../queries/matrix.ts';
import type { Answer } from '../render/answer.ts';
import { byKeys, compareText } from '../util/ordering.ts';
import { requireAffordable } from './affordable.ts';
import { changesJson, typeOf } from './change-json.ts';
import { collectWithin } from './collect.ts';
import { diffAnswer } from './diff-answer.ts';
import { diffExample } from './diff-example.ts';
import { dockerSideOf, migrationResult } from './diff-migration.ts';
import * as results from './diff-results.ts';
import { doubts } from './doubts.ts';
import { eachPair, withModels } from './each-model.ts';
import { requireWorkloads } from './inventory.ts';
import { matrixQuery } from './matrix-query.ts';
import type { PairOperation } from './operation.ts';
import { analysisOptions, type FocusOptions, focusOptions } from './options.ts';
import { cutPage } from './page.ts';
import { commonOfPair } from './pair-findings.ts';
import { unknownFocus } from './unknown-focus.ts';

/** `because` is always there, so that there is nothing more to explain. */
const focus = focusOptions.omit({ explain: true });

const input = analysisOptions.extend({
  ...focus.shape,
  limit: focus.shape.limit.describe('At most so many changes; `next` leads on.'),
  match: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Between a Compose project and Kubernetes: the workload of a service, by its id or `namespace/name`. Without it, the one of the same name in DNS form.',
    ),
});

export type DiffOptions = Omit<FocusOptions, 'explain'>;
type DiffInput = z.infer<typeof input>;

/** The changes in the contract's shape. Throws `ProblemError` where they are more than one answer may hold. */
export function diffResult(models: BySide<Model>, options: DiffOptions): results.DiffResult {
  const { before, after } = models;
  if (before.size().workloads === 0) requireWorkloads(after.size().documents > 0 ? after : before);
  const query = matrixQuery({ ...options, explain: false });
  const reaches = { before: before.reach(), after: after.reach() };
  const found = collect(reaches, query);
  const page = cutPage(found, options);
  const workloads = { before: workloadsOf(reaches.before), after: workloadsOf(reaches.after) };
  const types = found.map(typeOf);
  const count = (type: results.ChangeJson['type']) => types.filter((t) => t === type).length;
  return {
    ...commonOfPair(models, moreFindings(models, query, found)),
    changes: page.items.length > 0 ? changesJson(models, workloads, page.items) : [],
    ...(page.next === undefined ? {} : { next: page.next }),
    workloads: {
      added: [...workloads.after].filter((id) => !workloads.before.has(id)).sort(compareText),
      removed: [...workloads.before].filter((id) => !workloads.after.has(id)).sort(compareText),
    },
    summary: { added: count('added'), removed: count('removed'), changed: count('changed') },
  };
}

/** Sorted; what is too much for one answer is a problem that says how to ask for less. */
function collect(reaches: BySide<Reach>, query: MatrixQuery): Change[] {
  requireAffordable([reaches.before, reaches.after]);
  const narrower = '`focus`, `connection` or `external=false`';
  const found = collectWithin(new Diff(reaches).changes(query), { what: 'changes', narrower });
  return found.sort(
    byKeys(
      (c) => c.from.id,
      (c) => c.to.id,
    ),
  );
}

function workloadsOf(reach: Reach): ReadonlySet<string> {
  return new Set(
    reach.nodes.flatMap((node) =>
      node.kind === 'endpoint' && node.endpoint.beyond === undefined ? [node.endpoint.workload] : [],
    ),
  );
}

/** Why something is unknown, and names that mean nothing on either side. */
function moreFindings(models: BySide<Model>, query: MatrixQuery, found: readonly Change[]) {
  const { before, after } = models;
  const doubtful = (side: 'before' | 'after') => found.some((change) => !isEmpty(change[side].unknown));
  const nowhere = new Set(unknownFocus(before, query).map((f) => f.message));
  const unknown = unknownFocus(after, query).filter((f) => nowhere.has(f.message));
  return {
    before: [...(doubtful('before') ? doubts(before) : []), ...unknown],
    after: [...(doubtful('after') ? doubts(after) : []), ...unknown],
  };
}

function run(analyses: BySide<Analysis>, options: DiffInput): Answer {
  const side = dockerSideOf(analyses);
  if (side) return diffAnswer(migrationResult(analyses, side, options));
  return eachPair(analyses, (models) => diffAnswer(diffResult(models, options)));
}

export const diff: PairOperation<DiffInput> = {
  id: 'diff',
  takes: 'pair',
  summary: 'What changed in reachability between two bundles',
  description:
    "Every ordered pair of workloads and outside addresses that may exchange something else in `after` than in `before`, and the objects that made it so. Renaming or splitting policies without an effect is no change. Workloads are compared as wholes: what holds for all variants is allowed, what holds for some is unknown. The files lie under `before/` and `after/` in a multipart form, or in `before` and `after` of an envelope; one side may be empty. Where one side is a Compose project and the other Kubernetes, services and workloads are compared by their names, or by `match`, with what is outside of both as `@lan` and `@internet`. curl sends base names only: `curl -F 'f=@old.yaml;filename=before/web.yaml' -F 'f=@new.yaml;filename=after/web.yaml'`. `?gate=added,removed,changed` makes the status 422 where there is such a change, or where something could not be read.",
  input,
  result: withModels(results.diffResult),
  examples: [diffExample],
  gates: ['added', 'removed', 'changed'],
  runPair: (before, after, options) => run({ before, after }, options),
};
