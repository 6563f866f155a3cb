import { describe, expect, it } from 'vitest';
import { admin, asking, cluster, DENY_INGRESS } from '../../support/admin.ts';
import { analysisOf, briefly } from '../../support/bundle.ts';
import { policiesOf } from '../../support/compiled.ts';
import { together } from '../../support/objects.ts';

const ALL_PODS = 'subject: { namespaces: {} }';
type Tier = 'Admin' | 'Baseline';

const policyAt = (tier: Tier, priority: number, rules: string, name = 'p') =>
  cluster(name, `{ tier: ${tier}, priority: ${priority}, ${ALL_PODS}, ${rules} }`);
const ingress = (action: string, more = '') => `ingress: [{ action: ${action}, from: [{ namespaces: {} }]${more} }]`;
const egress = (action: string, to: string, more = '') => `egress: [{ action: ${action}, to: [${to}]${more} }]`;

const answer = (...documents: readonly string[]) => asking(documents)('a/client', 'b/server');
const findingsOf = (text: string) => policiesOf(text).findings;
const faults = (text: string) => findingsOf(text).map(briefly);

describe('a ClusterNetworkPolicy', () => {
  it('77, 78: of the tier Admin is asked before NetworkPolicy, of the tier Baseline after it', () => {
    expect(answer(DENY_INGRESS, policyAt('Admin', 1, ingress('Accept')))).toBe('allow');
    expect(answer(DENY_INGRESS, policyAt('Baseline', 1, ingress('Accept')))).toBe('deny');
    expect(answer(policyAt('Baseline', 1, ingress('Deny')))).toBe('deny');
  });

  it('79, 82: that passes in the tier Admin leads past its other policies to the tier Baseline', () => {
    const pass = policyAt('Admin', 1, ingress('Pass'), 'pass');
    const deny = policyAt('Admin', 2, ingress('Deny'), 'deny');
    expect(answer(pass, deny)).toBe('allow');
    expect(answer(pass, deny, policyAt('Baseline', 1, ingress('Deny'), 'base'))).toBe('deny');
  });

  it('80: shares its tier and its priorities with AdminNetworkPolicies', () => {
    const other = (priority: number) => admin('a', `{ priority: ${priority}, ${ALL_PODS}, ${ingress('Deny')} }`);
    const own = policyAt('Admin', 5, ingress('Accept'));
    expect([answer(other(4), own), answer(other(6), own), answer(other(5), own)]).toEqual(['deny', 'allow', 'unknown']);
    expect(findingsOf(together(other(6), own))).toEqual([]);
    expect(findingsOf(together(other(5), own))).toMatchObject([{ rule: 'NET035', severity: 'warning' }]);
    const pass = policyAt('Admin', 5, ingress('Pass'));
    expect(answer(other(6), pass)).toBe('allow');
  });

  it('80: of one priority in different tiers is in no conflict', () => {
    const text = together(
      policyAt('Admin', 5, ingress('Pass'), 'one'),
      policyAt('Baseline', 5, ingress('Deny'), 'other'),
    );
    expect(findingsOf(text)).toEqual([]);
    expect(answer(text)).toBe('deny');
  });

  it('84: with egress rules alone leaves ingress alone, and isolates nothing', () => {
    const ask = asking([policyAt('Admin', 1, egress('Accept', '{ namespaces: { matchLabels: { team: a } } }'))]);
    expect(ask('a/client', 'b/server')).toBe('allow');
    expect(ask('1.2.3.4', 'b/server')).toBe('allow');
    const reach = analysisOf(policyAt('Admin', 1, egress('Deny', '{ namespaces: {} }'))).reach();
    expect(reach.nodes.every((_, node) => !reach.isolated(node, 'ingress'))).toBe(true);
  });

  it('85: that denies every network denies pods too, and every protocol', () => {
    const ask = asking([policyAt('Admin', 1, egress('Deny', '{ networks: ["0.0.0.0/0", "::/0"] }'))]);
    expect(ask('a/client', 'b/server')).toBe('deny');
    expect(ask('a/client', '2001:db8::1', 'SCTP 9')).toBe('deny');
  });

  it('86: with a port name and no protocol means the port of that name, in its own protocol', () => {
    const ask = asking([policyAt('Admin', 1, ingress('Deny', ', protocols: [{ destinationNamedPort: dns }]'))]);
    expect(ask('a/client', 'b/server', 'UDP 53')).toBe('deny');
    expect(ask('a/client', 'b/server', 'TCP 53')).toBe('allow');
    expect(ask('a/client', 'b/bare', 'UDP 53')).toBe('allow');
  });

  it.each([
    ['Accept', 'deny', 'matches nothing'],
    ['Deny', 'deny', 'denies everything'],
    ['Pass', 'deny', 'denies everything'],
  ])('88: with a peer that nobody knows fails closed: %s is %s, for it %s', (action, verdict) => {
    const unknown = `ingress: [{ action: ${action}, from: [{ serviceAccounts: {} }], protocols: [{ tcp: { destinationPort: { number: 9 } } }] }]`;
    const text = policyAt('Admin', 1, unknown);
    expect(findingsOf(text)).toMatchObject([{ rule: 'SCH002', severity: 'error' }]);
    expect(policiesOf(text).refused).toBe(0);
    expect(asking([text, DENY_INGRESS])('a/client', 'b/server')).toBe(verdict);
    expect(asking([text])('1.2.3.4', 'b/server', 'UDP 1-65535')).toBe(action === 'Accept' ? 'allow' : 'deny');
  });

  it('89: that passes in the tier Baseline leaves the default, which is open', () => {
    const documents = [
      policyAt('Baseline', 1, ingress('Pass'), 'pass'),
      policyAt('Baseline', 2, ingress('Deny'), 'deny'),
    ];
    expect(answer(...documents)).toBe('allow');
  });

  it('90: is never about pods of the host network, but by their address or node', () => {
    const hosts = (to: string) => asking([policyAt('Admin', 1, egress('Deny', to))])('a/client', 'b/host');
    expect(hosts('{ namespaces: {} }')).toBe('allow');
    expect(hosts('{ networks: [172.18.0.0/16] }')).toBe('deny');
    expect(hosts('{ nodes: {} }')).toBe('deny');
    expect(asking([policyAt('Admin', 1, ingress('Deny'))])('a/client', 'b/host')).toBe('allow');
  });

  it('92: may have 25 rules in a direction, where v1alpha1 has 100', () => {
    const item = '{ action: Deny, from: [{ namespaces: {} }] }';
    const rules = (count: number) => policyAt('Admin', 1, `ingress: [${Array(count).fill(item).join(', ')}]`);
    expect(faults(rules(25))).toEqual([]);
    expect(faults(rules(26))).toEqual(['SCH003 /spec/ingress !']);
  });

  it('that comes twice is the last one, with an error', () => {
    const [one, other] = [policyAt('Admin', 1, ingress('Deny')), policyAt('Admin', 9, ingress('Accept'))];
    expect(faults(together(one, other))).toEqual(['SCH007 ']);
    expect([answer(one, other), answer(other, one)]).toEqual(['allow', 'deny']);
  });

  it.each(['v1alpha2', 'v1beta1'])('is read in %s', (version) => {
    const text = policyAt('Admin', 1, ingress('Deny')).replace('v1alpha2', version);
    expect(faults(text)).toEqual([]);
    expect(answer(text)).toBe('deny');
  });
});

