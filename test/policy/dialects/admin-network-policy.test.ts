import { describe, expect, it } from 'vitest';
import { admin, asking, DENY_INGRESS, WORLD } from '../../support/admin.ts';
import { analysisOf, briefly } from '../../support/bundle.ts';
import { policiesOf } from '../../support/compiled.ts';
import { policy, together } from '../../support/objects.ts';

const ANY = 'namespaces: {}';
const rule = (action: string, more = '') => `{ action: ${action}, from: [{ ${ANY} }]${more} }`;

/** A policy about ingress of every pod. */
const ingress = (name: string, priority: number, ...rules: readonly string[]) =>
  admin(name, `{ priority: ${priority}, subject: { ${ANY} }, ingress: [${rules.join(', ')}] }`);

const egress = (to: string, action = 'Deny', more = '') =>
  admin('p', `{ priority: 1, subject: { ${ANY} }, egress: [{ action: ${action}, to: [${to}]${more} }] }`);

const answer = (...documents: readonly string[]) => asking(documents)('a/client', 'b/server');
const findingsOf = (text: string) => policiesOf(text).findings;
const faults = (text: string) => findingsOf(text).map(briefly);

describe('an AdminNetworkPolicy', () => {
  it('77: denies what a NetworkPolicy allows', () => {
    const open = policy('b/open', '{ ingress: [{}] }');
    expect(answer(open, ingress('p', 1, rule('Deny')))).toBe('deny');
  });

  it('78: allows what a NetworkPolicy denies, on its own side alone', () => {
    const allow = ingress('p', 1, rule('Allow'));
    expect(answer(DENY_INGRESS, allow)).toBe('allow');
    expect(answer(DENY_INGRESS, allow, policy('a/closed', '{ policyTypes: [Egress] }'))).toBe('deny');
    expect(answer(allow, egress(`{ ${ANY} }`))).toBe('deny');
  });

  it('79: passes on to NetworkPolicy, and without one to the default', () => {
    expect(answer(DENY_INGRESS, ingress('p', 1, rule('Pass')))).toBe('deny');
    expect(answer(ingress('p', 1, rule('Pass')))).toBe('allow');
  });

  it('80: of a lower number is asked first, whatever the order in the file', () => {
    const [first, second] = [ingress('z', 1, rule('Allow')), ingress('a', 2, rule('Deny'))];
    expect([answer(first, second), answer(second, first)]).toEqual(['allow', 'allow']);
  });

  it.each([
    ['Allow', 'Allow', 'allow'],
    ['Allow', 'Deny', 'unknown'],
    ['Deny', 'Deny', 'deny'],
    ['Pass', 'Allow', 'allow'],
    ['Pass', 'Deny', 'unknown'],
  ])('80: of equal number as another is reported; %s and %s are together %s', (one, other, verdict) => {
    const documents = [ingress('one', 7, rule(one)), ingress('other', 7, rule(other))];
    expect(answer(...documents)).toBe(verdict);
    expect(answer(...documents.toReversed())).toBe(verdict);
    const [clash, ...more] = findingsOf(together(...documents));
    expect(more).toEqual([]);
    expect(clash).toMatchObject({ rule: 'NET035', severity: 'warning', place: { pointer: '/spec/priority' } });
    expect(clash?.message).toContain('AdminNetworkPolicy other and AdminNetworkPolicy one');
  });

  it('80: that passes what an equal one denies leaves a NetworkPolicy that denies the last word', () => {
    expect(answer(DENY_INGRESS, ingress('one', 7, rule('Pass')), ingress('other', 7, rule('Deny')))).toBe('deny');
    expect(answer(DENY_INGRESS, ingress('one', 7, rule('Pass')), ingress('other', 7, rule('Allow')))).toBe('unknown');
  });

  it.each([
    [['Allow', 'Deny', 'Pass'], 'allow'],
    [['Allow', 'Pass', 'Deny'], 'allow'],
    [['Deny', 'Allow', 'Pass'], 'deny'],
    [['Deny', 'Pass', 'Allow'], 'deny'],
    [['Pass', 'Allow', 'Deny'], 'deny'],
    [['Pass', 'Deny', 'Allow'], 'deny'],
  ])('81: asks its rules in the order written: %s over a NetworkPolicy that denies is %s', (actions, verdict) => {
    expect(answer(DENY_INGRESS, ingress('p', 1, ...actions.map((action) => rule(action))))).toBe(verdict);
  });

  it('81: decides by the first rule that matches the packet, not the pair', () => {
    const http = ', ports: [{ portNumber: { port: 80 } }]';
    const ask = asking([ingress('p', 1, rule('Deny', http), rule('Allow'))]);
    expect([ask('a/client', 'b/server', 'TCP 80'), ask('a/client', 'b/server', 'TCP 81')]).toEqual(['deny', 'allow']);
  });

  it('82: that passes skips every later one too', () => {
    expect(answer(ingress('p', 1, rule('Pass')), ingress('q', 2, rule('Deny')))).toBe('allow');
  });

  it('85: to networks speaks of pods and nodes by their addresses, and of an address not shown nothing is known', () => {
    const ask = asking([egress('{ networks: ["0.0.0.0/0"] }')]);
    const answers = ['b/server', 'b/host', 'b/bare', '1.2.3.4', '2001:db8::1'].map((to) => ask('a/client', to));
    expect(answers).toEqual(['deny', 'deny', 'unknown', 'deny', 'allow']);
  });

  it('to networks speaks of outside addresses alone where the options say so', () => {
    const ask = asking([egress('{ networks: ["0.0.0.0/0"] }')], { ipBlockPods: 'ignore' });
    expect(['b/server', 'b/bare', '1.2.3.4'].map((to) => ask('a/client', to))).toEqual(['allow', 'allow', 'deny']);
  });

  it('87: without a protocol means TCP', () => {
    const ask = asking([ingress('p', 1, rule('Deny', ', ports: [{ portNumber: { port: 53 } }]'))]);
    expect([ask('a/client', 'b/server', 'TCP 53'), ask('a/client', 'b/server', 'UDP 53')]).toEqual(['deny', 'allow']);
    const range = asking([ingress('p', 1, rule('Deny', ', ports: [{ portRange: { start: 1, end: 99 } }]'))]);
    expect(range('a/client', 'b/server', 'TCP 1-99')).toBe('deny');
    expect(range('a/client', 'b/server', 'UDP 1-99')).toBe('allow');
  });

  it('90: is never about pods of the host network, as subject or as peer', () => {
    const ask = asking([ingress('p', 1, rule('Deny')), egress(`{ ${ANY} }`)]);
    expect(ask('a/client', 'b/host')).toBe('allow');
    expect(ask('b/host', 'b/server')).toBe('allow');
  });

  it('92: may have 100 rules in a direction, and no more', () => {
    const rules = (count: number) => ingress('p', 1, ...Array.from({ length: count }, () => rule('Pass')));
    expect(faults(rules(100))).toEqual([]);
    expect(faults(rules(101))).toEqual(['SCH003 /spec/ingress !']);
  });
});

