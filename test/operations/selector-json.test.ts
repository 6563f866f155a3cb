import { describe, expect, test } from 'vitest';
import { namespacesJson, selectorJson, selectorText } from '../../src/operations/selector-json.ts';
import { ANYTHING, allOf, exists, hasLabel, isIn, not } from '../../src/policy/selector.ts';

const NAME = 'kubernetes.io/metadata.name';

describe('a predicate as a LabelSelector', () => {
  test.each([
    ['everything is all', ANYTHING, 'all'],
    ['an entry of matchLabels', hasLabel('app', 'web'), { matchLabels: { app: 'web' } }],
    [
      'an expression with one value stays one',
      isIn('app', ['web']),
      { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
    ],
    [
      'requirements are in the order of their keys, values sorted',
      allOf([not(isIn('c', ['y', 'x'])), not(exists('b')), exists('a'), hasLabel('z', '1'), hasLabel('y', '2')]),
      {
        matchLabels: { y: '2', z: '1' },
        matchExpressions: [
          { key: 'a', operator: 'Exists' },
          { key: 'b', operator: 'DoesNotExist' },
          { key: 'c', operator: 'NotIn', values: ['x', 'y'] },
        ],
      },
    ],
    ['what is none is nothing', not(allOf([exists('a'), exists('b')])), undefined],
  ])('%s', (_name, predicate, expected) => {
    expect(selectorJson(predicate)).toEqual(expected);
  });

  test('a label called __proto__ is a label', () => {
    expect(JSON.stringify(selectorJson(hasLabel('__proto__', 'x')))).toBe('{"matchLabels":{"__proto__":"x"}}');
  });
});

describe('namespaces', () => {
  test('one that is meant by its name is that name', () => {
    expect(namespacesJson(hasLabel(NAME, 'shop'))).toBe('shop');
    expect(namespacesJson(isIn(NAME, ['shop']))).toBe('shop');
  });

  test('two of them, or one and a label, are a selector', () => {
    expect(namespacesJson(isIn(NAME, ['a', 'b']))).toEqual({
      matchExpressions: [{ key: NAME, operator: 'In', values: ['a', 'b'] }],
    });
    expect(namespacesJson(allOf([hasLabel(NAME, 'a'), hasLabel('env', 'qa')]))).toEqual({
      matchLabels: { env: 'qa', [NAME]: 'a' },
    });
  });
});

test('for people a selector is written as kubectl takes it', () => {
  const selector = {
    matchLabels: { app: 'web' },
    matchExpressions: [
      { key: 'env', operator: 'In' as const, values: ['prod', 'qa'] },
      { key: 'legacy', operator: 'DoesNotExist' as const },
      { key: 'team', operator: 'NotIn' as const, values: ['x'] },
      { key: 'tier', operator: 'Exists' as const },
    ],
  };
  expect(selectorText(selector)).toBe('app=web,env in (prod,qa),!legacy,team notin (x),tier');
});
