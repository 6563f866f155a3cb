import { describe, expect, it } from 'vitest';
import { admin, cluster } from '../../../support/admin.ts';
import { briefly } from '../../../support/bundle.ts';
import { policiesOf } from '../../../support/compiled.ts';

const SUBJECT = 'subject: { namespaces: {} }';
const items = (count: number, item: (index: number) => string) =>
  `[${Array.from({ length: count }, (_, i) => item(i)).join(', ')}]`;

function faults(text: string): string[] {
  return [...new Set(policiesOf(text).findings.map(briefly))];
}

const old = (spec: string) => faults(admin('p', `{ ${spec} }`));
const recent = (spec: string) => faults(cluster('p', `{ ${spec} }`));
const withRule = (rule: string) => `priority: 1, ${SUBJECT}, egress: [${rule}]`;
const withPeer = (peer: string) => withRule(`{ action: Deny, to: [${peer}] }`);
const withPort = (port: string) => withRule(`{ action: Deny, to: [{ namespaces: {} }], ports: [${port}] }`);
const withProtocol = (item: string) =>
  `tier: Admin, ${withRule(`{ action: Deny, to: [{ namespaces: {} }], protocols: [${item}] }`)}`;

describe('a policy that the API server refuses', () => {
  it.each([
    ['no priority', SUBJECT, ['SCH004 /spec !']],
    ['a negative priority', `priority: -1, ${SUBJECT}`, ['SCH003 /spec/priority !']],
    ['a priority over 1000', `priority: 1001, ${SUBJECT}`, ['SCH003 /spec/priority !']],
    ['a priority in quotes', `priority: "1", ${SUBJECT}`, ['SCH003 /spec/priority !']],
    ['no subject', 'priority: 1', ['SCH004 /spec/subject !']],
    ['an empty subject', 'priority: 1, subject: {}', ['SCH004 /spec/subject !']],
    ['a subject of null', 'priority: 1, subject: { namespaces: null }', ['SCH004 /spec/subject !']],
    [
      'a subject of two fields',
      'priority: 1, subject: { namespaces: {}, pods: { namespaceSelector: {}, podSelector: {} } }',
      ['SCH003 /spec/subject !'],
    ],
    ['an unknown subject', 'priority: 1, subject: { nodes: {} }', ['SCH002 /spec/subject/nodes !']],
    ['an unknown field', `priority: 1, ${SUBJECT}, tier: Admin`, ['SCH002 /spec/tier !']],
    [
      'a label that is none',
      'priority: 1, subject: { namespaces: { matchLabels: { a: "-" } } }',
      ['SCH008 /spec/subject/namespaces/matchLabels/a !'],
    ],
  ])('has %s', (_says, spec, expected) => {
    expect(old(spec)).toEqual(expected);
  });

  it('has no spec', () => {
    expect(faults(admin('p', '~').replace(/spec:[\s\S]*/, ''))).toEqual(['SCH004  !']);
  });

  it('is of an apiVersion that does not serve its kind', () => {
    expect(faults(admin('p', `{ priority: 1, ${SUBJECT} }`).replace('v1alpha1', 'v1alpha2'))).toEqual([
      'SCH005 /apiVersion !',
    ]);
  });

  it.each([
    ['no tier', `priority: 1, ${SUBJECT}`, ['SCH004 /spec !']],
    ['an unknown tier', `tier: Developer, priority: 1, ${SUBJECT}`, ['SCH003 /spec/tier !']],
  ])('has %s (ClusterNetworkPolicy)', (_says, spec, expected) => {
    expect(recent(spec)).toEqual(expected);
  });
});

