/** Ratios, which a busy machine leaves alone: growth between sizes, and the engine beside the evaluators of the tests. */

import { medianOf, type Series } from '../harness/series.ts';
import { growthExponent } from '../harness/statistics.ts';
import { count, milliseconds, table, times } from '../harness/table.ts';
import type { Results } from '../measure.ts';
import type { Sampled } from '../measured/sampled.ts';
import { clusterCalled, engineFigure } from './figures.ts';

const STEPS = [
  ['m100', 'm300'],
  ['m300', 'm1k'],
  ['m1k', 'm3k'],
  ['m3k', 'm10k'],
] as const;

/** How many times as long the larger takes, by calibrated times; undefined where one of the two was not measured. */
export function growth(
  results: Results,
  small: string,
  large: string,
): { factor: number; exponent: number } | undefined {
  const [a, b] = [clusterCalled(results, small), clusterCalled(results, large)];
  const [s, l] = [engineFigure(a), engineFigure(b)];
  if (!a || !b || !s || !l) return undefined;
  const [smaller, larger] = [s.ms / s.calibration, l.ms / l.calibration];
  const exponent = growthExponent({ size: a.workloads, time: smaller }, { size: b.workloads, time: larger });
  return { factor: larger / smaller, exponent };
}

export function growthTable(results: Results): string {
  const rows = STEPS.flatMap(([small, large]) => {
    const found = growth(results, small, large);
    return found ? [[`${small} to ${large}`, times(found.factor), found.exponent.toFixed(2)]] : [];
  });
  return rows.length > 0 ? table(['compile + rows', 'times as long', 'exponent'], rows) : '';
}

/** How many times as long an evaluator takes for all pairs, by its sample, as the engine in the same process. */
export function slowness(series: Series<'naive' | 'dense'> | undefined): number | undefined {
  return medianOf(series?.reports ?? [], ({ engine, ms, sample, pairs }) => (ms * pairs) / sample / engine);
}

export function evaluatorsTable({ naive, dense }: Results): string {
  const rows = [
    ['naive, one packet for each pair, 1,000 workloads', naive],
    ['dense, all ports, 300 workloads', dense],
  ].flatMap(([name, series]) => evaluatorRow(name as string, series as Results['naive']));
  const columns = [
    'evaluator',
    'engine',
    'asked',
    'pairs asked',
    'of all',
    'disagreements',
    'all pairs against the engine',
  ];
  return rows.length > 0 ? table(columns, rows) : '';
}

function evaluatorRow(name: string, series: Series<'naive' | 'dense'> | undefined): string[][] {
  const [report] = series?.reports ?? [];
  if (!report) return [];
  const middle = (pick: (report: Sampled) => number) => medianOf(series?.reports ?? [], pick) ?? Number.NaN;
  return [
    [
      name,
      milliseconds(middle((r) => r.engine)),
      milliseconds(middle((r) => r.ms)),
      count(report.sample),
      count(report.pairs),
      count(report.disagreements),
      times(slowness(series) ?? Number.NaN),
    ],
  ];
}
