/** Figures that are made of several runs, and how they are written. */

import { medianOf, type Series } from '../harness/series.ts';
import { milliseconds } from '../harness/table.ts';
import type { ClusterResult, Results } from '../measure.ts';
import type { Mode, ReportOf } from '../measured/main.ts';
import type { Stage, StagesReport } from '../measured/stages.ts';

/** A time, and the calibration loop of the processes it was measured in; both in CPU milliseconds. */
export interface Figure {
  readonly ms: number;
  readonly calibration: number;
}

/** The median of what is picked from each report. */
export function figure<M extends Mode>(
  series: Series<M> | undefined,
  pick: (report: ReportOf<M>) => number | undefined,
): Figure | undefined {
  const ms = medianOf(series?.reports ?? [], pick);
  return ms === undefined ? undefined : { ms, calibration: calibrationOf(series) };
}

function calibrationOf<M extends Mode>(series: Series<M> | undefined): number {
  return medianOf(series?.reports ?? [], (report) => report.calibration) ?? Number.NaN;
}

export function stageFigure({ stages }: ClusterResult, stage: Stage): Figure | undefined {
  return figure(stages, (report) => report.ms[stage]);
}

/** The engine alone: compile and all rows, in a process that has done nothing before. */
export function engineFigure(cluster: ClusterResult | undefined): Figure | undefined {
  return figure(cluster?.stages, ({ ms }) =>
    ms.compile === undefined || ms.rows === undefined ? undefined : ms.compile + ms.rows,
  );
}

/** What the computing thread took of that. */
export function engineThread(cluster: ClusterResult | undefined): number | undefined {
  return medianOf(cluster?.stages.reports ?? [], ({ threadMs: { compile, rows } }) =>
    compile === undefined || rows === undefined ? undefined : compile + rows,
  );
}

export function clusterCalled({ clusters }: Results, name: string): ClusterResult | undefined {
  return clusters.find((c) => c.name === name);
}

/** Where a budget ended the analysis before its rows. */
export function refusalOf({ stages }: ClusterResult): StagesReport['refused'] {
  const [report] = stages.reports;
  return report?.ms.rows === undefined ? report?.refused : undefined;
}

/** `312 ms (5.1)`: the time, and how often the calibration loop would fit into it. */
export function timeText(time: Figure | undefined): string {
  return time === undefined ? '–' : `${milliseconds(time.ms)} (${ratioText(time)})`;
}

export function ratioText({ ms, calibration }: Figure): string {
  const ratio = ms / calibration;
  if (Number.isNaN(ratio)) return '–';
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2);
}
