/** Answers to questions in the views the formats are written from. */

import type { Answer, AnswerRecord, Table } from '../render/answer.ts';
import { assumptionsTable } from './assumptions-table.ts';
import { connectionText } from './connection-json.ts';
import { findingsTable } from './findings-table.ts';
import type { EvaluateResult, EvaluationJson } from './results.ts';

type Result = EvaluateResult['results'][number];

export function evaluateAnswer(result: EvaluateResult): Answer {
  return {
    json: () => result,
    headline: () => headline(result),
    tables: () => [
      verdictsTable(result.results),
      reasonsTable(result.results),
      ...findingsTable(result.findings),
      ...assumptionsTable(result),
    ],
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
  const ways = results.some((r) => 'reasons' in r && r.reasons.some(({ via }) => via !== undefined));
  const rows = results.flatMap((r, i) =>
    'error' in r
      ? []
      : r.reasons.map(({ direction, verdict, via, policy, text }) => {
          const where = policy ? `${policy.file}:${policy.line}` : '';
          return [`${i + 1}`, direction, ...(ways ? [via ?? ''] : []), verdict, where, text];
        }),
  );
  const columns = ['#', 'direction', ...(ways ? ['way'] : []), 'verdict', 'where', 'why'];
  return { title: 'Reasons', name: 'reasons', columns, rows };
}

function* records({ results, findings, ...rest }: EvaluateResult): Generator<AnswerRecord> {
  for (const result of results) yield { t: 'result', ...result };
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest };
}
