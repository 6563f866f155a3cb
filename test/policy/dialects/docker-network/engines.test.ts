import { expect, test } from 'vitest';
import type { DockerEngine } from '../../../../src/policy/dialects/docker-network/index.ts';
import { ask } from './support.ts';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';
const OPEN = `services:
  open: { image: a, networks: [u] }
  client: { image: a, networks: [n] }
networks: { u: { driver_opts: { ${MODE}: nat-unprotected } }, n: {} }
`;
const ROUTED = `services:
  first: { image: a, networks: [r], ports: ["80:80"] }
  second: { image: a, networks: [a, r], ports: ["81:81"] }
  client: { image: a, networks: [n] }
networks: { a: {}, r: { driver_opts: { ${MODE}: routed } }, n: {} }
`;

const on = (engine: DockerEngine, compose: string) => ask(compose, { engine });

test('in 28 a nat-unprotected network is open to the LAN and closed to other networks', () => {
  const asked = on('28', OPEN);
  expect(asked.cell('@lan', 'open', 'direct')).toBe('all');
  expect(asked.cell('client', 'open', 'direct')).toBe('nothing');
});

test('in 28 a routed network that is not the gateway is closed to the LAN and to other networks', () => {
  const asked = on('28', ROUTED);
  for (const from of ['client', '@lan']) {
    expect(asked.cell(from, 'first', 'direct')).toBe('TCP 80');
    expect(asked.cell(from, 'second', 'direct')).toBe('nothing');
  }
});

test('before 28 there are no gateway modes: what would be routed is published', () => {
  const asked = on('before-28', ROUTED);
  expect(asked.cell('client', 'first', 'direct')).toBe('nothing');
  expect(asked.dials('@lan', 'published', { port: 80 })).toBe('first:80');
});

test('before 28 the LAN reaches published ports at the address of the container, bound to 127.0.0.1 too', () => {
  const asked = on(
    'before-28',
    `services: { db: { image: a, ports: ["127.0.0.1:5432:5432"] }, inner: { image: a, networks: [i], ports: ["80:80"] } }
networks: { i: { internal: true } }
`,
  );
  expect(asked.cell('@lan', 'db', 'direct')).toBe('TCP 5432');
  expect(asked.cell('@lan', 'inner', 'direct')).toBe('nothing');
});

test('before 28 an isolated network is internal only: the host and its members reach each other', () => {
  const asked = on(
    'before-28',
    `services: { a: { image: a, networks: [i] } }
networks: { i: { internal: true, driver_opts: { ${MODE}: isolated } } }
`,
  );
  expect(asked.cell('@host', 'a', 'direct')).toBe('all');
  expect(asked.cell('a', '@host', 'host-process')).toBe('all');
});

test('before 28 gw_priority does not exist, so that the first network by name is the way out', () => {
  const compose = `services: { a: { image: a, networks: { x: {}, y: { gw_priority: 1 } }, ports: ["80:80"] } }
networks: { x: {}, y: { driver: macvlan, driver_opts: { parent: eth0 } } }
`;
  expect(on('before-28', compose).cell('@lan', 'a', 'published')).toBe('TCP 80');
  expect(on('29', compose).cell('@lan', 'a', 'published')).toBe('nothing');
});

test('the answer says which engine it is about, and what else it takes for granted', () => {
  const { assumptions } = on(
    '29',
    'services: { a: { image: a, networks: [x] } }\nnetworks: { x: { external: true } }',
  ).world;
  expect(assumptions[0]).toContain('Linux and Docker Engine 29, not rootless, with default options');
  expect(assumptions.at(-1)).toContain('No file makes the networks x;');
  expect(on('before-28', OPEN).world.assumptions[0]).toContain('before 28');
});
