import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PodLabel, withDefaults, withLabels } from '../../src/kubernetes/pod-labels.ts';

const label: fc.Arbitrary<PodLabel> = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, '', 'x', 'y'));
const layer = fc.uniqueArray(label, { selector: ([key]) => key });

describe('labels laid over others', () => {
  it('are as in a Map that they are added to, layer by layer, its order included', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 4 }), ([first = [], ...over]) => {
        const expected = new Map([...first, ...over.flat()]);
        const labels = over.reduce(withLabels, new Map(first));
        expect([...labels]).toEqual([...expected]);
        expect(labels.size).toBe(expected.size);
        for (const key of ['a', 'b', 'c', 'd']) {
          expect(labels.has(key)).toBe(expected.has(key));
          expect(labels.get(key)).toBe(expected.get(key));
        }
      }),
    );
  });

  it('leave what is below as it was', () => {
    const below = new Map([['a', 'x']]);
    const first = withLabels(below, [['b', 'y']]);
    withLabels(first, [['b', 'z']]);
    expect([...first]).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
    expect([...below]).toEqual([['a', 'x']]);
  });
});

describe('labels put beside others', () => {
  it('count only where the others have no such key', () => {
    const labels = withDefaults(new Map([['a', 'own']]), [
      ['a', null],
      ['b', null],
    ]);
    expect([...labels]).toEqual([
      ['a', 'own'],
      ['b', null],
    ]);
  });
});
