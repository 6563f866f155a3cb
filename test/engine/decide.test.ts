import { describe, expect, it } from 'vitest';
import { ALL, formatConnections, intersect, portRange, subtract } from '../../src/algebra/connection-set.ts';
import { makeReach } from '../../src/engine/compile.ts';
import type { Action } from '../../src/policy/rule.ts';
import type { PolicyStack, Tier, TierEnd } from '../../src/policy/stack.ts';
import { EVERYONE, endpoint, labelled, policyOf, type RuleShape, stackOf, tierOf } from '../support/endpoints.ts';

const TCP = (first: number, last = first) => portRange('TCP', first, last);
const PORTS = TCP(1, 4);
/** A doubt: a rule that may mean the other end. */
const unsure: RuleShape = { peers: [{ kind: 'unknown', reason: 'test' }] };

function end(action: TierEnd['action'], subject = EVERYONE): TierEnd {
  return { subject, direction: 'ingress', action, policy: policyOf('end') };
}

/** What of TCP 1-4 is allowed and unknown from one pod to another, whose ingress the stack watches. */
function verdict(...layers: readonly (readonly Tier[])[]): string {
  const stack: PolicyStack = { layers: layers.map((tiers, i) => ({ name: `${i}`, tiers })) };
  const hidden = new Map([['hash', null]]);
  const reach = makeReach({
    endpoints: [endpoint('a/from'), endpoint('a/to', { labels: hidden })],
    ways: [{ via: 'pod', stack }],
  });
  const { allow, unknown } = reach.between(0, 1);
  return [allow, unknown].map((set) => formatConnections(intersect(set, PORTS)).replace('TCP ', '')).join(' / ');
}

const on = (action: Action, ports = ALL, more: RuleShape = {}): RuleShape => ({ action, numbers: ports, ...more });
const OPEN = '1-4 / nothing';
const CLOSED = 'nothing / nothing';
const UNKNOWN = 'nothing / 1-4';

describe('what no policy decides', () => {
  it('is allowed', () => {
    expect(verdict()).toBe(OPEN);
    expect(verdict([])).toBe(OPEN);
    expect(verdict([tierOf(policyOf('p'))])).toBe(OPEN);
  });
});

describe('the rules of one policy', () => {
  it('are asked in order, the first match deciding each point', () => {
    expect(verdict([tierOf(policyOf('p', on('allow', TCP(1, 2)), on('deny')))])).toBe('1-2 / nothing');
    expect(verdict([tierOf(policyOf('p', on('deny', TCP(1, 2)), on('allow')))])).toBe('3-4 / nothing');
  });

  it('that do not mean the peer are passed over', () => {
    const nobody = on('deny', ALL, { peers: [] });
    expect(verdict([tierOf(policyOf('p', nobody))])).toBe(OPEN);
  });

  it('of another direction say nothing', () => {
    expect(
      verdict([tierOf(policyOf('p', on('deny', ALL, { direction: 'egress', subject: labelled('x', 'y') })))]),
    ).toBe(OPEN);
  });
});

describe('the groups of a tier', () => {
  it('are asked in order of rank', () => {
    expect(verdict([tierOf(policyOf('p', on('allow', TCP(1))), policyOf('q', on('deny')))])).toBe('1 / nothing');
  });

  it('of policies that agree are their union', () => {
    const group = [policyOf('p', on('allow', TCP(1))), policyOf('q', on('allow', TCP(3)))];
    expect(verdict([{ name: 't', groups: [group], ends: [end('deny')] }])).toBe('1,3 / nothing');
  });

  it('of policies that differ leave the points they differ on unknown', () => {
    const group = [policyOf('p', on('allow', TCP(1, 2))), policyOf('q', on('deny', TCP(2, 3)))];
    expect(verdict([{ name: 't', groups: [group], ends: [] }])).toBe('1,4 / 2');
  });

  it('that differ by allowing and passing differ in nothing where what follows allows', () => {
    const group = [policyOf('p', on('allow')), policyOf('q', on('pass'))];
    const tier = { name: 't', groups: [group], ends: [] };
    expect(verdict([tier])).toBe(OPEN);
    expect(verdict([tier, tierOf(policyOf('r', on('deny', TCP(1))))])).toBe('2-4 / 1');
  });
});

