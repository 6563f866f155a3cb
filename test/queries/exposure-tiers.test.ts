import { expect, test } from 'vitest';
import { pod, together } from '../support/objects.ts';
import { exposureOf, TCP_80, unprotectedOf } from './exposure-support.ts';

const a = pod('here/a', { labels: { app: 'a' } });

const admin = (rules: string) => `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: admin }
spec:
  priority: 10
  subject: { namespaces: { matchLabels: { kubernetes.io/metadata.name: here } } }
  egress: [${rules}]
`;
const toTeam = (action: string, ports = '') =>
  `{ action: ${action}, to: [{ namespaces: { matchLabels: { team: x } } }]${ports} }`;
const TEAM = '{matchLabels:{team:x}} / all';
const egress = { query: { direction: 'egress' } } as const;

test('a denied selector is an exception to the entire cluster', () => {
  expect(exposureOf(together(a, admin(toTeam('Deny'))), egress)).toEqual([
    'egress a | entire-cluster | all',
    `egress a | ${TEAM} | nothing`,
  ]);
});

test('a denied port is missing from the row of the selector alone', () => {
  const rule = toTeam('Deny', ', ports: [{ portNumber: { protocol: TCP, port: 80 } }]');
  expect(exposureOf(together(a, admin(rule)), egress)).toEqual([
    'egress a | entire-cluster | all',
    `egress a | ${TEAM} | TCP 1-79,81-65535; UDP 1-65535; SCTP 1-65535; other`,
  ]);
});

test('a question about one connection lists only what is open on it', () => {
  const query = { direction: 'egress', connection: TCP_80 } as const;
  expect(exposureOf(together(a, admin(toTeam('Deny'))), { query })).toEqual(['egress a | entire-cluster | TCP 80']);
});

test('a policy that has rules of one direction protects that direction', () => {
  expect(unprotectedOf(together(a, admin(toTeam('Allow'))))).toEqual(['ingress a']);
});
