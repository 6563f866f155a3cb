import { describe, expect, it } from 'vitest';
import { admin, asking, baseline, cluster, DENY_INGRESS } from '../../support/admin.ts';
import { briefly } from '../../support/bundle.ts';
import { policiesOf } from '../../support/compiled.ts';
import { policy, together } from '../../support/objects.ts';

const DENY = '{ subject: { namespaces: {} }, ingress: [{ action: Deny, from: [{ namespaces: {} }] }] }';
const ALLOW = DENY.replace('Deny', 'Allow');

const answer = (...documents: readonly string[]) => asking(documents)('a/client', 'b/server');
const findingsOf = (text: string) => policiesOf(text).findings;
const faults = (text: string) => findingsOf(text).map(briefly);

describe('a BaselineAdminNetworkPolicy', () => {
  it('79: decides what an AdminNetworkPolicy passes and no NetworkPolicy is about', () => {
    const pass =
      '{ priority: 0, subject: { namespaces: {} }, ingress: [{ action: Pass, from: [{ namespaces: {} }] }] }';
    expect(answer(baseline(DENY), admin('p', pass))).toBe('deny');
    expect(answer(baseline(DENY), admin('p', pass.replace('Pass', 'Allow')))).toBe('allow');
  });

  it('83: has no say about a pod that a NetworkPolicy selects, whether that allows or denies', () => {
    expect(answer(baseline(DENY), policy('b/open', '{ ingress: [{}] }'))).toBe('allow');
    expect(answer(baseline(ALLOW), DENY_INGRESS)).toBe('deny');
    expect(answer(baseline(DENY))).toBe('deny');
  });

  it('83: has its say about egress of a pod that a NetworkPolicy selects for ingress', () => {
    const egress = '{ subject: { namespaces: {} }, egress: [{ action: Deny, to: [{ namespaces: {} }] }] }';
    expect(answer(baseline(egress), policy('a/p', '{ ingress: [{}] }'))).toBe('deny');
    expect(answer(baseline(egress), policy('a/p', '{ egress: [{}] }'))).toBe('allow');
  });

  it('leaves open what none of its rules matches', () => {
    const ask = asking([baseline(DENY)]);
    expect(ask('1.2.3.4', 'b/server')).toBe('allow');
  });

  it('91: that is not called default is refused', () => {
    expect(faults(baseline(DENY, 'other'))).toEqual(['NET035 /metadata/name !']);
    expect(answer(baseline(DENY, 'other'))).toBe('allow');
  });

  it('that comes twice is the last one, with an error', () => {
    const text = together(baseline(DENY), baseline(ALLOW));
    expect(faults(text)).toEqual(['SCH007 ']);
    expect(answer(baseline(DENY), baseline(ALLOW))).toBe('allow');
  });

  it.each([
    ['an action that only the others have', DENY.replace('Deny', 'Pass'), ['SCH003 /spec/ingress/0/action !']],
    ['a priority', `{ priority: 1, ${DENY.slice(1)}`, ['SCH002 /spec/priority !']],
    [
      'domain names',
      '{ subject: { namespaces: {} }, egress: [{ action: Allow, to: [{ domainNames: [a.b] }] }] }',
      ['SCH002 /spec/egress/0/to/0/domainNames !'],
    ],
  ])('with %s is refused', (_says, spec, expected) => {
    expect(faults(baseline(spec))).toEqual(expected);
  });
});

describe('a BaselineAdminNetworkPolicy beside ClusterNetworkPolicies of its tier', () => {
  const beside = (spec: string) => cluster('c', `{ tier: Baseline, priority: 5, ${spec.slice(1)}`);

  it('has no order towards them: where they disagree the verdict is unknown, and a finding says so', () => {
    expect(answer(baseline(DENY), beside(ALLOW.replace('Allow', 'Accept')))).toBe('unknown');
    expect(answer(baseline(DENY), beside(DENY))).toBe('deny');
    const found = findingsOf(together(baseline(DENY), beside(DENY)));
    expect(found).toMatchObject([{ rule: 'NET035', severity: 'warning' }]);
  });
});
