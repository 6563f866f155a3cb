/**
 * How much work the engine does on generated clusters, counted: what grows without a reason is seen here, on any machine.
 * `vitest run --project core test/bench --update` records what is counted.
 */

import { expect, it } from 'vitest';
import { generate } from '../../bench/gen-cluster.mjs';
import { writeAnswer } from '../../bench/measured/answer.ts';
import { CellTally } from '../../bench/measured/cell-tally.ts';
import { refusalOf } from '../../bench/measured/refusal.ts';
import { Analysis } from '../../src/analysis/analysis.ts';

type ClusterOptions = Parameters<typeof generate>[0];

const M300 = { workloads: 300, policies: 150, namespaces: 30 };
const M1K = { workloads: 1000, policies: 500, namespaces: 60 };

const CLUSTERS: Readonly<Record<string, ClusterOptions>> = {
  m100: { workloads: 100, policies: 50, namespaces: 10 },
  m300: M300,
  m1k: M1K,
  'm1k with 50 admin policies': { ...M1K, adminPolicies: 50 },
  'adversarial-labels': { ...M300, profile: 'adversarial-labels' },
  'adversarial-ports': { ...M300, profile: 'adversarial-ports' },
  'adversarial-cidrs': { ...M300, profile: 'adversarial-cidrs', cidrs: 300 },
};

it('the engine counts on generated clusters what is recorded', async () => {
  const counted = Object.entries(CLUSTERS).map(([name, options]) => [name, countersOf(options)]);
  await expect(`${JSON.stringify(Object.fromEntries(counted), null, 2)}\n`).toMatchFileSnapshot('counters.json');
});

function countersOf(options: ClusterOptions): object {
  const lines = [...generate(options)].map((object) => JSON.stringify(object));
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const analysis = new Analysis({ files: [{ path: 'cluster.ndjson', bytes }] });
  const reach = analysis.reach();
  const tally = new CellTally(reach);
  tally.addAll();
  return { ...reach.counters(), ...tally.result(), inputBytes: bytes.length, answer: answerOf(analysis) };
}

/** The bytes of the streamed answer, or the limit that refuses it. */
function answerOf(analysis: Analysis): number | string | undefined {
  try {
    return writeAnswer(analysis);
  } catch (cause) {
    return refusalOf(cause).limit;
  }
}
