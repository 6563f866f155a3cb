/** Traps 1 to 14: what a NetworkPolicy means where it says nothing, or an empty list. */

import { test } from 'vitest';
import { pod, policy } from '../support/objects.ts';
import { CLIENT, expectAnswers, expectRefused, WEB, WORLD } from './trap.ts';

test('trap 1: `egress: []` without policyTypes isolates ingress and leaves egress open', () => {
  expectAnswers(
    [...WORLD, policy('a/p', 'podSelector: {}\negress: []')],
    ['b/client > a/web = nothing', 'a/web > b/client = all', 'a/web > 8.8.8.8 = all'],
  );
});

test('trap 2: an explicit empty policyTypes is defaulted like an absent one', () => {
  expectAnswers(
    [...WORLD, policy('a/p', 'policyTypes: []\negress: [{ ports: [{ port: 53 }] }]')],
    ['b/client > a/web = nothing', 'a/web > b/client = TCP 53'],
  );
  expectAnswers(
    [...WORLD, policy('a/p', 'policyTypes: []\negress: []')],
    ['b/client > a/web = nothing', 'a/web > b/client = all'],
  );
});

test('trap 3: policyTypes [Egress] with ingress rules leaves ingress open, and the rules are ignored', () => {
  const mixed = policy('a/p', 'policyTypes: [Egress]\ningress: [{ ports: [{ port: 80 }] }]');
  expectAnswers([...WORLD, mixed], ['b/client > a/web = all', 'a/web > b/client = nothing']);
  expectAnswers([...WORLD, mixed, policy('a/in', 'policyTypes: [Ingress]')], ['b/client > a/web = nothing']);
});

test('trap 4: policyTypes [Ingress] with egress rules leaves egress open, and the rules are ignored', () => {
  const mixed = policy('a/p', 'policyTypes: [Ingress]\negress: [{ ports: [{ port: 80 }] }]');
  expectAnswers([...WORLD, mixed], ['b/client > a/web = nothing', 'a/web > b/client = all']);
  expectAnswers([...WORLD, mixed, policy('a/out', 'policyTypes: [Egress]')], ['a/web > b/client = nothing']);
});

test('trap 5: `ingress: [{}]` allows everyone on every protocol, `ingress: []` nobody', () => {
  expectAnswers(
    [...WORLD, policy('a/p', 'ingress: [{}]')],
    ['b/client > a/web = all', '8.8.8.8 > a/web = all', '2001:db8::1 > a/web = all'],
  );
  for (const none of ['ingress: []', 'ingress:', 'podSelector: {}']) {
    expectAnswers([...WORLD, policy('a/p', none)], ['b/client > a/web = nothing', '8.8.8.8 > a/web = nothing']);
  }
});

test('trap 6: an empty or null `from` allows all sources, `from: [{}]` is invalid', () => {
  for (const all of ['from: []', 'from: null', 'ports: []']) {
    expectAnswers(
      [...WORLD, policy('a/p', `ingress: [{ ${all} }]`)],
      ['b/client > a/web = all', '8.8.8.8 > a/web = all', '2001:db8::1 > a/web = all'],
    );
  }
  expectRefused(policy('a/p', 'ingress: [{ from: [{}] }]'), 'SCH004 /spec/ingress/0/from/0', /nobody/);
});

test('trap 7: a null podSelector peer is invalid, an empty one means the own namespace only', () => {
  expectRefused(policy('a/p', 'ingress:\n- from:\n  - podSelector:'), 'SCH004 /spec/ingress/0/from/0', /podSelector/);
  expectAnswers(
    [...WORLD, policy('a/p', 'ingress:\n- from:\n  - podSelector: {}')],
    ['a/friend > a/web = all', 'b/client > a/web = nothing', '8.8.8.8 > a/web = nothing'],
  );
});

test('trap 8: an empty namespaceSelector means every pod and no external address', () => {
  expectAnswers(
    [...WORLD, policy('a/p', 'ingress: [{ from: [{ namespaceSelector: {} }] }]')],
    ['a/friend > a/web = all', 'b/client > a/web = all', '8.8.8.8 > a/web = nothing', '::1 > a/web = nothing'],
  );
});

test('trap 9: a null podSelector in spec selects all pods of the namespace', () => {
  expectAnswers(
    [...WORLD, policy('a/p', 'podSelector:')],
    ['b/client > a/web = nothing', 'b/client > a/friend = nothing', 'a/web > b/client = all'],
  );
});

test('trap 10: an empty ports item means every TCP port and leaves UDP closed', () => {
  expectAnswers([...WORLD, policy('a/p', 'ingress: [{ ports: [{}] }]')], ['b/client > a/web = TCP 1-65535']);
});

test('trap 11: a ports item of only `protocol: UDP` means every UDP port and leaves TCP closed', () => {
  const open = policy('a/p', 'ingress: [{ ports: [{ protocol: UDP }] }]');
  expectAnswers([...WORLD, open], ['b/client > a/web = UDP 1-65535']);
});

test('trap 12: port 53 without a protocol does not open DNS over UDP', () => {
  expectAnswers(
    [...WORLD, policy('a/p', 'policyTypes: [Egress]\negress: [{ ports: [{ port: 53 }] }]')],
    ['a/web > b/client TCP/53 = allow', 'a/web > b/client UDP/53 = deny'],
  );
});

test('trap 13: a missing spec isolates the namespace for ingress', () => {
  const bare = '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p, namespace: a } }';
  expectAnswers(
    [...WORLD, bare],
    ['b/client > a/web = nothing', 'a/friend > a/web = nothing', 'a/web > b/client = all'],
  );
});

test('trap 14: without metadata.namespace a policy is in `default`, or in the namespace of the option', () => {
  const nowhere = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p }\nspec: {}\n';
  const bundle = [WEB, CLIENT, pod('default/web'), nowhere];
  expectAnswers(bundle, ['b/client > a/web = all', 'b/client > default/web = nothing']);
  expectAnswers(bundle, ['b/client > a/web = nothing', 'b/client > default/web = all'], { namespace: 'a' });
});
