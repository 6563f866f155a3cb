/**
 * `npm run bench:http [-- --seconds 5] [--soak] [--only node] [--threads 2] [--write]`: requests per second, latency and
 * memory of the service on Node and on workerd, beside a bare route in the same run, and what it does at twice what it
 * can. `--soak` keeps the first case up for ten minutes.
 */

import { parseArgs } from 'node:util';
import { writeSection } from './harness/readme.ts';
import { openScratch } from './harness/scratch.ts';
import { writeBodies } from './http/bodies.ts';
import { buildAll } from './http/builds.ts';
import { measureAll } from './http/measure.ts';
import { httpReport } from './http/report.ts';

const SOAK_SECONDS = 600;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    soak: { type: 'boolean', default: false },
    threads: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
});

const scratch = openScratch(undefined);
try {
  const seconds = Number(values.seconds);
  const measured = await measureAll({
    builds: await buildAll(scratch.folder),
    bodies: writeBodies(scratch.folder),
    seconds,
    soakSeconds: values.soak ? SOAK_SECONDS : undefined,
    threads: Number(values.threads),
    only: values.only,
    say: (line) => console.error(line),
  });
  const soak = values.soak ? ', the first of each runtime for ten minutes' : '';
  const report = httpReport(measured, `${seconds} seconds each${soak}`);
  console.log(report);
  if (values.write) writeSection('http', report);
} finally {
  scratch.close();
}
