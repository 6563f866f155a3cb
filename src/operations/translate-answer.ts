/** A translation in the views that the formats are written from. */

import type { AnswerRecord, AnswerWith, Table } from '../render/answer.ts';
import { connectionText } from './connection-json.ts';
import { findingsTable } from './findings-table.ts';
import { INCOMPLETE } from './gate.ts';
import type { TranslateResult } from './translate-results.ts';

export function translateAnswer(value: TranslateResult): AnswerWith<'documents'> {
  const { manifests } = value;
  return {
    json: () => value,
    headline: () => headlineOf(value),
    tables: () => [
      lossTable(value),
      differenceTable(value),
      ...nameTable(value),
      fileTable(value),
      ...findingsTable(value.findings),
    ],
    documents: () => manifests.map(({ content }) => content),
    conditions: () => conditionsOf(value),
    records: () => recordsOf(value),
  };
}

function headlineOf({ verdict, manifests, losses, proof }: TranslateResult): string {
  const { equivalent, pairs, differences, names } = proof;
  const all = [...differences, ...names.differences];
  const unexplained = all.filter(({ reason }) => reason === undefined).length;
  const word = equivalent ? 'equivalent' : 'NOT equivalent';
  const rest = unexplained > 0 ? `${unexplained} of them unexplained` : 'each explained by a loss';
  const differing =
    all.length > 0
      ? `${differences.length} pairs and ${names.differences.length} names differ, ${rest}`
      : 'none differs';
  return `${verdict}: ${manifests.length} files, ${losses.length} losses; ${word}: of ${pairs} pairs and ${names.compared} names ${differing}`;
}

/** A gate is for what somebody should look at: every translation has losses that are only worth knowing. */
function conditionsOf({ losses, proof, complete }: TranslateResult): string[] {
  const isUnexplained = proof.differences.some(({ reason }) => reason === undefined) || !proof.equivalent;
  const isBetween = proof.differences.some(({ from, to }) => !from.startsWith('@') && !to.startsWith('@'));
  return [
    ...(losses.some(({ severity }) => severity !== 'info') ? ['losses'] : []),
    ...(isUnexplained || isBetween ? ['differences'] : []),
    ...(complete ? [] : [INCOMPLETE]),
  ];
}

function lossTable({ losses }: TranslateResult): Table {
  const rows = losses.map((loss) => [
    loss.code,
    loss.severity,
    loss.service ?? '',
    loss.attribute,
    `${loss.file}:${loss.line}`,
    loss.reason,
  ]);
  const columns = ['code', 'severity', 'service', 'attribute', 'where', 'reason'];
  return { title: 'Losses', name: 'losses', columns, rows, empty: 'Nothing is lost.' };
}

function differenceTable({ proof }: TranslateResult): Table {
  const rows = proof.differences.map(({ from, to, via, side, compose, kubernetes, losses }) => [
    from,
    to,
    via ?? side ?? '',
    connectionText(compose) || 'nothing',
    connectionText(kubernetes) || 'nothing',
    losses.join(' ') || 'UNEXPLAINED',
  ]);
  const columns = ['from', 'to', 'about', 'compose', 'kubernetes', 'losses'];
  const empty = `Equal on all ${proof.pairs} pairs.`;
  return { title: 'Differences of reach', name: 'differences', columns, rows, empty };
}

function nameTable({ proof }: TranslateResult): Table[] {
  const rows = proof.names.differences.map(({ from, name, compose, kubernetes, losses }) => [
    from,
    name,
    compose.join(', ') || 'nothing',
    kubernetes.join(', ') || 'nothing',
    losses.join(' ') || 'UNEXPLAINED',
  ]);
  if (rows.length === 0) return [];
  const columns = ['from', 'name', 'compose', 'kubernetes', 'losses'];
  return [{ title: 'Differences of names', name: 'names', columns, rows }];
}

function fileTable({ manifests }: TranslateResult): Table {
  const rows = manifests.map(({ path, content }) => [path, `${content.split('\n---\n').length}`]);
  return { title: 'Files', name: 'files', columns: ['path', 'objects'], rows };
}

function* recordsOf({ manifests, losses, proof, findings, ...rest }: TranslateResult): Generator<AnswerRecord> {
  for (const manifest of manifests) yield { t: 'result', ...manifest };
  for (const loss of losses) yield { t: 'result', loss };
  for (const difference of proof.differences) yield { t: 'row', ...difference };
  for (const difference of proof.names.differences) yield { t: 'row', ...difference };
  for (const found of findings) yield { t: 'finding', ...found };
  const { equivalent, pairs, settings } = proof;
  yield { t: 'summary', ...rest, proof: { equivalent, pairs, settings } };
}
