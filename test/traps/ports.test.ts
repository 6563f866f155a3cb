/** Traps 47 to 57: port names, ranges and protocols. */

import { expect, test } from 'vitest';
import { type PodShape, pod, policy } from '../support/objects.ts';
import { CLIENT, expectAnswers, rowsTo, WORLD } from './trap.ts';

const opens = (...ports: readonly string[]) => policy('a/p', `ingress: [{ ports: [${ports}] }]`);
const declares = (path: string, name: string, containerPort: number, protocol = 'TCP') =>
  pod(path, { ports: [{ name, containerPort, protocol }] });
const containers = (...lists: readonly PodShape['ports'][]) =>
  lists.map((ports, i) => ({ name: `c${i}`, image: 'example/app', ports }));

test('trap 47: a port name may mean another number at each pod', () => {
  expectAnswers(
    [CLIENT, declares('a/one', 'http', 80), declares('a/two', 'http', 8080), pod('a/three'), opens('{ port: http }')],
    ['b/client > a/one = TCP 80', 'b/client > a/two = TCP 8080', 'b/client > a/three = nothing'],
  );
});

test('trap 48: a port name with the wrong protocol matches nothing', () => {
  const web = declares('a/web', 'serve-81-udp', 81, 'UDP');
  expectAnswers([CLIENT, web, opens('{ port: serve-81-udp, protocol: TCP }')], ['b/client > a/web = nothing']);
  expectAnswers([CLIENT, web, opens('{ port: serve-81-udp, protocol: UDP }')], ['b/client > a/web = UDP 81']);
});

test('trap 49: a port name in an egress rule is looked up at the destination', () => {
  expectAnswers(
    [
      declares('b/client', 'http', 9999),
      declares('a/web', 'http', 80),
      policy('b/out', 'policyTypes: [Egress]\negress: [{ ports: [{ port: http }] }]'),
    ],
    ['b/client > a/web = TCP 80'],
  );
});

test('trap 50: a port name matches nothing at an external address', () => {
  const out = (to: string) => policy('a/p', `policyTypes: [Egress]\negress: [{ ${to}ports: [{ port: http }] }]`);
  const web = declares('a/web', 'http', 80);
  for (const to of ['', 'to: [{ ipBlock: { cidr: 0.0.0.0/0 } }], ']) {
    expectAnswers([CLIENT, web, out(to)], ['a/web > 8.8.8.8 = nothing']);
  }
});

test('trap 51: port names are looked up in sidecar init containers, and not in plain ones', () => {
  const initContainers = (more: object) => ({
    initContainers: [{ name: 'i', image: 'example/app', ports: [{ name: 'metrics', containerPort: 9090 }], ...more }],
  });
  expectAnswers(
    [
      CLIENT,
      pod('a/sidecar', { spec: initContainers({ restartPolicy: 'Always' }) }),
      pod('a/plain', { spec: initContainers({}) }),
      opens('{ port: metrics }'),
    ],
    ['b/client > a/sidecar = TCP 9090', 'b/client > a/plain = nothing'],
  );
});

test('trap 52: of one port name twice in a pod the first counts', () => {
  const http = (containerPort: number) => [{ name: 'http', containerPort }];
  const twice = pod('a/web', { spec: { containers: containers(http(80), http(81)) } });
  expectAnswers([CLIENT, twice, opens('{ port: http }')], ['b/client > a/web = TCP 80']);
});

test('trap 53: endPort may equal port, end at 65535, overlap single ports, and ranges that touch are one', () => {
  expectAnswers([...WORLD, opens('{ port: 80, endPort: 80 }')], ['b/client > a/web = TCP 80']);
  expectAnswers([...WORLD, opens('{ port: 65000, endPort: 65535 }')], ['b/client > a/web = TCP 65000-65535']);
  expectAnswers([...WORLD, opens('{ port: 80, endPort: 90 }', '{ port: 85 }')], ['b/client > a/web = TCP 80-90']);
  expectAnswers([...WORLD, opens('{ port: 80, endPort: 81 }', '{ port: 82 }')], ['b/client > a/web = TCP 80-82']);
});

test('trap 54: a port that no container declares is reachable by its number', () => {
  const web = declares('a/web', 'http', 80);
  expectAnswers([CLIENT, web, opens('{ port: 9003 }')], ['b/client > a/web = TCP 9003']);
});

test('trap 55: one number of TCP and of UDP are two ports', () => {
  expectAnswers(
    [...WORLD, opens('{ port: 53, protocol: UDP }')],
    ['b/client > a/web UDP/53 = allow', 'b/client > a/web TCP/53 = deny'],
  );
  expectAnswers(
    [...WORLD, opens('{ port: 53, protocol: UDP }', '{ port: 53 }')],
    ['b/client > a/web = TCP 53; UDP 53'],
  );
});

test('trap 56: a policy about SCTP alone isolates TCP too', () => {
  expectAnswers(
    [...WORLD, opens('{ port: 80, protocol: SCTP }')],
    ['b/client > a/web SCTP/80 = allow', 'b/client > a/web TCP/80 = deny', 'b/client > a/web = SCTP 80'],
  );
});

test('trap 57: where egress and ingress share no port there is no connection', () => {
  const bundle = [
    ...WORLD,
    opens('{ port: 81 }'),
    policy('b/out', 'policyTypes: [Egress]\negress: [{ ports: [{ port: 80 }] }]'),
  ];
  expectAnswers(bundle, [
    'b/client > a/web TCP/80 = deny',
    'b/client > a/web TCP/81 = deny',
    'b/client > a/web = nothing',
  ]);
  expect(rowsTo('a/web[Pod]', bundle).filter((row) => row.startsWith('b/client'))).toEqual([]);
});
