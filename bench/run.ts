/**
 * `npm run bench [-- --quick] [--only m10k,cell] [--runs 5] [--scratch FOLDER] [--write]`: the analysis of generated
 * clusters, in fresh processes, by CPU time. Progress goes to standard error, the tables to standard output, and with
 * `--write` into `bench/README.md`.
 */

import { parseArgs } from 'node:util';
import { bundleMeasured } from './harness/bundle.ts';
import { writeSection } from './harness/readme.ts';
import { openScratch } from './harness/scratch.ts';
import { measureAll } from './measure.ts';
import { benchReport } from './report/bench-report.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    runs: { type: 'string' },
    scratch: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const runs = Number(values.runs ?? (values.quick ? '1' : '5'));
const scratch = openScratch(values.scratch);
try {
  const results = measureAll({
    program: await bundleMeasured(scratch.folder),
    folder: scratch.folder,
    runs,
    quick: values.quick,
    only: values.only.split(',').filter((name) => name !== ''),
    say: (line) => console.error(line),
  });
  const report = benchReport(results, runs);
  console.log(report);
  if (values.write) writeSection('bench', report);
} finally {
  scratch.close();
}
