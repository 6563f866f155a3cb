import { describe, expect, it } from 'vitest';
import { ObjectScope } from '../../../src/kubernetes/field.ts';
import { readLabelSelector } from '../../../src/policy/dialects/label-selector.ts';
import { ANYTHING, selector } from '../../../src/policy/selector.ts';
import { SelectorPool } from '../../../src/policy/selector-pool.ts';
import { briefly, documentOf } from '../../support/bundle.ts';

function read(text: string) {
  const scope = new ObjectScope(documentOf(`apiVersion: v1\nkind: X\ns: ${text}\n`));
  const predicate = readLabelSelector(scope.root.at('s'), new SelectorPool());
  return { text: selector(ANYTHING, predicate).text.slice('pods and() '.length), faults: scope.findings.map(briefly) };
}

describe('a label selector', () => {
  it.each([
    ['{}', 'and()'],
    ['{ matchLabels: {}, matchExpressions: [] }', 'and()'],
    ['{ matchLabels: null }', 'and()'],
    ['{ matchLabels: { a: x } }', 'in(["a","x"])'],
    ['{ matchLabels: { a: "" } }', 'in(["a",""])'],
    ['{ matchLabels: { a: null } }', 'in(["a",""])'],
    ['{ matchLabels: { b: z, a: x } }', 'and(in(["a","x"]) in(["b","z"]))'],
    ['{ matchExpressions: [{ key: a, operator: In, values: [z, x] }] }', 'in(["a","x","z"])'],
    ['{ matchExpressions: [{ key: a, operator: NotIn, values: [x] }] }', 'not(in(["a","x"]))'],
    ['{ matchExpressions: [{ key: a, operator: Exists }] }', 'exists("a")'],
    ['{ matchExpressions: [{ key: a, operator: DoesNotExist, values: [] }] }', 'not(exists("a"))'],
    ['{ matchLabels: { a: x }, matchExpressions: [{ key: a, operator: In, values: [x] }] }', 'in(["a","x"])'],
    [
      '{ matchExpressions: [{ key: a, operator: In, values: [x] }, { key: a, operator: NotIn, values: [x] }] }',
      'and(in(["a","x"]) not(in(["a","x"])))',
    ],
    ['{ matchLabels: { constructor: x } }', 'in(["constructor","x"])'],
  ])('%s asks for %s', (text, expected) => {
    expect(read(text)).toEqual({ text: expected, faults: [] });
  });

  it.each([
    ['{ app: web }', ['SCH002 /s/app !']],
    ['{ matchlabels: {} }', ['SCH002 /s/matchlabels !']],
    ['{ matchLabels: [] }', ['SCH003 /s/matchLabels !']],
    ['{ matchLabels: { "-": x } }', ['SCH008 /s/matchLabels/- !']],
    ['{ matchLabels: { a: "x y" } }', ['SCH008 /s/matchLabels/a !']],
    ['{ matchLabels: { a: on } }', ['YML003 /s/matchLabels/a !']],
    ['{ matchExpressions: [{ key: a, operator: In }] }', ['SCH004 /s/matchExpressions/0 !']],
    ['{ matchExpressions: [{ key: a, operator: NotIn, values: [] }] }', ['SCH004 /s/matchExpressions/0 !']],
    ['{ matchExpressions: [{ key: a, operator: Exists, values: [x] }] }', ['SCH003 /s/matchExpressions/0/values !']],
    ['{ matchExpressions: [{ key: a, operator: Gt }] }', ['SCH003 /s/matchExpressions/0/operator !']],
    ['{ matchExpressions: [{ key: a, operator: exists }] }', ['SCH003 /s/matchExpressions/0/operator !']],
    ['{ matchExpressions: [{ key: a }] }', ['SCH003 /s/matchExpressions/0/operator !']],
    ['{ matchExpressions: [{ operator: Exists }] }', ['SCH008 /s/matchExpressions/0/key !']],
    ['{ matchExpressions: [{ key: "@node", operator: Exists }] }', ['SCH008 /s/matchExpressions/0/key !']],
    ['{ matchExpressions: [{ key: a, operator: In, values: ["x y"] }] }', ['SCH008 /s/matchExpressions/0/values !']],
    ['{ matchExpressions: [{ key: a, operator: In, value: x }] }', ['SCH002 /s/matchExpressions/0/value !']],
    ['{ matchExpressions: [x] }', ['SCH003 /s/matchExpressions/0 !']],
    ['{ matchExpressions: {} }', ['SCH003 /s/matchExpressions !']],
  ])('%s is refused', (text, faults) => {
    const { faults: found } = read(text);
    for (const fault of faults) expect(found).toContain(fault);
  });

  it.each([
    ['on', 'YML003'],
    ['1.10', 'YML005'],
  ])('whose values hold %s is refused by %s, at that value', (value, rule) => {
    const { faults } = read(`{ matchExpressions: [{ key: a, operator: In, values: [x, ${value}] }] }`);
    expect(faults).toEqual([`${rule} /s/matchExpressions/0/values/1 !`]);
  });
});
