import { expect, test } from 'vitest';
import { portRange } from '../../src/algebra/connection-set.ts';
import { pod, policy, together } from '../support/objects.ts';
import { exposureOf, TCP_80 } from './exposure-support.ts';

const a = pod('here/a', { labels: { app: 'a' }, ports: [{ name: 'http', containerPort: 8080 }] });
const every = '{ namespaceSelector: {} }';
const port = (name: string | number, protocol = 'TCP') => `{ protocol: ${protocol}, port: ${name} }`;

const letsOut = (...rules: readonly string[]) =>
  policy('here/out', `podSelector: {}\npolicyTypes: [Egress]\negress: [${rules.join(', ')}]`);
const to = (peer: string, ...ports: readonly string[]) => `{ to: [${peer}], ports: [${ports.join(', ')}] }`;
const egress = (yaml: string, connection = undefined as typeof TCP_80 | undefined) =>
  exposureOf(yaml, { query: { direction: 'egress', connection } });

test('a port name of an ingress rule resolves at the workload', () => {
  const letsIn = policy('here/in', `podSelector: {}\ningress: [{ from: [${every}], ports: [${port('http')}] }]`);
  expect(exposureOf(together(a, letsIn), { query: { direction: 'ingress' } })).toEqual([
    'ingress a | entire-cluster | TCP 8080',
  ]);
});

test('a port name of an egress rule stays a name, beside the numbers', () => {
  expect(egress(together(a, letsOut(to(every, port('http'), port('dns', 'UDP'), port(443)))))).toEqual([
    'egress a | entire-cluster | TCP 443 + UDP/dns + TCP/http',
  ]);
});

test('a name in every protocol is one name', () => {
  const rule = to(every, port('x', 'TCP'), port('x', 'UDP'), port('x', 'SCTP'));
  expect(egress(together(a, letsOut(rule)))).toEqual(['egress a | entire-cluster | nothing + any/x']);
});

test('a name adds nothing where its whole protocol is open', () => {
  const rules = [to(every, port('http')), `{ to: [${every}], ports: [{ protocol: TCP }] }`];
  expect(egress(together(a, letsOut(...rules)))).toEqual(['egress a | entire-cluster | TCP 1-65535']);
});

test('a name that only one selector may use makes a row of it', () => {
  const web = '{ podSelector: { matchLabels: { app: web } } }';
  expect(egress(together(a, letsOut(to(web, port('http')), to(every, port(443)))))).toEqual([
    'egress a | entire-cluster | TCP 443',
    'egress a | {matchLabels:{kubernetes.io/metadata.name:here}} / {matchLabels:{app:web}} | TCP 443 + TCP/http',
  ]);
});

test('a name denied before it is allowed is not open', () => {
  const admin = (action: string, priority: number) => `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: p${priority} }
spec:
  priority: ${priority}
  subject: { namespaces: {} }
  egress: [{ action: ${action}, to: [{ namespaces: {} }], ports: [{ namedPort: http }] }]
`;
  const closed = letsOut();
  expect(egress(together(a, closed, admin('Deny', 1), admin('Allow', 2)))).toEqual([]);
  expect(egress(together(a, closed, admin('Allow', 1), admin('Deny', 2)))).toEqual([
    'egress a | entire-cluster | nothing + any/http',
  ]);
});

test('a connection keeps the names that may mean it', () => {
  const bundle = together(a, letsOut(to(every, port('http'), port('dns', 'UDP'))));
  expect(egress(bundle, TCP_80)).toEqual(['egress a | entire-cluster | nothing + TCP/http']);
  expect(egress(bundle, portRange('SCTP', 80, 80))).toEqual([]);
});
