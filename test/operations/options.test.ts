import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/operations/analyse.ts';
import { analysisOptions, focusOptions } from '../../src/operations/options.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { bundleOf } from '../support/bundle.ts';
import { pod } from '../support/objects.ts';

describe('the options of a matrix', () => {
  it('have defaults', () => {
    expect(focusOptions.parse({})).toEqual({ level: 'workload', self: false, explain: false, external: true });
    expect(analysisOptions.parse({})).toMatchObject({ namespace: 'default', ipBlockPods: 'match' });
  });

  it.each(['tcp/80', 'TCP/1', 'udp/65535', 'Sctp/132'])('may ask for the connection %s', (connection) => {
    expect(focusOptions.safeParse({ connection }).success).toBe(true);
  });

  it.each(['80', 'tcp', 'tcp/', 'tcp/http', 'icmp/1', 'tcp/80 ', 'tcp/0', 'tcp/65536', 'tcp/99999', 'tcp/-1'])(
    'may not ask for the connection %j',
    (connection) => {
      expect(focusOptions.safeParse({ connection }).success).toBe(false);
    },
  );

  it.each([{ limit: 0 }, { limit: 1.5 }, { limit: 100_001 }, { level: 'node' }, { self: 'yes' }, { unknown: 1 }])(
    'may not be %j',
    (options) => {
      expect(focusOptions.safeParse(options).success).toBe(false);
    },
  );

  it('may name one or several in focus', () => {
    expect(focusOptions.parse({ focus: 'a', focusPeer: ['b', 'c'] })).toMatchObject({
      focus: 'a',
      focusPeer: ['b', 'c'],
    });
  });
});

describe('the default namespace', () => {
  it.each(['default', 'kube-system', '0', 'a'.repeat(63)])('may be %s', (namespace) => {
    expect(analysisOptions.safeParse({ namespace }).success).toBe(true);
  });

  it.each(['', 'Default', 'a.b', '-a', 'a b', 'a'.repeat(64)])('may not be %j', (namespace) => {
    expect(analysisOptions.safeParse({ namespace }).success).toBe(false);
  });
});

describe('an analysis begun from options', () => {
  const bundle = bundleOf(pod('a/x'));

  it('has the defaults of what they lack, and does not mind what else they hold', () => {
    expect(analyse(bundle, { focus: 'x', queries: [] }).options).toMatchObject({
      namespace: 'default',
      ipBlockPods: 'match',
      level: 'workload',
    });
    expect(analyse(bundle, { level: 'pod', namespace: 'home' }).options).toMatchObject({
      level: 'pod',
      namespace: 'home',
    });
  });

  it.each([{ level: 'node' }, { ipBlockPods: 'maybe' }, { namespace: 'A' }, undefined, 'x'])(
    'of %j is refused',
    (options) => {
      let thrown: unknown;
      try {
        analyse(bundle, options);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(ProblemError);
      expect(thrown).toMatchObject({ problem: { code: 'invalid-options' } });
    },
  );

  it('names the option that is wrong', () => {
    expect(() => analyse(bundle, { level: 'node' })).toThrow(/^level: /);
  });
});
