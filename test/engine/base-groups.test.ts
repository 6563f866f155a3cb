import fc from 'fast-check';
import { expect, it } from 'vitest';
import { portRange } from '../../src/algebra/connection-set.ts';
import { BaseGroups } from '../../src/engine/base-groups.ts';
import { ClassMarks } from '../../src/engine/class-marks.ts';
import { PortSets } from '../../src/engine/port-sets.ts';
import { RowRuns } from '../../src/engine/row-runs.ts';
import type { Base, Coarse } from '../../src/engine/side-row.ts';
import { CLOSED, type VerdictId, Verdicts } from '../../src/engine/verdicts.ts';
import { mayMeet, OUTSIDE } from '../../src/engine/zones.ts';
import { classCells } from '../oracle/class-cells.ts';

const CLASSES = 40;
const PARTS = 4;
const ENDPOINT = 3;

const pool = new PortSets();
const verdicts = new Verdicts(pool);
const KNOWN: readonly VerdictId[] = [
  CLOSED,
  ...[1, 2, 3, 4].map((last) => verdicts.of(pool.of(portRange('TCP', 1, last)), pool.of(portRange('TCP', 1, 5)))),
];

const list = (max: number, length: number) => fc.array(fc.nat({ max }), { minLength: length, maxLength: length });
const side = fc.record({
  of: list(PARTS - 1, CLASSES),
  bases: fc.array(list(KNOWN.length - 1, PARTS), { minLength: 1, maxLength: 5 }),
});
const row = fc.record({
  sent: fc.nat({ max: 4 }),
  taken: fc.nat({ max: 4 }),
  marks: fc.uniqueArray(fc.nat({ max: 39 })),
});

function basesOf({ of, bases }: { readonly of: readonly number[]; readonly bases: readonly (readonly number[])[] }) {
  const coarse: Coarse = { of: Uint16Array.from(of), samples: new Int32Array(PARTS) };
  return bases.map((numbers, id): Base => {
    const own = Int32Array.from(numbers, (number) => KNOWN[number] ?? CLOSED);
    return { id, coarse, verdicts: own, isClosed: own.every((verdict) => verdict === CLOSED) };
  });
}

it('what two bases leave is the meeting of both for each class, however little of it is kept', () => {
  fc.assert(
    fc.property(
      side,
      side,
      list(1, CLASSES),
      fc.array(row, { maxLength: 30 }),
      fc.nat({ max: 60 }),
      (one, two, zone, rows, kept) => {
        const [sents, takens] = [basesOf(one), basesOf(two)];
        const zones = Uint8Array.from(zone, (number) => (number === 0 ? OUTSIDE : ENDPOINT));
        const [sent, taken] = [sents[0] as Base, takens[0] as Base];
        const runs = new RowRuns(CLASSES);
        const groups = new BaseGroups(OUTSIDE, zones, { sent, taken }, { verdicts, runs }, kept);
        const [marks, out] = [new ClassMarks(CLASSES), new RowRuns(CLASSES)];
        for (const asked of rows) {
          const a = sents[asked.sent % sents.length] as Base;
          const b = takens[asked.taken % takens.length] as Base;
          for (const id of asked.marks) marks.set(id, KNOWN[id % KNOWN.length] as VerdictId);
          groups.write(a, b, marks, out);
          const { destinations, cells } = classCells(out.take(0));
          const wanted = Array.from(zones, (own, id) => {
            if (asked.marks.includes(id)) return KNOWN[id % KNOWN.length] as VerdictId;
            if (!mayMeet(OUTSIDE, own)) return CLOSED;
            return verdicts.meet(
              a.verdicts[a.coarse.of[id] ?? 0] ?? CLOSED,
              b.verdicts[b.coarse.of[id] ?? 0] ?? CLOSED,
            );
          });
          const open = [...wanted.keys()].filter((id) => wanted[id] !== CLOSED);
          expect([...destinations]).toEqual(open);
          expect([...cells]).toEqual(open.map((id) => wanted[id]));
        }
      },
    ),
  );
});
