import { expect, test } from 'vitest';
import { ask, askAll } from './support.ts';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';
const ICC = 'com.docker.network.bridge.enable_icc';

test('every port of every member of a network is open to every other member, declared or not', () => {
  const asked = ask(`services:
  web: { image: a, networks: [one] }
  api: { image: a, networks: [one, two] }
  db: { image: a, networks: [two] }
networks: { one: {}, two: { internal: true } }
`);
  expect(asked.cell('web', 'api', 'direct')).toBe('all');
  expect(asked.cell('db', 'api', 'direct')).toBe('all');
  expect(asked.cell('web', 'db', 'direct')).toBe('nothing');
});

test('services without networks are on the default network of the project', () => {
  const asked = ask('services: { web: { image: a }, api: { image: a } }');
  expect(asked.cell('web', 'api', 'direct')).toBe('all');
});

test('members of a network with icc off do not reach each other over it, but over another they share', () => {
  const asked = ask(`services:
  a: { image: a, networks: [quiet] }
  b: { image: a, networks: [quiet, talk] }
  c: { image: a, networks: [quiet, talk] }
networks:
  quiet: { driver_opts: { ${ICC}: "false" } }
  talk: {}
`);
  expect(asked.cell('a', 'b', 'direct')).toBe('nothing');
  expect(asked.cell('b', 'c', 'direct')).toBe('all');
});

test('two keys with one real name are one network', () => {
  const asked = ask(`services:
  a: { image: a, networks: [x] }
  b: { image: a, networks: [y] }
networks: { x: { external: true, name: shared }, y: { external: true, name: shared } }
`);
  expect(asked.cell('a', 'b', 'direct')).toBe('all');
});

test('projects meet on a network that one of them makes and another names', () => {
  const asked = askAll({
    'one/compose.yaml': 'name: one\nservices: { web: { image: a } }\n',
    'two/compose.yaml':
      'name: two\nservices: { web: { image: a, networks: [n] } }\nnetworks: { n: { external: true, name: one_default } }\n',
  });
  expect(asked.cell('one/web', 'two/web', 'direct')).toBe('all');
});

test('a container reaches itself, and one of several containers reaches another only as the network says', () => {
  const asked = ask(`services:
  one: { image: a, networks: [quiet] }
  many: { image: a, networks: [quiet], scale: 2 }
  more: { image: a, networks: [talk], scale: 2 }
networks: { quiet: { driver_opts: { ${ICC}: "false" } }, talk: {} }
`);
  expect(asked.cell('one', 'one', 'direct')).toBe('all');
  expect(asked.cell('many', 'many', 'direct')).toBe('nothing');
  expect(asked.cell('more', 'more', 'direct')).toBe('all');
});

test('services in one network namespace reach each other, and share what reaches them', () => {
  const asked = ask(`services:
  vpn: { image: a, networks: [quiet] }
  torrent: { image: a, network_mode: "service:vpn" }
  extra: { image: a, network_mode: "container:proj-torrent-1" }
  ui: { image: a, networks: [talk] }
  peer: { image: a, networks: [quiet] }
networks: { quiet: { driver_opts: { ${ICC}: "false" } }, talk: {} }
`);
  expect(asked.cell('torrent', 'vpn', 'direct')).toBe('all');
  expect(asked.cell('extra', 'torrent', 'direct')).toBe('all');
  expect(asked.cell('peer', 'torrent', 'direct')).toBe('nothing');
  expect(asked.cell('@host', 'torrent', 'direct')).toBe('all');
});

test('whoever uses the network of one of several containers is with that one, which is not with the others', () => {
  const asked = ask(`services:
  many: { image: a, networks: [quiet], scale: 2 }
  side: { image: a, network_mode: "service:many" }
networks: { quiet: { driver_opts: { ${ICC}: "false" } } }
`);
  expect(asked.cell('side', 'many', 'direct')).toBe('all');
  expect(asked.cell('many', 'side', 'direct')).toBe('all');
  expect(asked.cell('many', 'many', 'direct')).toBe('nothing');
});

test('a service in the network of the host is reached by everyone who reaches the host, on every port', () => {
  const asked = ask(`services:
  agent: { image: a, network_mode: host }
  other: { image: a, network_mode: host }
  inner: { image: a, networks: [inner] }
  alone: { image: a, networks: [alone] }
  far: { image: a, networks: [far] }
networks:
  inner: { internal: true }
  alone: { internal: true, driver_opts: { ${MODE}: isolated } }
  far: { driver: macvlan, driver_opts: { parent: eth0 } }
`);
  for (const from of ['other', 'inner', '@host', '@lan']) expect(asked.cell(from, 'agent', 'direct')).toBe('all');
  for (const from of ['alone', 'far']) expect(asked.cell(from, 'agent', 'direct')).toBe('nothing');
});

test('the host reaches every port of containers on any bridge, internal too, unless it is isolated; no macvlan', () => {
  const asked = ask(`services:
  agent: { image: a, network_mode: host }
  plain: { image: a }
  inner: { image: a, networks: [inner] }
  alone: { image: a, networks: [alone] }
  far: { image: a, networks: [far] }
networks:
  inner: { internal: true }
  alone: { internal: true, driver_opts: { ${MODE}: isolated } }
  far: { driver: macvlan, driver_opts: { parent: eth0 } }
`);
  for (const from of ['@host', 'agent']) {
    for (const to of ['plain', 'inner']) expect(asked.cell(from, to, 'direct')).toBe('all');
    for (const to of ['alone', 'far']) expect(asked.cell(from, to, 'direct')).toBe('nothing');
  }
});