describe('a rule that the API server refuses', () => {
  it.each([
    ['no action', '{ to: [{ namespaces: {} }] }', ['SCH004 /spec/egress/0 !']],
    [
      'an action of the other version',
      '{ action: Accept, to: [{ namespaces: {} }] }',
      ['SCH003 /spec/egress/0/action !'],
    ],
    ['no peers', '{ action: Deny }', ['SCH004 /spec/egress/0/to !']],
    ['an empty list of peers', '{ action: Deny, to: [] }', ['SCH003 /spec/egress/0/to !']],
    [
      'an empty list of ports',
      '{ action: Deny, to: [{ namespaces: {} }], ports: [] }',
      ['SCH003 /spec/egress/0/ports !'],
    ],
    [
      'peers of the other direction',
      '{ action: Deny, from: [{ namespaces: {} }] }',
      ['SCH002 /spec/egress/0/from !', 'SCH004 /spec/egress/0/to !'],
    ],
    [
      'a name of 101 characters',
      `{ name: ${'é'.repeat(101)}, action: Deny, to: [{ namespaces: {} }] }`,
      ['SCH003 /spec/egress/0/name !'],
    ],
    ['101 peers', `{ action: Deny, to: ${items(101, () => '{ namespaces: {} }')} }`, ['SCH003 /spec/egress/0/to !']],
    [
      '101 ports',
      `{ action: Deny, to: [{ namespaces: {} }], ports: ${items(101, () => '{ portNumber: { port: 1 } }')} }`,
      ['SCH003 /spec/egress/0/ports !'],
    ],
    [
      'a port name towards networks',
      '{ action: Deny, to: [{ namespaces: {} }, { networks: [10.0.0.0/8] }], ports: [{ portNumber: { port: 1 } }, { namedPort: web }] }',
      ['SCH003 /spec/egress/0/ports/1 !'],
    ],
    [
      'a port name towards nodes',
      '{ action: Deny, to: [{ nodes: {} }], ports: [{ namedPort: web }] }',
      ['SCH003 /spec/egress/0/ports/0 !'],
    ],
  ])('has %s', (_says, rule, expected) => {
    expect(old(withRule(rule))).toEqual(expected);
  });

  it('may have a name of 100 characters', () => {
    expect(old(withRule(`{ name: ${'é'.repeat(100)}, action: Deny, to: [{ namespaces: {} }] }`))).toEqual([]);
  });
});

describe('a peer that the API server refuses', () => {
  const at = (rest: string) => `/spec/egress/0/to/0${rest} !`;

  it.each([
    ['is empty', '{}', [`SCH004 ${at('')}`]],
    ['is null', '~', [`SCH004 ${at('')}`]],
    ['is text', 'x', [`SCH003 ${at('')}`]],
    ['has two fields', '{ namespaces: {}, networks: [10.0.0.0/8] }', [`SCH003 ${at('')}`]],
    ['is one of NetworkPolicy', '{ podSelector: {} }', [`SCH002 ${at('/podSelector')}`]],
    ['is written in another case', '{ Networks: [10.0.0.0/8] }', [`SCH002 ${at('/Networks')}`]],
    ['has no network', '{ networks: [] }', [`SCH003 ${at('/networks')}`]],
    ['has 26 networks', `{ networks: ${items(26, (i) => `10.0.0.${i}/32`)} }`, [`SCH003 ${at('/networks')}`]],
    ['has a network twice', '{ networks: [10.0.0.0/8, 10.0.0.0/8] }', [`SCH003 ${at('/networks/1')}`]],
    ['has an address for a network', '{ networks: [10.0.0.1] }', [`NET011 ${at('/networks/0')}`]],
    ['has IPv4 written as IPv6', '{ networks: ["::ffff:10.0.0.0/104"] }', [`NET011 ${at('/networks/0')}`]],
    ['has a domain name that is none', '{ domainNames: [localhost] }', [`SCH003 ${at('/domainNames/0')}`]],
    [
      'has an unknown operator',
      '{ namespaces: { matchExpressions: [{ key: a, operator: Has }] } }',
      [`SCH003 ${at('/namespaces/matchExpressions/0/operator')}`],
    ],
  ])('%s', (_says, peer, expected) => {
    expect(old(withPeer(peer)).filter((fault) => fault.endsWith('!'))).toEqual(expected);
  });

  it('is not one whose network has bits beyond its prefix', () => {
    expect(old(withPeer('{ networks: ["ff06::/3"] }'))).toEqual(['NET011 /spec/egress/0/to/0/networks/0']);
  });
});