describe('a peer of the shape of v0.1.1', () => {
  const selector = '{ matchLabels: { team: b } }';

  it.each([
    [`{ namespaces: { namespaceSelector: ${selector} } }`, 'namespaces/namespaceSelector'],
    ['{ namespaces: { sameLabels: [team] } }', 'namespaces/sameLabels'],
    ['{ namespaces: { notSameLabels: [team] } }', 'namespaces/notSameLabels'],
    [`{ pods: { namespaces: { namespaceSelector: ${selector} }, podSelector: {} } }`, 'pods/namespaces'],
    ['{ pods: { namespaces: { sameLabels: [team] }, podSelector: {} } }', 'pods/namespaces/sameLabels'],
  ])('93: %s is refused, and told what to write', (peer, pointer) => {
    const found = findingsOf(egress(peer));
    expect(found.map(briefly)).toContain(`SCH002 /spec/egress/0/to/0/${pointer} !`);
    expect(found.map((f) => f.message).join()).toMatch(/v0\.1\.1/);
    expect(analysisOf(together(WORLD, egress(peer))).refused).toBe(1);
  });
});

describe('a named port', () => {
  const deny = (name: string) => asking([ingress('p', 1, rule('Deny', `, ports: [{ namedPort: ${name} }]`))]);

  it('is the one that the destination calls so, in whatever protocol', () => {
    expect(deny('web')('a/client', 'b/server', 'TCP 80')).toBe('deny');
    expect(deny('dns')('a/client', 'b/server', 'UDP 53')).toBe('deny');
    expect(deny('dns')('a/client', 'b/server', 'TCP 53')).toBe('allow');
    expect(deny('web')('a/client', 'b/bare', 'TCP 80')).toBe('allow');
  });

  it('that no container port can have is worth a warning', () => {
    const [warning] = findingsOf(ingress('p', 1, rule('Deny', ', ports: [{ namedPort: Web }]')));
    expect(warning).toMatchObject({ rule: 'SCH008', severity: 'warning' });
  });
});

describe('what the schema of v1alpha1 leaves open', () => {
  it.each([
    ['a range that ends before it begins, which matches nothing', '{ portRange: { start: 90, end: 80 } }', 'warning'],
    ['a protocol that is none, which matches nothing', '{ portNumber: { protocol: tcp, port: 80 } }', 'error'],
  ])('is said of %s, and not refused', (_says, port, severity) => {
    const text = ingress('p', 1, rule('Deny', `, ports: [${port}]`));
    expect(findingsOf(text)).toMatchObject([{ rule: 'SCH003', severity }]);
    expect(policiesOf(text).refused).toBe(0);
    expect(answer(text)).toBe('allow');
  });

  it('a selector of pods that is missing is read as empty, with an error: the API server refuses it', () => {
    const text = egress('{ pods: { namespaceSelector: { matchLabels: { team: b } } } }');
    expect(findingsOf(text)).toMatchObject([{ rule: 'SCH004', severity: 'error' }]);
    expect(answer(text)).toBe('deny');
  });
});
