/** Traps 58 to 69: Services, Ingress and Gateway API, and what policy makes of them. */

import { expect, test } from 'vitest';
import { gateway, grant, route } from '../support/gateway.ts';
import { pod, policy } from '../support/objects.ts';
import { CLIENT, entryRows, expectAnswers, findingsOf, rowsTo } from './trap.ts';

const web = (path: string, ports: readonly { name: string; containerPort: number }[] = []) =>
  pod(path, { labels: { app: 'web' }, ports });
const service = (spec: string, path = 'a/web') => {
  const [home, name] = path.split('/');
  return `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${home} }\nspec: { ${spec} }\n`;
};
const opens = (port: string) => policy('a/p', `ingress: [{ ports: [{ port: ${port} }] }]`);
const MAPPED = service('selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }]');
const ingress = (port: string, name = 'web') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: door, namespace: a }\nspec: { defaultBackend: { service: { name: ${name}, port: { ${port} } } } }\n`;

test('trap 58: a policy with the Service port instead of the target port blocks', () => {
  const bundle = [CLIENT, web('a/one'), MAPPED];
  expectAnswers([...bundle, opens('80')], ['b/client > a/web[Service] TCP/80 = deny at a/one:8080']);
  expectAnswers([...bundle, opens('8080')], ['b/client > a/web[Service] TCP/80 = allow at a/one:8080']);
});

test('trap 59: a targetPort by name may be another number at each pod', () => {
  const http = (containerPort: number) => [{ name: 'http', containerPort }];
  const byName = service('selector: { app: web }, ports: [{ port: 80, targetPort: http }]');
  const bundle = [CLIENT, web('a/one', http(8080)), web('a/two', http(9090)), web('a/three'), byName];
  expectAnswers(bundle, ['b/client > a/web[Service] TCP/80 = allow at a/one:8080, a/two:9090']);
  expectAnswers([...bundle, opens('8080')], ['b/client > a/web[Service] TCP/80 = mixed at a/one:8080, a/two:9090']);
});

test('trap 60: a Service does not select pods of another namespace', () => {
  expectAnswers([CLIENT, web('c/one'), MAPPED], ['b/client > a/web[Service] TCP/80 = error /problems/unknown-name']);
  expectAnswers(
    [CLIENT, web('c/one'), web('a/two'), MAPPED],
    ['b/client > a/web[Service] TCP/80 = allow at a/two:8080'],
  );
});

test('trap 61: a Service without a selector leads where its EndpointSlice says', () => {
  const one = pod('a/one', { status: { podIP: '10.0.0.7' } });
  const slice = `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, namespace: a, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