describe('a port that the API server refuses', () => {
  const at = (rest: string) => `/spec/egress/0/ports/0${rest} !`;

  it.each([
    ['is empty', '{}', [`SCH004 ${at('')}`]],
    ['is two', '{ portNumber: { port: 1 }, namedPort: web }', [`SCH003 ${at('')}`]],
    ['is unknown', '{ port: 80 }', [`SCH002 ${at('/port')}`]],
    ['has no number', '{ portNumber: { protocol: TCP } }', [`SCH004 ${at('/portNumber')}`]],
    ['is 0', '{ portNumber: { port: 0 } }', [`SCH003 ${at('/portNumber/port')}`]],
    ['is 65536', '{ portRange: { start: 1, end: 65536 } }', [`SCH003 ${at('/portRange/end')}`]],
    ['is in quotes', '{ portNumber: { port: "80" } }', [`SCH003 ${at('/portNumber/port')}`]],
    ['is a range without an end', '{ portRange: { start: 1 } }', [`SCH004 ${at('/portRange')}`]],
  ])('%s', (_says, port, expected) => {
    expect(old(withPort(port))).toEqual(expected);
  });
});

describe('a protocol that the API server refuses', () => {
  const at = (rest: string) => `/spec/egress/0/protocols/0${rest} !`;

  it.each([
    ['is empty', '{}', [`SCH004 ${at('')}`]],
    ['is any TCP port', '{ tcp: {} }', [`SCH004 ${at('/tcp')}`]],
    [
      'is two',
      '{ tcp: { destinationPort: { number: 1 } }, udp: { destinationPort: { number: 1 } } }',
      [`SCH003 ${at('')}`],
    ],
    ['has no port', '{ tcp: { destinationPort: {} } }', [`SCH004 ${at('/tcp/destinationPort')}`]],
    [
      'has a number and a range',
      '{ tcp: { destinationPort: { number: 1, range: { start: 1, end: 2 } } } }',
      [`SCH003 ${at('/tcp/destinationPort')}`],
    ],
    [
      'is a range of one port',
      '{ udp: { destinationPort: { range: { start: 5, end: 5 } } } }',
      [`SCH003 ${at('/udp/destinationPort/range')}`],
    ],
    ['is of v1alpha1', '{ portNumber: { port: 80 } }', [`SCH002 ${at('/portNumber')}`]],
    ['is ICMP', '{ icmp: {} }', [`SCH002 ${at('/icmp')}`]],
  ])('%s', (_says, item, expected) => {
    expect(recent(withProtocol(item))).toEqual(expected);
  });

  it.each([
    ['26 peers', `{ action: Deny, to: ${items(26, () => '{ namespaces: {} }')} }`, ['SCH003 /spec/egress/0/to !']],
    [
      '26 protocols',
      `{ action: Deny, to: [{ namespaces: {} }], protocols: ${items(26, () => '{ tcp: { destinationPort: { number: 1 } } }')} }`,
      ['SCH003 /spec/egress/0/protocols !'],
    ],
    ['ports', '{ action: Deny, to: [{ namespaces: {} }], ports: [] }', ['SCH002 /spec/egress/0/ports !']],
    [
      'a port name towards a domain',
      '{ action: Accept, to: [{ domainNames: [a.b] }], protocols: [{ destinationNamedPort: web }] }',
      ['NET044 /spec/egress/0/to/0/domainNames', 'SCH003 /spec/egress/0/protocols/0 !'],
    ],
  ])('is in a rule that has %s', (_says, rule, expected) => {
    expect(recent(`tier: Admin, ${withRule(rule)}`)).toEqual(expected);
  });
});
