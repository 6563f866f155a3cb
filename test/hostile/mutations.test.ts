/** Ten thousand mutations of valid uploads, the same on every run; `npm run mutations` tries a million others. */

import { expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';
import { judge, send } from './judge.ts';
import { mutate } from './mutate.ts';
import { uploadSeeds } from './uploads.ts';

const COUNT = 10_500;

const log: string[] = [];
const service = createService({ ...memoryParts({ operations: OPERATIONS }), log: (line) => log.push(line) });
const seeds = await uploadSeeds();

test('every seed is a good upload', async () => {
  const statuses = await Promise.all(seeds.map(async (seed) => (await send(service, seed)).status));
  expect(statuses.filter((status) => ![200, 201, 422].includes(status))).toEqual([]);
});

test('the same number makes the same request', () => {
  for (const number of [0, 1, 77, 4_000]) expect(mutate(seeds, number)).toEqual(mutate(seeds, number));
});

test('no mutation is answered with anything but an answer or a valid problem, and nothing is logged', async () => {
  const faults: string[] = [];
  for (let number = 0; number < COUNT; number++) {
    const fault = await judge(service, mutate(seeds, number));
    if (fault !== undefined) faults.push(`mutation ${number}: ${fault}`);
  }
  expect(faults).toEqual([]);
  expect(log).toEqual([]);
});
