/** What other analysers of policies have got wrong, each under the name of its report. */

import { expect, test } from 'vitest';
import { pod, policy } from '../support/objects.ts';
import { entryRows, expectAnswers, findingsOf, rowsTo, WEB, WORLD } from './trap.ts';

// https://github.com/kubescape/kubescape/issues/3903
test('kubescape/kubescape#3903: egress and ingress that share no port allow nothing', () => {
  const bundle = [
    ...WORLD,
    policy('a/in', 'ingress: [{ ports: [{ port: 8080 }] }]'),
    policy('b/out', 'policyTypes: [Egress]\negress: [{ ports: [{ port: 9090 }] }]'),
  ];
  expectAnswers(bundle, [
    'b/client > a/web = nothing',
    'b/client > a/web TCP/8080 = deny',
    'b/client > a/web TCP/9090 = deny',
  ]);
  expect(rowsTo('a/web[Pod]', bundle).filter((row) => row.startsWith('b/client'))).toEqual([]);
});

// https://github.com/kubescape/kubescape/issues/3904
test('kubescape/kubescape#3904: a pod reaches itself under deny-all', () => {
  const shut = policy('a/shut', 'policyTypes: [Ingress, Egress]');
  expectAnswers([...WORLD, shut], ['a/web > a/web TCP/80 = allow', 'a/web > a/friend TCP/80 = deny']);
});

test('np-guard: an IPv6 ipBlock is IPv6, not the first four bytes read as IPv4', () => {
  const block = policy('a/p', 'ingress: [{ from: [{ ipBlock: { cidr: "2001:db8::/32" } }] }]');
  // 2001:0db8 is 32.1.13.184 in dotted form.
  expectAnswers(
    [...WORLD, block],
    ['2001:db8::1 > a/web = all', '2001:db9::1 > a/web = nothing', '32.1.13.184 > a/web = nothing'],
  );
  expect(rowsTo('a/web[Pod]', [WEB, block])).toEqual(['2001:db8::/32: all']);
});

test('np-guard: an Ingress rule with only a host is no crash', () => {
  const web = pod('a/web', { labels: { app: 'web' } });
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: a }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';
  const door = (more: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: door, namespace: a }\nspec:\n  rules:\n  - host: shop.example\n${more}`;
  expect(findingsOf([web, service, door('')])).toEqual([]);
  expect(entryRows([web, service, door('')])).toEqual([]);
  const byDefault = door('  defaultBackend: { service: { name: web, port: { number: 80 } } }\n');
  expect(entryRows([web, service, byDefault])).toEqual(['a/web[Pod]: TCP 80']);
});
