/** The tables of clusters: stage by stage, what a budget refused, what was counted. */

import { medianOf } from '../harness/series.ts';
import { count, megabytes, table } from '../harness/table.ts';
import type { ClusterResult, Results } from '../measure.ts';
import type { Refusal } from '../measured/refusal.ts';
import { engineFigure, figure, refusalOf, stageFigure, timeText } from './figures.ts';

const COLUMNS = [
  'cluster',
  'input',
  'objects',
  'parse',
  'read',
  'compile',
  'rows',
  'compile + rows',
  'warm',
  'answer',
  'upload to last byte',
] as const;

export function engineTable({ clusters }: Results): string {
  const rows = clusters.filter((c) => !refusalOf(c)).map(engineRow);
  return rows.length > 0 ? table(COLUMNS, rows) : '';
}

function engineRow(cluster: ClusterResult): string[] {
  const { name, input, stages, warm, upload } = cluster;
  const head = [name, megabytes(input.bytes), count(input.objects)];
  if (stages.reports.length === 0) return [...head, stages.failure ?? 'no report', ...COLUMNS.slice(4).map(() => '–')];
  return [
    ...head,
    ...(['parse', 'read', 'compile', 'rows'] as const).map((stage) => timeText(stageFigure(cluster, stage))),
    timeText(engineFigure(cluster)),
    warm?.failure ?? timeText(figure(warm, ({ engine }) => engine)),
    answerText(cluster),
    uploadText(upload),
  ];
}

function answerText(cluster: ClusterResult): string {
  const refused = cluster.stages.reports[0]?.refused;
  return refused ? refusalText(refused) : timeText(stageFigure(cluster, 'answer'));
}

/** A complete answer ends in a record of type `summary`. */
export function uploadText(upload: ClusterResult['upload']): string {
  const [report] = upload.reports;
  if (!report) return upload.failure ?? '–';
  if (report.refused) return refusalText(report.refused);
  return report.last === 'summary' ? timeText(figure(upload, ({ ms }) => ms)) : `cut short: ${report.last}`;
}

export function refusalText({ code, limit, value, maximum }: Refusal): string {
  return limit === undefined ? code : `\`${limit}\` ${count(value ?? 0)}, at most ${count(maximum ?? 0)}`;
}

export function refusedTable({ clusters }: Results): string {
  const rows = clusters.flatMap((cluster) => {
    const refused = refusalOf(cluster);
    if (!refused) return [];
    const after = figure(cluster.stages, (r) => r.refused?.msAfterParse);
    const top = refused.top.map(({ object, value }) => `${object} (${count(value)})`).join(', ');
    return [[cluster.name, refusalText(refused), refused.stage, timeText(after), top === '' ? '–' : top]];
  });
  return rows.length > 0 ? table(['cluster', 'problem', 'stage', 'from parsed to problem', 'most of it'], rows) : '';
}

export function countersTable({ clusters }: Results): string {
  const counted = clusters.flatMap(({ name, input, stages }) =>
    stages.reports[0]?.tally ? [{ name, input, ...stages.reports[0] }] : [],
  );
  const keys = [...new Set(counted.flatMap(({ counters }) => Object.keys(counters)))];
  const columns = [
    'cluster',
    ...keys,
    'cells not empty',
    'pairs allowed',
    'connection sets',
    'pairs by set',
    'answer',
    'sha256 of the input',
  ];
  const rows = counted.map(({ name, input, counters, tally, answerBytes }) => [
    name,
    ...keys.map((key) => count(counters[key] ?? 0)),
    count(tally?.nonZeroCells ?? 0),
    count(tally?.allowedPairs ?? 0),
    count(tally?.distinctCells ?? 0),
    `\`${tally?.digest}\``,
    answerBytes === undefined ? '–' : megabytes(answerBytes),
    `\`${input.sha256.slice(0, 12)}\``,
  ]);
  return rows.length > 0 ? table(columns, rows) : '';
}

/** Peak of the resident set, to the end of the rows, above that of a process that has only loaded the program. */
export function residentTable({ clusters, emptyResident }: Results): string {
  const rows = clusters.flatMap(({ name, stages }) => {
    const peak = medianOf(stages.reports, (r) => r.engineResident);
    return peak === undefined ? [] : [[name, megabytes(peak - emptyResident.plain)]];
  });
  return rows.length > 0 ? table(['cluster', 'peak above an empty process'], rows) : '';
}
