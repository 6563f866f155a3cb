/** The matrix by classes says what the list of its connections says, for the whole and for what is cut out of it. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matrixStream } from '../../src/operations/matrix-stream.ts';
import { focusOptions } from '../../src/operations/options.ts';
import { reachabilityResult } from '../../src/operations/reachability-result.ts';
import type { AnswerRecord } from '../../src/render/answer.ts';
import { analysisOfObjects } from '../oracle/ask-engine.ts';
import { randomFullPicture } from '../oracle/random-full-picture.ts';
import { recordsIn } from '../support/records.ts';

interface ClassRecord {
  readonly side: 'source' | 'destination';
  readonly id: number;
  readonly peers: readonly string[];
}

interface RowRecord {
  readonly from: number;
  readonly to: readonly { readonly classes: string; readonly allow: unknown; readonly unknown?: unknown }[];
}

const ofType = <T>(records: readonly AnswerRecord[], type: AnswerRecord['t']): T[] =>
  records.filter(({ t }) => t === type).map(({ t: _, ...rest }) => rest as T);

/** `3-5,7` as numbers. */
function numbersIn(runs: string): number[] {
  return runs.split(',').flatMap((run) => {
    const [first = 0, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** `from > to` of every pair of peers that the rows are about, with what is allowed and unknown. */
function expanded(records: readonly AnswerRecord[]): Map<string, unknown> {
  const peers = new Map(
    ofType<ClassRecord>(records, 'class').map(({ side, id, peers: of }) => [`${side} ${id}`, of] as const),
  );
  const found = new Map<string, unknown>();
  for (const { from, to } of ofType<RowRecord>(records, 'row')) {
    for (const { classes, ...cell } of to) {
      for (const target of numbersIn(classes).flatMap((id) => peers.get(`destination ${id}`) ?? [])) {
        for (const source of peers.get(`source ${from}`) ?? []) found.set(`${source} > ${target}`, cell);
      }
    }
  }
  return found;
}

const options = fc.record({
  connection: fc.constantFrom(undefined, 'tcp/80', 'udp/53'),
  external: fc.boolean(),
  self: fc.boolean(),
});

it('rows of classes are the connections, and the summary counts them', () => {
  fc.assert(
    fc.property(randomFullPicture, options, (objects, { connection, ...more }) => {
      const analysis = analysisOfObjects(objects, { level: 'workload', ipBlockPods: 'match' });
      const asked = focusOptions.parse({ ...more, ...(connection === undefined ? {} : { connection }) });
      const records = recordsIn({ records: () => matrixStream(analysis, asked) });
      const { findings, summary } = reachabilityResult(analysis, asked);
      expect(ofType(records, 'finding')).toEqual(findings);
      expect(records.at(-1)).toMatchObject({ t: 'summary', summary });
      const inside = reachabilityResult(analysis, { ...asked, self: true, external: false });
      const ids = new Set(inside.peers.map(({ id }) => id));
      const isInside = (pair: string) => pair.split(' > ').every((id) => ids.has(id));
      const listed = inside.connections.map(({ from, to, ways: _, ...cell }) => [`${from} > ${to}`, cell] as const);
      expect(new Map([...expanded(records)].filter(([pair]) => isInside(pair)))).toEqual(new Map(listed));
      expect(more.external || [...expanded(records).keys()].every(isInside)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
