import { describe, expect, it } from 'vitest';
import { once } from '../../src/analysis/once.ts';

describe('a computation done once', () => {
  it('does not run before it is asked for, and then never again', () => {
    let runs = 0;
    const value = once(() => ++runs);
    expect(runs).toBe(0);
    expect([value(), value(), value()]).toEqual([1, 1, 1]);
  });

  it('remembers undefined too', () => {
    let runs = 0;
    const value = once(() => {
      runs++;
      return undefined;
    });
    value();
    value();
    expect(runs).toBe(1);
  });

  it('that throws is tried again', () => {
    let runs = 0;
    const value = once(() => {
      if (runs++ === 0) throw new Error('once');
      return runs;
    });
    expect(value).toThrow('once');
    expect(value()).toBe(2);
  });
});
