/** Traps 28 to 34: policies are united on one side, and both sides must allow. */

import { expect, test } from 'vitest';
import { pod, policy } from '../support/objects.ts';
import { expectAnswers, reach, WORLD } from './trap.ts';

test('trap 28: deny-all and allow-all on one pod allow all, in either order', () => {
  const deny = policy('a/deny', '{}');
  const allow = policy('a/allow', 'ingress: [{}]');
  for (const both of [
    [deny, allow],
    [allow, deny],
  ]) {
    expectAnswers([...WORLD, ...both], ['b/client > a/web = all', '8.8.8.8 > a/web = all']);
  }
});

test('trap 29: two policies that open one port each open both', () => {
  const opens = (port: number) => policy(`a/p${port}`, `ingress: [{ ports: [{ port: ${port} }] }]`);
  expectAnswers([...WORLD, opens(80), opens(443)], ['b/client > a/web = TCP 80,443']);
});

test('trap 30: one side that denies is enough, whichever it is', () => {
  const openIn = policy('a/in', 'ingress: [{}]');
  const shutOut = policy('b/out', 'policyTypes: [Egress]');
  expectAnswers([...WORLD, openIn, shutOut], ['b/client > a/web = nothing', 'a/web > b/client = all']);
  const shutIn = policy('a/in', 'ingress: []');
  const openOut = policy('b/out', 'policyTypes: [Egress]\negress: [{}]');
  expectAnswers([...WORLD, shutIn, openOut], ['b/client > a/web = nothing', 'a/web > b/client = all']);
});

test('trap 31: egress names the server where the client is, ingress the client where the server is', () => {
  const peer = (app: string, home: string) =>
    `[{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${home} } }, podSelector: { matchLabels: { app: ${app} } } }]`;
  const inbound = (home: string) => policy(`${home}/in`, `ingress: [{ from: ${peer('client', 'b')} }]`);
  const outbound = (home: string) =>
    policy(`${home}/out`, `policyTypes: [Egress]\negress: [{ to: ${peer('web', 'a')} }]`);
  expectAnswers(
    [...WORLD, inbound('a'), outbound('b')],
    ['b/client > a/web = all', 'a/friend > a/web = nothing', 'b/client > a/friend = nothing'],
  );
  const isolating = [policy('a/shut', '{}'), policy('b/shut', 'policyTypes: [Egress]')];
  const elsewhere = [inbound('c'), outbound('c'), inbound('b'), outbound('a')];
  expectAnswers([...WORLD, ...isolating, ...elsewhere], ['b/client > a/web = nothing']);
});

test('trap 32: one name in two namespaces is two policies; twice in one namespace the last counts, with a finding', () => {
  const shut = policy('a/p', '{}');
  const open = policy('a/p', 'ingress: [{}]');
  expectAnswers([...WORLD, shut, policy('b/p', '{}')], ['b/client > a/web = nothing', 'a/web > b/client = nothing']);
  expectAnswers([...WORLD, shut, open], ['b/client > a/web = all']);
  expectAnswers([...WORLD, open, shut], ['b/client > a/web = nothing']);
  const { findings, summary } = reach([...WORLD, open, shut]);
  expect(findings).toMatchObject([{ rule: 'SCH007', message: expect.stringContaining('a/p') }]);
  expect(summary.policies).toBe(1);
});

test('trap 33: isolation is per direction', () => {
  expectAnswers(
    [...WORLD, policy('a/in', 'policyTypes: [Ingress]')],
    ['b/client > a/web = nothing', 'a/web > b/client = all', 'a/web > 8.8.8.8 = all'],
  );
  expectAnswers(
    [...WORLD, policy('a/out', 'policyTypes: [Egress]')],
    ['b/client > a/web = all', 'a/web > b/client = nothing', 'a/web > 8.8.8.8 = nothing'],
  );
});

test('trap 34: a pod that no policy selects stays open next to one that is selected', () => {
  expectAnswers(
    [
      ...WORLD,
      pod('a/other', { labels: { app: 'other' } }),
      policy('a/p', 'podSelector: { matchLabels: { app: web } }'),
    ],
    ['b/client > a/web = nothing', 'b/client > a/friend = all', 'b/client > a/other = all'],
  );
});
