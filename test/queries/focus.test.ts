import { describe, expect, it } from 'vitest';
import { isNamed } from '../../src/queries/focus.ts';
import { endpoint } from '../support/endpoints.ts';

const variant = endpoint('shop/db', {
  id: 'shop/db[StatefulSet]#2',
  workload: 'shop/db[StatefulSet]',
  kind: 'StatefulSet',
  pods: ['db-0', 'db-1'],
});

describe('an endpoint goes by', () => {
  it.each(['shop/db[StatefulSet]#2', 'shop/db[StatefulSet]', 'shop/db', 'db', 'shop/db-0', 'shop/db-1'])(
    '%s',
    (name) => {
      expect(isNamed(variant, [name])).toBe(true);
    },
  );

  it.each([
    '',
    'd',
    'shop',
    'shop/',
    'db-0',
    'shop/db-2',
    'bank/db',
    'bank/db-0',
    'shop/db[Deployment]',
    'shop/db[StatefulSet]#1',
    'SHOP/DB',
  ])('not by %j', (name) => {
    expect(isNamed(variant, [name])).toBe(false);
  });

  it('one of several names', () => {
    expect(isNamed(variant, ['web', 'db'])).toBe(true);
    expect(isNamed(variant, ['web'])).toBe(false);
    expect(isNamed(variant, [])).toBe(false);
  });
});
