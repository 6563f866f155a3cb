import { describe, expect, it } from 'vitest';
import { ANYTHING, exists, isIn, not } from '../../src/policy/selector.ts';
import { SelectorPool } from '../../src/policy/selector-pool.ts';

describe('a pool', () => {
  it('gives one object for what is written alike', () => {
    const pool = new SelectorPool();
    const tier = () => pool.allOf([not(isIn('tier', ['db', 'cache'])), exists('app')]);
    expect(pool.label('app', 'web')).toBe(pool.label('app', 'web'));
    expect(pool.isIn('app', 'web')).toBe(pool.isIn('app', 'web'));
    expect(tier()).toBe(tier());
    expect(pool.selector(tier(), ANYTHING)).toBe(pool.selector(tier(), ANYTHING));
    expect(pool.inNamespace('a', pool.label('app', 'web'))).toBe(pool.inNamespace('a', pool.label('app', 'web')));
  });

  it('gives another for another', () => {
    const pool = new SelectorPool();
    const web = pool.label('app', 'web');
    const selectors = [
      pool.inNamespace('a', web),
      pool.inNamespace('b', web),
      pool.inNamespace('a', pool.label('app', 'db')),
      pool.selector(ANYTHING, web),
      pool.selector(web, ANYTHING),
      pool.selector(ANYTHING, web, 'hosts'),
    ];
    expect(new Set(selectors.map((s) => s.text)).size).toBe(selectors.length);
  });

  it('keeps two writings of one selector apart, which have one text', () => {
    const pool = new SelectorPool();
    const [label, requirement] = [pool.label('app', 'web'), pool.allOf([isIn('app', ['web'])])];
    const both = [label, requirement].map((p) => pool.allOf([p, exists('tier')]));
    expect(label.text).toBe(requirement.text);
    expect(label).not.toEqual(requirement);
    expect(both[0]?.text).toBe(both[1]?.text);
    expect(both[0]).not.toEqual(both[1]);
  });

  it('is anything where nothing is asked', () => {
    expect(new SelectorPool().allOf([])).toBe(ANYTHING);
  });
});