describe('protocols of a rule', () => {
  const ask = (item: string) => asking([policyAt('Admin', 1, ingress('Deny', `, protocols: [${item}]`))]);

  it.each([
    ['{ tcp: { destinationPort: { number: 80 } } }', 'TCP 80', 'TCP 81'],
    ['{ udp: { destinationPort: { range: { start: 5, end: 6 } } } }', 'UDP 5-6', 'UDP 7'],
    ['{ sctp: { destinationPort: { range: { start: 1, end: 65535 } } } }', 'SCTP 1-65535', 'TCP 1-65535'],
  ])('%s is %s and not %s', (item, inside, outside) => {
    expect(ask(item)('a/client', 'b/server', inside)).toBe('deny');
    expect(ask(item)('a/client', 'b/server', outside)).toBe('allow');
  });
});

describe('domain names', () => {
  const rule = (action: string) => policyAt('Admin', 1, egress(action, '{ domainNames: ["*.example.com"] }'));
  const closed = policyAt('Admin', 2, egress('Deny', '{ networks: ["0.0.0.0/0", "::/0"] }'), 'closed');

  it('may mean any outside address, and no pod', () => {
    const ask = asking([rule('Accept'), closed]);
    expect([ask('a/client', '1.2.3.4'), ask('a/client', 'b/server')]).toEqual(['unknown', 'deny']);
    const [finding] = findingsOf(rule('Accept'));
    expect(finding).toMatchObject({
      rule: 'NET044',
      severity: 'warning',
      place: { pointer: '/spec/egress/0/to/0/domainNames' },
    });
  });

  it('in a rule that does not allow are an error: the API does not say what they do there', () => {
    expect(findingsOf(rule('Deny')).map((f) => `${f.rule} ${f.severity}`)).toEqual(['SCH003 error', 'NET044 warning']);
    expect(asking([rule('Deny')])('a/client', '1.2.3.4')).toBe('unknown');
  });
});
