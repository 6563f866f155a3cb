import fc from 'fast-check';
import { expect, it } from 'vitest';
import { membershipOf } from '../../src/engine/node-set.ts';
import { NodeSets } from '../../src/engine/node-sets.ts';
import { SubjectIndex } from '../../src/engine/subject-index.ts';

const NODES = 200;
const subject = fc
  .uniqueArray(fc.nat({ max: NODES - 1 }), { maxLength: NODES })
  .chain((nodes) => fc.nat({ max: nodes.length }).map((cut) => [nodes.slice(0, cut), nodes.slice(cut)] as const))
  .map(([sure, maybe]) => {
    const sets = new NodeSets(NODES);
    const set = (list: readonly number[]) => sets.of(list.toSorted((a, b) => a - b));
    return maybe.length > 0 ? { sure: set(sure), maybe: set(maybe) } : { sure: set(sure) };
  });

it('finds what asking every entry finds, in order', () => {
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 12 }), fc.nat({ max: NODES - 1 }), (subjects, node) => {
      const entries = [...subjects, ...subjects.slice(0, 2)];
      const asked = [...entries.keys()].filter(
        (i) => membershipOf(entries[i] as (typeof entries)[number], node) !== 'no',
      );
      expect(new SubjectIndex(entries).about(node)).toEqual(asked);
    }),
  );
});
