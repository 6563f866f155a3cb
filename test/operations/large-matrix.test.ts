/** A matrix that is too large for one answer: refused with its size, and to be had by classes, in pages and in part. */

import { describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../src/ingest/index.ts';
import { evaluateResult } from '../../src/operations/evaluate.ts';
import { reachability } from '../../src/operations/reachability.ts';
import type { AnswerRecord } from '../../src/render/answer.ts';
import { formsWith } from '../../src/render/formats.ts';
import { type Problem, ProblemError } from '../../src/util/problem.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';
import { recordsIn } from '../support/records.ts';

const MAXIMUM = LIMITS.connections.value;
/** So many pods that open to each other make too many connections. */
const COUNT = Math.ceil(Math.sqrt(MAXIMUM)) + 2;
const PAIRS = COUNT * (COUNT - 1);
const id = (i: number) => `p${String(i).padStart(4, '0')}`;

const open = together(
  ...Array.from({ length: COUNT }, (_, i) => pod(`a/${id(i)}`)),
  policy('a/all', '{ policyTypes: [Ingress], ingress: [{}] }'),
);
const analysis = analysisOf(open);
const answerOf = (options: Record<string, unknown>) => reachability.run(analysis, reachability.input.parse(options));
const recordsOf = (options: Record<string, unknown>): AnswerRecord[] => recordsIn(answerOf(options));

function refusalOf(ask: () => unknown): Problem | undefined {
  try {
    ask();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('too large a matrix', () => {
  it.each(formsWith(['graph']).filter(({ name }) => name !== 'ndjson'))(
    'is refused as $name, with its size and with what could be asked for instead',
    (format) => {
      const write = () => {
        const written = format.write(answerOf({ external: false }));
        return typeof written === 'string' ? written : [...written].join('');
      };
      expect(refusalOf(write)).toMatchObject({
        code: 'limit-exceeded',
        limit: 'connections',
        value: PAIRS,
        maximum: MAXIMUM,
        summary: {
          workloads: COUNT,
          policies: 1,
          connections: PAIRS,
          classes: { sources: 2, destinations: 2 },
          cells: 1,
        },
        alternatives: ['format=ndjson', 'limit', 'focus', 'connection', 'external=false'],
      });
    },
  );

  it('has its outside addresses counted with it', () => {
    const { summary, detail } = refusalOf(() => answerOf({}).json()) ?? {};
    expect(summary?.connections).toBe(PAIRS + 4 * COUNT);
    expect(detail).toContain(`${PAIRS + 4 * COUNT} connections`);
  });

  it('is answered where a focus leaves little of it', () => {
    expect(answerOf({ external: false, focus: id(1) }).json()).toMatchObject({
      summary: { connections: 2 * (COUNT - 1) },
    });
  });

  it('is refused where a focus leaves too much of it, and pages are not offered', () => {
    const focus = Array.from({ length: COUNT }, (_, i) => id(i));
    const refusal = refusalOf(() => answerOf({ external: false, focus }).json());
    expect(refusal).toMatchObject({
      value: PAIRS,
      alternatives: ['focusPeer', 'direction', 'connection', 'external=false'],
    });
    expect(refusalOf(() => recordsOf({ external: false, focus }))).toMatchObject({ value: PAIRS });
  });
});

describe('a page of too large a matrix', () => {
  interface Shown {
    readonly connections: readonly { readonly from: string; readonly to: string }[];
    readonly next?: string;
    readonly summary: { readonly connections: number };
  }
  const pageOf = (options: Record<string, unknown>) => answerOf({ external: false, ...options }).json() as Shown;
  const ends = ({ connections }: Shown) => connections.map(({ from, to }) => `${from} ${to}`);

  it('is what it would be of the whole, and leads to the next', () => {
    const first = pageOf({ limit: COUNT });
    const expected = Array.from({ length: COUNT - 1 }, (_, i) => `a/${id(0)}[Pod] a/${id(i + 1)}[Pod]`);
    expect(ends(first)).toEqual([...expected, `a/${id(1)}[Pod] a/${id(0)}[Pod]`]);
    expect(first.summary.connections).toBe(PAIRS);
    expect(ends(pageOf({ limit: 1, cursor: first.next }))).toEqual([`a/${id(1)}[Pod] a/${id(2)}[Pod]`]);
  });

  it('leads nowhere where it is the last', () => {
    const last = pageOf({ limit: 100, cursor: `${PAIRS - 2}-${PAIRS}` });
    expect(ends(last)).toEqual([COUNT - 3, COUNT - 2].map((i) => `a/${id(COUNT - 1)}[Pod] a/${id(i)}[Pod]`));
    expect(last.next).toBeUndefined();
  });

  it('of another list is refused', () => {
    expect(refusalOf(() => pageOf({ limit: 1, cursor: '5-6' }))?.code).toBe('invalid-options');
  });
});

describe('as records of classes', () => {
  it('a matrix of any size is answered, and cut where that is asked for', () => {
    for (const options of [{}, { external: false }, { connection: 'tcp/80', external: false }]) {
      const records = recordsOf(options);
      const outside = 'external' in options ? 0 : 4 * COUNT;
      expect(records.at(-1)).toMatchObject({ t: 'summary', summary: { connections: PAIRS + outside } });
      expect(records.filter(({ t }) => t === 'class')).toHaveLength('external' in options ? 2 : 4);
    }
    const [row] = recordsOf({ connection: 'tcp/80', external: false }).filter(({ t }) => t === 'row');
    expect(row).toEqual({ t: 'row', from: 0, to: [{ classes: '0', allow: { TCP: '80' } }] });
  });

  it('it begins before its last row is computed', () => {
    const row = vi.spyOn(analysis.reach(), 'row');
    try {
      const records = answerOf({}).records()[Symbol.iterator]();
      let record = records.next();
      while (record.value.t !== 'class') record = records.next();
      expect(row.mock.calls.length).toBeLessThan(analysis.reach().sources.members.length);
    } finally {
      row.mockRestore();
    }
  });
});

describe('more work than one answer may be', () => {
  it('is refused before the first record, and single questions are still answered', () => {
    const small = analysisOf(together(pod('a/x'), pod('a/y'), policy('a/p', '{}')));
    const [costly] = small.policies().policies;
    if (!costly) throw new Error('there is a policy');
    vi.spyOn(small.reach(), 'work').mockReturnValue(LIMITS.ruleWork.value + 1);
    vi.spyOn(small.reach(), 'costs').mockReturnValue(new Map([[costly, LIMITS.ruleWork.value + 1]]));
    const refusal = refusalOf(() => reachability.run(small, reachability.input.parse({})));
    expect(refusal).toMatchObject({ limit: 'ruleWork', top: [{ object: 'NetworkPolicy a/p' }] });
    const queries = [{ from: 'a/x', to: 'a/y', protocol: 'TCP', port: 80 } as const];
    expect(evaluateResult([small], { queries }).results).toMatchObject([{ verdict: 'deny' }]);
  });
});
