/** A diff in the views the formats are written from. */

import type { Answer, AnswerRecord, Table } from '../render/answer.ts';
import { byKeys } from '../util/ordering.ts';
import { assumptionsTable } from './assumptions-table.ts';
import { connectionText } from './connection-json.ts';
import type { CauseJson, ChangeJson, DiffResult } from './diff-results.ts';
import { findingsTable } from './findings-table.ts';
import { INCOMPLETE } from './gate.ts';
import { findingsThatDiffer } from './pair-findings.ts';
import type { ConnectionSetJson } from './results.ts';

/** So many causes are told in a table. */
const CAUSES = 3;
const TYPES: readonly ChangeJson['type'][] = ['added', 'changed', 'removed'];

export function diffAnswer(result: DiffResult): Answer {
  return {
    json: () => result,
    headline: () => headline(result),
    tables: () => [
      changesTable(result),
      ...workloadsTable(result),
      ...findingsTable(findingsThatDiffer(result.findings)),
      ...assumptionsTable(result),
    ],
    records: () => records(result),
    conditions: () => [...TYPES.filter((type) => result.summary[type] > 0), ...(result.complete ? [] : [INCOMPLETE])],
  };
}

function headline({ verdict, complete, summary, workloads }: DiffResult): string {
  const counts = TYPES.map((type) => `${summary[type]} ${type}`).join(', ');
  const isSame = TYPES.every((type) => summary[type] === 0);
  const { added, removed } = workloads;
  const same = complete ? 'reachability did not change' : 'nothing changed in what could be read';
  return [
    `${verdict}: ${isSame ? same : `connections: ${counts}`}`,
    ...(added.length + removed.length > 0 ? [`workloads: ${added.length} added, ${removed.length} removed`] : []),
    ...(complete ? [] : ['not everything could be read']),
  ].join('; ');
}

function changesTable({ changes }: DiffResult): Table {
  const sorted = changes.toSorted(byKeys((change) => TYPES.indexOf(change.type)));
  return {
    title: 'Changes',
    name: 'changes',
    columns: ['change', 'from', 'to', 'before', 'after', 'because'],
    rows: sorted.map((change) => [
      change.type,
      change.from,
      change.to,
      allowText(change.before, change.unknownBefore),
      allowText(change.after, change.unknownAfter),
      becauseText(change.because),
    ]),
    empty: 'Nothing may reach more or less than before.',
  };
}

function allowText(allow: ConnectionSetJson, unknown: ConnectionSetJson | undefined): string {
  const doubt = unknown === undefined ? [] : [`unknown: ${connectionText(unknown)}`];
  return [connectionText(allow), ...doubt].filter((text) => text !== '').join('; ') || 'nothing';
}

function becauseText(because: readonly CauseJson[]): string {
  const more = because.length - CAUSES;
  return [...because.slice(0, CAUSES).map(causeText), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** `NetworkPolicy shop/db changed (after/policies.yaml:9)`. */
function causeText({ change, kind, namespace, name, file, line }: CauseJson): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name} ${change} (${file}:${line})`;
}

/** No table where the same workloads are in both. */
function workloadsTable({ workloads: { added, removed } }: DiffResult): Table[] {
  const rows = [...added.map((id) => ['added', id]), ...removed.map((id) => ['removed', id])];
  return rows.length > 0 ? [{ title: 'Workloads', name: 'workloads', columns: ['change', 'workload'], rows }] : [];
}

function* records({ changes, findings, ...rest }: DiffResult): Generator<AnswerRecord> {
  for (const change of changes) yield { t: 'result', ...change };
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest };
}
