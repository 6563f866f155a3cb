/** What the engine is to reach, beside what was measured and what the prototype of the algorithm once took. */

import { medianOf, type Series } from '../harness/series.ts';
import { megabytes, milliseconds, table, times } from '../harness/table.ts';
import type { Results } from '../measure.ts';
import { uploadText } from './engine.ts';
import { clusterCalled, engineFigure, engineThread, type Figure, figure, refusalOf, timeText } from './figures.ts';
import { finishText, peakOfBuffers } from './memory.ts';
import { growth, slowness } from './ratios.ts';

interface Target {
  readonly what: string;
  readonly bar: string;
  readonly prototype: string;
  readonly measured: (results: Results) => string | undefined;
  /** What the computing thread took of a time. */
  readonly thread?: (results: Results) => number | undefined;
}

const cold = (name: string) => (results: Results) => text(engineFigure(clusterCalled(results, name)));
const text = (time: Figure | undefined) => (time ? timeText(time) : undefined);
const upload = (name: string) => (results: Results) => {
  const found = clusterCalled(results, name);
  return found && uploadText(found.upload);
};

const threadOf = (name: string) => (results: Results) => engineThread(clusterCalled(results, name));
const uploadThread = (series: Series<'upload'> | undefined) => medianOf(series?.reports ?? [], (r) => r.threadMs);

const TARGETS: readonly Target[] = [
  {
    what: '1,000 workloads, 500 policies, cold',
    bar: '30 ms',
    prototype: '36 ms (1.1)',
    measured: cold('m1k'),
    thread: threadOf('m1k'),
  },
  {
    what: '10,000 workloads (150,000 pods), 10,000 policies, 300 CIDRs, cold',
    bar: '600 ms',
    prototype: '590 ms (18)',
    measured: cold('m10k'),
    thread: threadOf('m10k'),
  },
  {
    what: 'the same, warm',
    bar: '350 ms',
    prototype: '430 ms (13)',
    measured: (results) => text(figure(clusterCalled(results, 'm10k')?.warm, ({ engine }) => engine)),
    thread: (results) => medianOf(clusterCalled(results, 'm10k')?.warm?.reports ?? [], (r) => r.engineThread),
  },
  {
    what: 'the same with 50 admin policies and a baseline, cold',
    bar: '1.2 s',
    prototype: '2.05 s (64)',
    measured: cold('m10kA'),
    thread: threadOf('m10kA'),
  },
  {
    what: 'the same as YAML, upload to last byte of the streamed answer',
    bar: '2 s',
    prototype: 'not measured',
    measured: ({ yaml }) => yaml && uploadText(yaml),
    thread: ({ yaml }) => uploadThread(yaml),
  },
  {
    what: '150,000 Pods as NDJSON, upload to last byte',
    bar: '2.5 s',
    prototype: '2.3 s (73) in workerd',
    measured: upload('p10k'),
    thread: (results) => uploadThread(clusterCalled(results, 'p10k')?.upload),
  },
  {
    what: 'growth from 3,000 to 10,000 workloads',
    bar: '4.5x',
    prototype: '3.8x',
    measured: (results) => {
      const found = growth(results, 'm3k', 'm10k');
      return found && times(found.factor);
    },
  },
  {
    what: 'one cell with its explanation, after the compile, at 10,000',
    bar: '1 ms',
    prototype: 'not measured',
    measured: ({ cell }) => text(figure(cell, (r) => r.median)),
  },
  {
    what: 'changes between two versions of the 10,000',
    bar: '1.2 s',
    prototype: '1.13 s (35)',
    measured: ({ diff }) => text(figure(diff, (r) => r.ms)),
    thread: ({ diff }) => medianOf(diff?.reports ?? [], (r) => r.threadMs),
  },
  ...(['m10k', 'm10kA', 'p10k'] as const).map((name) => ({
    what: `memory of ${name}: old space of 64 MB, array buffers`,
    bar: 'finishes, 16 MB',
    prototype: 'finishes, 7 MB',
    measured: ({ memory }: Results) => {
      const found = memory.find((m) => m.name === name);
      const peak = found && peakOfBuffers(found);
      return found && `finishes: ${finishText(found)}${peak === undefined ? '' : `, ${megabytes(peak)}`}`;
    },
  })),
  {
    what: 'adversarial labels, 10,000 distinct label sets',
    bar: '3 s and 96 MB, or a problem within 1 s',
    prototype: '6.5 s (204), 539 MB',
    measured: adversarialLabels,
    thread: threadOf('adversarial-labels-10k'),
  },
  {
    what: 'one namespace, 3,000 random selectors',
    bar: 'a problem within 1 s that names five policies',
    prototype: '10.8 s (338)',
    measured: overBudget,
  },
  {
    what: 'against the naive evaluator at 1,000 workloads',
    bar: '100x',
    prototype: '127x',
    measured: ({ naive }) => {
      const found = slowness(naive);
      return found === undefined ? undefined : times(found);
    },
  },
];

function adversarialLabels(results: Results): string | undefined {
  const found = clusterCalled(results, 'adversarial-labels-10k');
  if (!found || refusalOf(found)) return found && overBudgetText(found);
  const peak = found.stages.reports[0]?.engineResident;
  const memory = peak === undefined ? '' : `, ${megabytes(peak - results.emptyResident.plain)}`;
  return found.stages.failure ?? `${timeText(engineFigure(found))}${memory}`;
}

function overBudget(results: Results): string | undefined {
  const found = clusterCalled(results, 'one-namespace-labels-3k');
  if (!found) return undefined;
  return refusalOf(found)
    ? overBudgetText(found)
    : (found.stages.failure ?? `no problem: ${timeText(engineFigure(found))}`);
}

function overBudgetText(found: NonNullable<ReturnType<typeof clusterCalled>>): string {
  const after = figure(found.stages, (r) => r.refused?.msAfterParse);
  const refused = refusalOf(found);
  return `\`${refused?.limit}\` after ${milliseconds(after?.ms ?? Number.NaN)}, ${refused?.top.length ?? 0} named`;
}

export function targetsTable(results: Results): string {
  const rows = TARGETS.flatMap(({ what, bar, prototype, measured, thread }) => {
    const found = measured(results);
    const ofThread = thread?.(results);
    return found === undefined
      ? []
      : [
          [
            what,
            `≤ ${bar}`.replace(/^≤ (?=finishes|a problem|100x)/, ''),
            found,
            ofThread === undefined ? '' : milliseconds(ofThread),
            prototype,
          ],
        ];
  });
  return rows.length > 0 ? table(['', 'to reach', 'measured', 'of it the computing thread', 'prototype'], rows) : '';
}