endpoints: [{ addresses: [10.0.0.7] }]
ports: [{ port: 8443 }]
`;
  const bundle = [CLIENT, one, service('ports: [{ port: 443 }]'), slice];
  expectAnswers(bundle, ['b/client > a/web[Service] TCP/443 = allow at a/one:8443']);
  expectAnswers([...bundle, opens('443')], ['b/client > a/web[Service] TCP/443 = deny at a/one:8443']);
});

test('trap 62: an ExternalName is no way to a pod', () => {
  const outside = service(
    'type: ExternalName, externalName: db.example.com, selector: { app: web }, ports: [{ port: 80 }]',
  );
  expectAnswers([CLIENT, web('a/one'), outside], ['b/client > a/web[Service] TCP/80 = error /problems/unknown-name']);
});

test('trap 63: behind a headless Service the port that is dialled is the pod’s own', () => {
  const headless = service('clusterIP: None, selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]');
  expectAnswers(
    [CLIENT, web('a/one'), headless, opens('80')],
    ['b/client > a/web[Service] TCP/80 = allow at a/one:80', 'b/client > a/web[Service] TCP/8080 = deny at a/one:8080'],
  );
});

test('trap 64: an Ingress names a Service port; an unknown port and a missing Service are findings', () => {
  expect(entryRows([web('a/one'), MAPPED, ingress('name: http')])).toEqual(['a/one[Pod]: TCP 8080']);
  expect(entryRows([web('a/one'), MAPPED, ingress('number: 80')])).toEqual(['a/one[Pod]: TCP 8080']);
  for (const [port, name, rule] of [
    ['number: 8080', 'web', 'ING002'],
    ['name: https', 'web', 'ING002'],
    ['number: 80', 'wob', 'ING001'],
  ]) {
    const bundle = [web('a/one'), MAPPED, ingress(port ?? '', name)];
    expect(entryRows(bundle)).toEqual([]);
    expect(findingsOf(bundle)).toEqual([expect.stringContaining(`${rule} /spec/defaultBackend`)]);
  }
});

test('trap 65: an Ingress is closed where NetworkPolicy does not admit its controller', () => {
  const bundle = [web('a/one'), MAPPED, ingress('number: 80')];
  expect(entryRows([...bundle, policy('a/p', 'ingress: []')])).toEqual([]);
  expect(entryRows([...bundle, opens('80')])).toEqual([]);
  expect(entryRows([...bundle, opens('8080')])).toEqual(['a/one[Pod]: TCP 8080']);
  const fromFront = policy(
    'a/p',
    'ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: front } } }] }]',
  );
  expect(entryRows([...bundle, fromFront], { ingressController: 'front:app=nginx' })).toEqual(['a/one[Pod]: TCP 8080']);
  expect(entryRows([...bundle, fromFront], { ingressController: 'back:app=nginx' })).toEqual([]);
});

test('trap 66: an HTTPRoute to another namespace leads nowhere without a ReferenceGrant there', () => {
  const bundle = [
    web('a/one'),
    MAPPED,
    gateway('edge/gw', 'name: web, port: 80, protocol: HTTP'),
    route(
      'HTTPRoute',
      'edge/r',
      'parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: web, namespace: a, port: 80 }] }]',
    ),
  ];
  const [from, to] = ['group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge', 'group: "", kind: Service'];
  expect(entryRows(bundle)).toEqual([]);
  expect(entryRows([...bundle, grant('edge/g', from, to)])).toEqual([]);
  expect(entryRows([...bundle, grant('a/g', from, to)])).toEqual(['a/one[Pod]: TCP 8080']);
});

test('trap 67: a listener takes only routes of its own namespace where it does not say otherwise', () => {
  const to = route(
    'HTTPRoute',
    'a/r',
    'parentRefs: [{ name: gw, namespace: edge }], rules: [{ backendRefs: [{ name: web, port: 80 }] }]',
  );
  const through = (more: string) =>
    entryRows([web('a/one'), MAPPED, to, gateway('edge/gw', `name: web, port: 80, protocol: HTTP${more}`)]);
  expect(through('')).toEqual([]);
  expect(through(', allowedRoutes: { namespaces: { from: Same } }')).toEqual([]);
  expect(through(', allowedRoutes: { namespaces: { from: All } }')).toEqual(['a/one[Pod]: TCP 8080']);
});

test('trap 68: a backend of weight 0 gets no traffic', () => {
  const other = service('selector: { app: other }, ports: [{ port: 80 }]', 'a/other');
  const weighing = (weight: number) => [
    web('a/one'),
    MAPPED,
    pod('a/two', { labels: { app: 'other' } }),
    other,
    gateway('a/gw', 'name: web, port: 80, protocol: HTTP'),
    route(
      'HTTPRoute',
      'a/r',
      `parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: web, port: 80, weight: ${weight} }, { name: other, port: 80 }] }]`,
    ),
  ];
  expect(entryRows(weighing(0))).toEqual(['a/two[Pod]: TCP 80']);
  expect(entryRows(weighing(1))).toEqual(['a/one[Pod]: TCP 8080', 'a/two[Pod]: TCP 80']);
});

const balanced = (more: string) => [
  web('a/one'),
  service(`type: LoadBalancer, ${more}selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]`),
  policy('a/p', 'ingress: [{ from: [{ ipBlock: { cidr: 203.0.113.0/24 } }] }]'),
];

test('trap 69: behind externalTrafficPolicy Local a block of client addresses means the clients; Cluster may hide them', () => {
  const local = balanced('externalTrafficPolicy: Local, ');
  expect(rowsTo('a/one[Pod]', local)).toEqual(['203.0.113.0/24: all via load-balancer web']);
  const hidden = (bundle: readonly string[]) => findingsOf(bundle).filter((f) => f.includes('NET037'));
  expect(hidden(local)).toEqual([]);
  expect(hidden(balanced(''))).toHaveLength(1);
});
