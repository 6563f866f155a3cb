/**
 * A difference between a Compose project and a bundle of Kubernetes: has a migration kept who reaches whom? Changes are
 * in the names of the project's services; peers outside are `@lan` and `@internet`.
 */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Cell } from '../engine/cell.ts';
import { type BySide, SIDES } from '../ingest/index.ts';
import { isShut, type Migration, migration } from '../translate/migration.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import type { ChangeJson, DiffResult } from './diff-results.ts';
import { commonOfPair } from './pair-findings.ts';

export interface MigrationOptions {
  readonly match?: Readonly<Record<string, string>> | undefined;
  readonly dockerEngine: Parameters<typeof migration>[0]['engine'];
  readonly namespace: string;
}

/** Which side is Docker's, where one bundle is of Docker alone and the other of Kubernetes alone. */
export function dockerSideOf(analyses: BySide<Analysis>): keyof BySide<Analysis> | undefined {
  const kindsOf = ({ bundle, models }: Analysis) => (bundle.files.length === 0 ? [] : models().map(({ kind }) => kind));
  const [before, after] = SIDES.map((side) => kindsOf(analyses[side]).join());
  if (before === 'docker' && after === 'kubernetes') return 'before';
  return before === 'kubernetes' && after === 'docker' ? 'after' : undefined;
}

export function migrationResult(
  analyses: BySide<Analysis>,
  dockerSide: keyof BySide<Analysis>,
  options: MigrationOptions,
): DiffResult {
  const clusterSide = dockerSide === 'before' ? 'after' : 'before';
  const [project, second] = analyses[dockerSide].docker()?.projects ?? [];
  if (!project || second) {
    const detail = 'A comparison of Docker and Kubernetes takes one project; name its files in composeFiles.';
    throw new ProblemError(problem('nothing-to-analyse', detail));
  }
  const cluster = analyses[clusterSide];
  const decoder = new TextDecoder();
  const found = migration({
    project,
    engine: options.dockerEngine,
    namespace: options.namespace,
    files: cluster.bundle.files.map(({ path, bytes }) => ({ path, content: decoder.decode(bytes) })),
    workloads: cluster.cluster().workloads,
    match: options.match ?? {},
  });
  const changes = changesOf(found, dockerSide);
  const count = (type: ChangeJson['type']) => changes.filter((change) => change.type === type).length;
  const lists = { missing: [...found.missing], more: [...found.more] };
  return {
    ...commonOfPair(
      {
        before: analyses.before.as(dockerSide === 'before' ? 'docker' : 'kubernetes'),
        after: analyses.after.as(dockerSide === 'before' ? 'kubernetes' : 'docker'),
      },
      { before: [], after: [] },
    ),
    changes,
    workloads:
      dockerSide === 'before'
        ? { added: lists.more, removed: lists.missing }
        : { added: lists.missing, removed: lists.more },
    summary: { added: count('added'), removed: count('removed'), changed: count('changed') },
  };
}

function changesOf({ moved, missing }: Migration, dockerSide: keyof BySide<Analysis>): ChangeJson[] {
  const sorted = moved.toSorted(
    byKeys(
      ({ from }) => from,
      ({ to }) => to,
    ),
  );
  return sorted.map(({ from, to, docker, kubernetes }) => {
    const [before, after] = dockerSide === 'before' ? [docker, kubernetes] : [kubernetes, docker];
    const isMissing = missing.includes(from) || missing.includes(to);
    return {
      from,
      to,
      type: isShut(before) ? 'added' : isShut(after) ? 'removed' : 'changed',
      before: connectionJson(before.allow),
      after: connectionJson(after.allow),
      ...doubt('unknownBefore', before),
      ...doubt('unknownAfter', after),
      ...(isMissing ? { workload: dockerSide === 'before' ? ('removed' as const) : ('added' as const) } : {}),
      because: [],
    };
  });
}

function doubt<Key extends 'unknownBefore' | 'unknownAfter'>(key: Key, { unknown }: Cell) {
  return isEmpty(unknown) ? {} : { [key]: connectionJson(unknown) };
}