test('nothing reaches a service of network_mode none, and it reaches nothing', () => {
  const asked = ask('services: { a: { image: a, network_mode: none }, b: { image: a } }');
  for (const [from, to] of [
    ['a', 'b'],
    ['b', 'a'],
    ['@host', 'a'],
    ['@lan', 'a'],
    ['a', '@host'],
    ['a', '@internet'],
  ] as const) {
    expect(asked.cell(from, to)).toBe('nothing');
  }
  expect(asked.cell('a', 'a')).toBe('all');
});

test('a service without containers is reached by nobody', () => {
  const asked = ask(`services:
  a: { image: a, scale: 0, ports: ["80"] }
  b: { image: a }
  c: { image: a, network_mode: "service:b", scale: 0 }
`);
  for (const to of ['a', 'c']) expect(asked.cell('b', to)).toBe('nothing');
});

test('on macvlan and ipvlan members and the LAN reach every port; on an internal one members only', () => {
  const asked = ask(`services:
  a: { image: a, networks: [far] }
  b: { image: a, networks: [far] }
  c: { image: a, networks: [shut] }
networks:
  far: { driver: ipvlan, driver_opts: { parent: eth0 } }
  shut: { driver: macvlan, internal: true }
`);
  expect(asked.cell('a', 'b', 'direct')).toBe('all');
  expect(asked.cell('@lan', 'b', 'direct')).toBe('all');
  expect(asked.cell('@lan', 'c', 'direct')).toBe('nothing');
});

test('members of an overlay reach each other on every port', () => {
  const asked = ask(`services: { a: { image: a, networks: [o] }, b: { image: a, networks: [o] } }
networks: { o: { driver: overlay, attachable: true } }
`);
  expect(asked.cell('a', 'b', 'direct')).toBe('all');
  expect(asked.cell('@lan', 'b', 'direct')).toBe('nothing');
  expect(asked.cell('a', '@internet', 'egress')).toBe('all');
});

test('a routed network opens published ports to the LAN and to routed containers, and no others', () => {
  const asked = ask(`services:
  server: { image: a, networks: [r], ports: ["80", "8081:81/udp"] }
  client: { image: a, networks: [n] }
  locked: { image: a, networks: [i] }
networks: { r: { driver_opts: { ${MODE}: routed } }, n: {}, i: { internal: true } }
`);
  for (const from of ['client', '@lan']) expect(asked.cell(from, 'server', 'direct')).toBe('TCP 80; UDP 81');
  expect(asked.cell('locked', 'server', 'direct')).toBe('nothing');
});

test('a routed network opens published ports also where it is not the gateway', () => {
  const asked = ask(`services:
  server: { image: a, networks: [a, r], ports: ["80"] }
  client: { image: a, networks: [n] }
networks: { a: {}, r: { driver_opts: { ${MODE}: routed } }, n: {} }
`);
  expect(asked.cell('client', 'server', 'direct')).toBe('TCP 80');
});

test('a nat-unprotected network is open on every port to the LAN and to containers with a route', () => {
  const asked = ask(`services:
  open: { image: a, networks: [u] }
  client: { image: a, networks: [n] }
  locked: { image: a, networks: [i] }
networks: { u: { driver_opts: { ${MODE}: nat-unprotected } }, n: {}, i: { internal: true } }
`);
  for (const from of ['client', '@lan']) expect(asked.cell(from, 'open', 'direct')).toBe('all');
  expect(asked.cell('locked', 'open', 'direct')).toBe('nothing');
});

test('the LAN reaches nothing of a plain bridge at the address of the container, published or not', () => {
  const asked = ask('services: { web: { image: a, ports: ["80:80"] } }');
  expect(asked.cell('@lan', 'web', 'direct')).toBe('nothing');
});

test('depends_on, expose and links open nothing between networks', () => {
  const asked = ask(`services:
  web: { image: a, networks: [a], links: ["db"], depends_on: [db] }
  db: { image: a, networks: [b], expose: ["5432"] }
networks: { a: {}, b: {} }
`);
  expect(asked.cell('web', 'db')).toBe('nothing');
});

test('whether the LAN is behind a trusted interface is unknown', () => {
  const asked = ask(`services: { web: { image: a, networks: [t], ports: ["127.0.0.1:8080:80"] } }
networks: { t: { driver_opts: { com.docker.network.bridge.trusted_host_interfaces: "eth1" } } }
`);
  expect(asked.cell('@lan', 'web', 'direct')).toBe('nothing ? TCP 80');
});

test('what passes over a driver that is not modelled is unknown', () => {
  const asked =
    ask(`services: { a: { image: a, networks: [p] }, b: { image: a, networks: [p], ports: ["80:80"] }, c: { image: a } }
networks: { p: { driver: macvlan, driver_opts: { parent: eth0, macvlan_mode: private } } }
`);
  expect(asked.cell('a', 'b', 'direct')).toBe('nothing ? all');
  expect(asked.cell('@lan', 'b', 'direct')).toBe('nothing ? all');
  expect(asked.cell('c', 'b', 'published')).toBe('nothing ? TCP 80');
  expect(asked.cell('a', '@internet', 'egress')).toBe('nothing ? all');
  expect(asked.cell('c', 'b', 'direct')).toBe('nothing');
});

test('a container that no file shows leaves unknown what its network is, but not what is on no network', () => {
  const asked = ask(`services:
  side: { image: a, network_mode: "container:somebody" }
  web: { image: a }
  none: { image: a, network_mode: none }
`);
  for (const [from, to] of [
    ['side', 'web'],
    ['web', 'side'],
    ['side', '@internet'],
    ['side', '@host'],
    ['@lan', 'side'],
  ] as const) {
    expect(asked.cell(from, to)).toBe('nothing ? all');
  }
  expect(asked.cell('side', 'none')).toBe('nothing');
});
