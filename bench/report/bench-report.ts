/** All that was measured as Markdown. */

import { machineFacts } from '../harness/machine.ts';
import { count, milliseconds } from '../harness/table.ts';
import type { Results } from '../measure.ts';
import { countersTable, engineTable, refusedTable, residentTable, uploadText } from './engine.ts';
import { figure, timeText } from './figures.ts';
import { memoryTable } from './memory.ts';
import { evaluatorsTable, growthTable } from './ratios.ts';
import { targetsTable } from './targets.ts';

interface Section {
  readonly title: string;
  readonly body: (results: Results) => string;
}

const SECTIONS: readonly Section[] = [
  { title: 'Targets', body: targetsTable },
  { title: 'Stages', body: engineTable },
  { title: 'Over a budget', body: refusedTable },
  { title: 'Questions', body: questions },
  { title: 'Growth', body: growthTable },
  { title: 'Beside the evaluators of the tests', body: evaluatorsTable },
  { title: 'Memory with an old space of 64 MB', body: memoryTable },
  { title: 'Memory without a limit', body: residentTable },
  { title: 'Counters', body: countersTable },
];

export function benchReport(results: Results, runs: number): string {
  const facts = `${machineFacts()} Medians of ${runs} fresh processes where a case took no longer than a minute, fewer where it did; in brackets the multiple of the calibration loop.`;
  const sections = SECTIONS.flatMap(({ title, body }) => {
    const written = body(results);
    return written === '' ? [] : [`### ${title}\n\n${written}`];
  });
  return [facts, ...sections].join('\n\n');
}

function questions({ yaml, cell, diff }: Results): string {
  const [asked] = cell?.reports ?? [];
  return [
    ...(yaml
      ? [`- m10k as ${(yaml.input.bytes / 1e6).toFixed(1)} MB of YAML, upload to last byte: ${uploadText(yaml)}`]
      : []),
    ...(asked
      ? [
          `- one cell with its explanation at m10k: ${timeText(figure(cell, (r) => r.median))}, the median of ${count(asked.questions)} random pairs; the first ${timeText(figure(cell, (r) => r.first))}, the longest ${milliseconds(asked.longest)}`,
        ]
      : []),
    ...(diff
      ? [
          `- two versions of m10k, one policy changed, both compiles and the comparison: ${diff.refusal?.limit ?? diff.failure ?? timeText(figure(diff, (r) => r.ms))}`,
        ]
      : []),
  ].join('\n');
}
