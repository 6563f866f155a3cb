/**
 * `npm run mutations -- [COUNT] [FIRST]`: tries so many mutations of valid uploads, a million unless said, from a number
 * on. Says which are answered badly or take longer than two seconds, and how the memory of the process grew.
 */

import { createService } from '../src/entry/app.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import { memoryParts } from '../src/platform/memory/parts.ts';
import { judge } from '../test/hostile/judge.ts';
import { mutate } from '../test/hostile/mutate.ts';
import { uploadSeeds } from '../test/hostile/uploads.ts';

const SLOW_MS = 2_000;
const REPORT_EVERY = 50_000;

const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

async function main(count: number, first: number): Promise<void> {
  const service = createService(memoryParts({ operations: OPERATIONS }));
  const seeds = await uploadSeeds();
  let bad = 0;
  let slowest = 0;
  for (let number = first; number < first + count; number++) {
    const started = performance.now();
    const fault = await judge(service, mutate(seeds, number));
    const took = performance.now() - started;
    slowest = Math.max(slowest, took);
    if (fault !== undefined || took > SLOW_MS) {
      bad += 1;
      console.log(`mutation ${number}: ${fault ?? `took ${Math.round(took)} ms`}`);
    }
    if ((number - first + 1) % REPORT_EVERY === 0)
      console.log(`${number - first + 1} tried, ${megabytes()} MB resident`);
  }
  console.log(
    `${count} mutations from ${first}: ${bad} bad, the slowest ${Math.round(slowest)} ms, ${megabytes()} MB resident`,
  );
  if (bad > 0) process.exitCode = 1;
}

const [count = '1000000', first = '1000000'] = process.argv.slice(2);
await main(Number(count), Number(first));
