/** Traps 77 to 93: AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy around NetworkPolicy. */

import { expect, test } from 'vitest';
import { admin, baseline, cluster } from '../support/admin.ts';
import { pod, policy } from '../support/objects.ts';
import { CLIENT, expectAnswers, expectRefused, findingsOf, reach, WORLD } from './trap.ts';

const IN_A = '{ namespaces: { matchLabels: { kubernetes.io/metadata.name: a } } }';
const EVERYONE = '[{ namespaces: {} }]';

/** A ClusterNetworkPolicy about namespace `a`, with one ingress rule about every pod for each action. */
function about(tier: 'Admin' | 'Baseline', priority: number, ...actions: readonly string[]): string {
  const rules = actions.map((action) => `{ action: ${action}, from: ${EVERYONE} }`);
  const spec = `tier: ${tier}\npriority: ${priority}\nsubject: ${IN_A}\ningress: [${rules.join(', ')}]`;
  return cluster(`${tier}-${priority}-${actions.join('-')}`.toLowerCase(), spec);
}

const OPEN = policy('a/open', 'ingress: [{}]');
const SHUT = policy('a/shut', '{}');
const ALLOWED = ['b/client > a/web = all'];
const DENIED = ['b/client > a/web = nothing'];
const given = (...documents: readonly string[]) => [...WORLD, ...documents];

/** An AdminNetworkPolicy about namespace `a` with these ingress rules. */
const rules = (...list: readonly string[]) =>
  admin('p', `priority: 1\nsubject: ${IN_A}\ningress: [${list.join(', ')}]`);

test('trap 77: Deny of the Admin tier beats a NetworkPolicy that allows', () => {
  expectAnswers(given(OPEN, about('Admin', 1, 'Deny')), DENIED);
  expectAnswers(given(OPEN, rules(`{ action: Deny, from: ${EVERYONE} }`)), DENIED);
});

test('trap 78: Accept of the Admin tier beats a NetworkPolicy that denies, and not the other side', () => {
  const accept = about('Admin', 1, 'Accept');
  expectAnswers(given(SHUT, accept), ALLOWED);
  expectAnswers(given(SHUT, accept, policy('b/out', 'policyTypes: [Egress]')), DENIED);
  const out =
    'tier: Admin\npriority: 2\nsubject: { namespaces: {} }\negress: [{ action: Deny, to: [{ namespaces: {} }] }]';
  expectAnswers(given(SHUT, accept, cluster('out', out)), DENIED);
});

test('trap 79: Pass leaves the verdict to NetworkPolicy, and to Baseline where none selects the pod', () => {
  const pass = about('Admin', 1, 'Pass', 'Accept');
  const base = about('Baseline', 1, 'Deny');
  expectAnswers(given(pass, SHUT), DENIED);
  expectAnswers(given(pass, OPEN, base), ALLOWED);
  expectAnswers(given(pass, base), DENIED);
  expectAnswers(given(pass), ALLOWED);
});

test('trap 80: the lower number comes first, and equal numbers that disagree are unknown and reported', () => {
  expectAnswers(given(about('Admin', 20, 'Deny'), about('Admin', 10, 'Accept')), ALLOWED);
  expectAnswers(given(about('Admin', 10, 'Deny'), about('Admin', 20, 'Accept')), DENIED);
  const clash = given(about('Admin', 10, 'Deny'), about('Admin', 10, 'Accept'));
  expectAnswers(clash, ['b/client > a/web = nothing or perhaps all', 'b/client > a/web TCP/80 = unknown']);
  expect(findingsOf(clash)).toContainEqual(expect.stringContaining('NET035 /spec/priority'));
});

test('trap 81: in one policy the first rule that matches decides', () => {
  const outcomes = { Accept: ALLOWED, Deny: DENIED, Pass: DENIED };
  for (const [first, answers] of Object.entries(outcomes)) {
    for (const second of Object.keys(outcomes)) {
      expectAnswers(given(SHUT, about('Admin', 1, first, second)), answers);
    }
  }
  expectAnswers(given(OPEN, about('Admin', 1, 'Pass', 'Deny')), ALLOWED);
});

test('trap 82: Pass skips the later policies of the Admin tier too', () => {
  expectAnswers(given(OPEN, about('Admin', 1, 'Pass'), about('Admin', 2, 'Deny')), ALLOWED);
  expectAnswers(given(SHUT, about('Admin', 1, 'Pass'), about('Admin', 2, 'Accept')), DENIED);
});

test('trap 83: a NetworkPolicy that selects the pod makes Baseline irrelevant, also when it denies', () => {
  expectAnswers(given(SHUT, about('Baseline', 1, 'Accept')), DENIED);
  expectAnswers(given(OPEN, about('Baseline', 1, 'Deny')), ALLOWED);
  const both = (action: string) =>
    `subject: ${IN_A}\ningress: [{ action: ${action}, from: ${EVERYONE} }]\negress: [{ action: ${action}, to: ${EVERYONE} }]`;
  expectAnswers(given(SHUT, baseline(both('Allow'))), DENIED);
  // An Ingress-only NetworkPolicy says nothing about egress, which stays Baseline's.
  expectAnswers(given(OPEN, baseline(both('Deny'))), [...ALLOWED, 'a/web > b/client = nothing']);
});