describe('a pass', () => {
  it('leaves the tier, later groups of it included, for the next', () => {
    const first = tierOf(policyOf('p', on('pass', TCP(1, 2))), policyOf('q', on('deny')));
    expect(verdict([first])).toBe('1-2 / nothing');
    expect(verdict([first, tierOf(policyOf('r', on('deny', TCP(2))))])).toBe('1 / nothing');
  });

  it('leaves the end of the tier too', () => {
    expect(verdict([{ ...tierOf(policyOf('p', on('pass', TCP(1)))), ends: [end('deny')] }])).toBe('1 / nothing');
  });
});

describe('the end of a tier', () => {
  it('decides what its rules have left, for the subjects it names', () => {
    expect(verdict([{ ...tierOf(policyOf('p', on('allow', TCP(1)))), ends: [end('deny')] }])).toBe('1 / nothing');
    expect(verdict([{ ...tierOf(), ends: [end('deny', labelled('x', 'y'))] }])).toBe(OPEN);
  });

  it('keeps what it decides from the next tier', () => {
    const last = tierOf(policyOf('p', on('deny')));
    expect(verdict([{ ...tierOf(), ends: [end('allow')] }, last])).toBe(OPEN);
    expect(verdict([{ ...tierOf(), ends: [end('deny')] }, tierOf(policyOf('p', on('allow')))])).toBe(CLOSED);
  });

  it('that may name the subject leaves what it would decide unknown', () => {
    expect(verdict([{ ...tierOf(), ends: [end('deny', labelled('hash', 'x'))] }])).toBe(UNKNOWN);
    expect(verdict([{ ...tierOf(), ends: [end('deny', labelled('hash', 'x')), end('deny')] }])).toBe(CLOSED);
  });
});

describe('a rule that may match', () => {
  it('moves points into what is unknown, where what follows says otherwise', () => {
    expect(verdict([{ ...tierOf(policyOf('p', on('allow', TCP(1), unsure))), ends: [end('deny')] }])).toBe(
      'nothing / 1',
    );
    expect(verdict([tierOf(policyOf('p', on('deny', TCP(1), unsure)))])).toBe('2-4 / 1');
  });

  it('changes nothing where what follows says the same', () => {
    expect(verdict([tierOf(policyOf('p', on('allow', TCP(1), unsure)))])).toBe(OPEN);
    expect(verdict([{ ...tierOf(policyOf('p', on('deny', TCP(1), unsure))), ends: [end('deny')] }])).toBe(CLOSED);
  });

  it('does not hide a sure rule behind it', () => {
    expect(verdict([tierOf(policyOf('p', on('deny', TCP(1, 2), unsure), on('deny', TCP(2))))])).toBe('3-4 / 1');
  });

  it('is hidden by a sure rule before it', () => {
    expect(verdict([tierOf(policyOf('p', on('allow'), on('deny', ALL, unsure)))])).toBe(OPEN);
  });

  it('may be one whose subject is in doubt', () => {
    expect(verdict([tierOf(policyOf('p', on('deny', TCP(1), { subject: labelled('hash', 'x') })))])).toBe('2-4 / 1');
  });
});

describe('layers', () => {
  const deny = (ports: ReturnType<typeof TCP>, more: RuleShape = {}) => [
    tierOf(policyOf('p', on('deny', ports, more))),
  ];

  it('must all agree', () => {
    expect(verdict(deny(TCP(1)), deny(TCP(4)))).toBe('2-3 / nothing');
  });

  it('leave unknown what one denies perhaps and none denies surely', () => {
    expect(verdict(deny(TCP(1, 2), unsure), deny(TCP(2, 3)))).toBe('4 / 1');
  });
});

describe('ways', () => {
  it('are united: what one of them allows is allowed', () => {
    const closed = stackOf({ ...tierOf(policyOf('p', on('allow', TCP(1)))), ends: [end('deny')] });
    const doubtful = stackOf(
      tierOf(policyOf('p', on('deny', TCP(1, 2), unsure), on('deny', subtract(ALL, TCP(1, 2))))),
    );
    const reach = makeReach({
      endpoints: [endpoint('a/from'), endpoint('a/to')],
      ways: [
        { via: 'pod', stack: closed },
        { via: 'pod', stack: doubtful },
      ],
    });
    const { allow, unknown } = reach.between(0, 1);
    expect([allow, unknown].map(formatConnections)).toEqual(['TCP 1', 'TCP 2']);
  });
});
