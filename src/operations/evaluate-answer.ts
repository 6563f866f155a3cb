/** Answers to questions in the views the formats are written from. */

import type { Answer, AnswerRecord, Table } from '../render/answer.ts';
import { connectionText } from './connection-json.ts';
import { findingsTable } from './findings-table.ts';
import type { EvaluateResult, EvaluationJson } from './results.ts';

type Result = EvaluateResult['results'][number];

export function evaluateAnswer(result: EvaluateResult): Answer {
  return {
    json: () => result,
    headline: () => headline(result),
    tables: () => [verdictsTable(result.results), reasonsTable(result.results), ...findingsTable(result.findings)],
    records: () => records(result),
  };
}

function headline({ verdict, results }: EvaluateResult): string {
  const allowed = results.filter((r) => 'allowed' in r && r.allowed).length;
  return `${verdict}: ${results.length} questions, ${allowed} allowed`;
}

function verdictsTable(results: readonly Result[]): Table {
  return {
    title: 'Verdicts',
    name: 'verdicts',
    columns: ['#', 'from', 'to', 'on', 'verdict'],
    rows: results.map((r, i) =>
      'error' in r
        ? [`${i + 1}`, '', '', '', `error: ${r.error.detail}`]
        : [`${i + 1}`, r.from, r.to, onText(r), r.verdict],
    ),
  };
}

function onText({ protocol, port, allow }: EvaluationJson): string {
  if (port !== undefined) return `${protocol} ${port}`;
  return allow === undefined ? '' : connectionText(allow);
}

function reasonsTable(results: readonly Result[]): Table {
  const rows = results.flatMap((r, i) =>
    'error' in r
      ? []
      : r.reasons.map((reason) => {
          const where = reason.policy ? `${reason.policy.file}:${reason.policy.line}` : '';
          return [`${i + 1}`, reason.direction, reason.verdict, where, reason.text];
        }),
  );
  return { title: 'Reasons', name: 'reasons', columns: ['#', 'direction', 'verdict', 'where', 'why'], rows };
}

function* records({ results, findings, ...rest }: EvaluateResult): Generator<AnswerRecord> {
  for (const result of results) yield { t: 'result', ...result };
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest };
}