test('trap 84: a policy with only egress rules leaves ingress alone, and none of them isolates', () => {
  const tcp = '[{ tcp: { destinationPort: { number: 80 } } }]';
  for (const tier of ['Admin', 'Baseline']) {
    const out = `tier: ${tier}\npriority: 1\nsubject: ${IN_A}\negress: [{ action: Accept, to: ${EVERYONE}, protocols: ${tcp} }]`;
    expectAnswers(given(cluster('out', out)), [...ALLOWED, 'a/web > b/client = all', 'a/web > 8.8.8.8 = all']);
    expect(reach(given(cluster('out', out))).peers.find((p) => p.id === 'a/web[Pod]')?.isolated).toEqual({
      ingress: false,
      egress: false,
    });
  }
});

test('trap 85: Deny on the network 0.0.0.0/0 denies pods too', () => {
  const out = `tier: Admin\npriority: 1\nsubject: ${IN_A}\negress: [{ action: Deny, to: [{ networks: ["0.0.0.0/0"] }] }]`;
  expectAnswers(given(cluster('out', out)), [
    'a/web > b/client = nothing',
    'a/web > 8.8.8.8 = nothing',
    'a/web > 2001:db8::1 = all',
  ]);
});

test('trap 86: destinationNamedPort takes the protocol of the container port', () => {
  const accept = `action: Accept, from: ${EVERYONE}, protocols: [{ destinationNamedPort: dns }]`;
  const spec = `tier: Admin\npriority: 1\nsubject: ${IN_A}\ningress: [{ ${accept} }]`;
  const dns = (name: string, protocol: string) =>
    pod(`a/${name}`, { ports: [{ name: 'dns', containerPort: 53, protocol }] });
  expectAnswers(
    [CLIENT, dns('udp', 'UDP'), dns('tcp', 'TCP'), SHUT, cluster('named', spec)],
    ['b/client > a/udp = UDP 53', 'b/client > a/tcp = TCP 53'],
  );
});

test('trap 87: portNumber without a protocol means TCP in v1alpha1', () => {
  const allow = rules(`{ action: Allow, from: ${EVERYONE}, ports: [{ portNumber: { port: 53 } }] }`);
  expectAnswers(given(SHUT, allow), ['b/client > a/web = TCP 53']);
});

test('trap 88: an unknown peer fails closed: Accept matches nothing, Deny and Pass deny everything', () => {
  const stranger = (action: string) => {
    const rule = `{ action: ${action}, from: [{ namespaces: {} }, { serviceAccounts: {} }] }`;
    return cluster('p', `tier: Admin\npriority: 1\nsubject: ${IN_A}\ningress: [${rule}]`);
  };
  expectAnswers(given(SHUT, stranger('Accept')), DENIED);
  expectAnswers(given(OPEN, stranger('Deny')), [...DENIED, '8.8.8.8 > a/web = nothing']);
  expectAnswers(given(OPEN, stranger('Pass')), [...DENIED, '8.8.8.8 > a/web = nothing']);
  expect(findingsOf(given(stranger('Deny')))).toEqual(['error SCH002 /spec/ingress/0/from/1/serviceAccounts']);
});

test('trap 89: Pass in the Baseline tier is the default, which allows', () => {
  expectAnswers(given(about('Baseline', 1, 'Pass', 'Deny'), about('Baseline', 2, 'Deny')), ALLOWED);
});

test('trap 90: a pod in its node’s network is never a subject', () => {
  const host = pod('a/host', { spec: { hostNetwork: true, nodeName: 'n1' }, status: { podIP: '172.18.0.1' } });
  const both = `subject: { namespaces: {} }\ningress: [{ action: Deny, from: ${EVERYONE} }]\negress: [{ action: Deny, to: ${EVERYONE} }]`;
  for (const deny of [
    cluster('p', `tier: Admin\npriority: 1\n${both}`),
    admin('p', `priority: 1\n${both}`),
    baseline(both),
  ]) {
    // The egress rule of the client does not mean the host either: namespaces hold no host-network pods.
    expectAnswers([CLIENT, host, deny], ['b/client > a/host = all', 'a/host > 8.8.8.8 = all']);
  }
});

test('trap 91: a BaselineAdminNetworkPolicy that is not called default is invalid', () => {
  const spec = `subject: ${IN_A}\ningress: [{ action: Deny, from: ${EVERYONE} }]`;
  expectRefused(baseline(spec, 'mine'), 'NET035 /metadata/name', /default/);
  expectAnswers(given(baseline(spec, 'mine')), ALLOWED);
  expectAnswers(given(baseline(spec)), DENIED);
});

test('trap 92: 26 rules are too many in v1alpha2, and not in v1alpha1', () => {
  const many = (count: number) => new Array<string>(count).fill('Deny');
  expectRefused(about('Admin', 1, ...many(26)), 'SCH003 /spec/ingress', /25/);
  expectAnswers(given(about('Admin', 1, ...many(25))), DENIED);
  expectAnswers(given(rules(...many(26).map((action) => `{ action: ${action}, from: ${EVERYONE} }`))), DENIED);
});

test('trap 93: the peers of v0.1.1 under v1alpha1 are refused with a clear message, not ignored', () => {
  for (const [peer, place] of [
    ['{ namespaces: { namespaceSelector: {} } }', 'namespaces/namespaceSelector'],
    ['{ namespaces: { sameLabels: [tenant] } }', 'namespaces/sameLabels'],
    ['{ pods: { namespaces: { namespaceSelector: {} }, podSelector: {} } }', 'pods/namespaces'],
  ]) {
    const old = rules(`{ action: Deny, from: [${peer}] }`);
    expectRefused(old, `SCH002 /spec/ingress/0/from/0/${place}`, /v0\.1\.1/);
  }
});
