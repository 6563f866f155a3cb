import { expect, test } from 'vitest';
import { NONE, portRange } from '../../../../src/algebra/connection-set.ts';
import { ask } from './support.ts';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';
const TWO = `services:
  web: { image: a, networks: [front], ports: ["8080:80"] }
  mate: { image: a, networks: [front] }
  other: { image: a, networks: [back] }
  inner: { image: a, networks: [inner] }
  far: { image: a, networks: [far] }
  agent: { image: a, network_mode: host }
networks:
  front: {}
  back: {}
  inner: { internal: true }
  far: { driver: macvlan, driver_opts: { parent: eth0 } }
`;

test('a published port is reached by the LAN, the host, and every container with a route, mates and itself among them', () => {
  const asked = ask(TWO);
  for (const from of ['@lan', '@host', 'web', 'mate', 'other', 'agent']) {
    expect([from, asked.cell(from, 'web', 'published')]).toEqual([from, 'TCP 80']);
    expect(asked.dials(from, 'published', { port: 8080 })).toBe('web:80');
  }
});

test('a published port is never reached from internal-only and macvlan-only containers', () => {
  const asked = ask(TWO);
  for (const from of ['inner', 'far']) expect(asked.cell(from, 'web', 'published')).toBe('nothing');
});

test('with icc off a member still reaches what another publishes', () => {
  const asked = ask(`services: { a: { image: a, ports: ["80:80"] }, b: { image: a } }
networks: { default: { driver_opts: { com.docker.network.bridge.enable_icc: "false" } } }
`);
  expect(asked.cell('b', 'a', 'published')).toBe('TCP 80');
});

test('a port bound to 127.0.0.1 is reached by the host alone, at its loopback address', () => {
  const asked = ask(`services:
  db: { image: a, ports: ["127.0.0.1:5432:5432"] }
  app: { image: a }
  agent: { image: a, network_mode: host }
`);
  for (const from of ['@lan', 'app', 'agent', '@host']) expect(asked.cell(from, 'db', 'published')).toBe('nothing');
  for (const from of ['agent', '@host']) expect(asked.dials(from, 'loopback', { port: 5432 })).toBe('db:5432');
  for (const from of ['@lan', 'app']) expect(asked.cell(from, 'db', 'loopback')).toBe('nothing');
});

test('a port bound to one address of the host is not reached at another', () => {
  const ports =
    'services: { a: { image: a, ports: ["192.0.2.10:8081:80"] }, b: { image: a, ports: ["192.0.2.11:8082:80"] } }';
  const asked = ask(ports, { engine: '29', hostAddress: '192.0.2.10' });
  expect(asked.dials('@lan', 'published', { port: 8081 })).toBe('a:80');
  expect(asked.dials('@lan', 'published', { port: 8082 })).toBeUndefined();
  expect(asked.dials('@host', 'loopback', { port: 8081 })).toBeUndefined();
  expect(ask(ports).world.hostAddress).toBe('192.0.2.10');
});

test('containers reach processes of the host by their way out, or by any bridge that is not isolated', () => {
  const asked = ask(`services:
  plain: { image: a }
  inner: { image: a, networks: [inner] }
  alone: { image: a, networks: [alone] }
  far: { image: a, networks: [far] }
  none: { image: a, network_mode: none }
  agent: { image: a, network_mode: host }
networks:
  inner: { internal: true }
  alone: { internal: true, driver_opts: { ${MODE}: isolated } }
  far: { driver: macvlan, driver_opts: { parent: eth0 } }
`);
  for (const from of ['plain', 'inner', 'agent', '@lan', '@host'])
    expect(asked.cell(from, '@host', 'host-process')).toBe('all');
  for (const from of ['alone', 'far', 'none']) expect(asked.cell(from, '@host', 'host-process')).toBe('nothing');
});

test('a container reaches the internet and the LAN unless all its networks are internal', () => {
  const asked = ask(TWO);
  for (const from of ['web', 'far', 'agent', '@host']) {
    expect(asked.cell(from, '@internet', 'egress')).toBe('all');
    expect(asked.cell(from, '@lan', 'egress')).toBe('all');
  }
  for (const to of ['@internet', '@lan']) expect(asked.cell('inner', to, 'egress')).toBe('nothing');
});

test('what reaches anything by any way is the union of the ways, and addresses that nobody has are none', () => {
  const asked = ask(TWO);
  expect(asked.cell('mate', 'web')).toBe('all');
  expect(asked.cell('other', 'web')).toBe('TCP 80');
  const reach = asked.reach();
  const outside = reach.nodes.flatMap(({ kind }, i) => (kind === 'outside' ? [i] : []));
  for (const node of reach.nodes.keys()) {
    for (const other of outside) {
      expect(reach.between(node, other)).toEqual({ allow: NONE, unknown: NONE });
      expect(reach.between(other, node)).toEqual({ allow: NONE, unknown: NONE });
    }
  }
});

test('the matrix says the same as single questions, for every pair', () => {
  const reach = ask(TWO).reach();
  for (const from of reach.nodes.keys()) {
    for (const to of reach.nodes.keys()) {
      const source = reach.sources.classOf[from] as number;
      const destination = reach.destinations.classOf[to] as number;
      expect(reach.cell(source, destination)).toEqual(reach.between(from, to));
    }
  }
});

test('both ends name the entries that open a way', () => {
  const asked = ask(TWO);
  expect(asked.reasons('other', 'web', 'published', portRange('TCP', 80, 80))).toEqual([
    'egress allow networks /services/other/networks/0: the way out is proj_back',
    'ingress allow ports /services/web/ports/0: published at port 8080 of the host',
  ]);
  expect(asked.reasons('mate', 'web', 'direct', portRange('UDP', 7, 7))).toEqual([
    'egress allow networks /services/mate/networks/0: both are on proj_front',
    'ingress allow networks /services/web/networks/0: both are on proj_front',
  ]);
});

test('both ends name the entries that close a way', () => {
  const asked = ask(TWO);
  expect(asked.reasons('inner', '@internet', 'egress', portRange('TCP', 443, 443))[0]).toBe(
    'egress default-deny internal /networks/inner/internal: proj_inner is internal, so there is no way out',
  );
  expect(asked.reasons('other', 'web', 'direct', portRange('TCP', 80, 80))).toEqual([
    'egress default-deny networks /services/other/networks/0: other is on proj_back only',
    'ingress default-deny networks /services/web/networks/0: web is on proj_front only',
  ]);
});

test('a binding to 127.0.0.1 is named where it shuts the LAN out', () => {
  const asked = ask('services: { db: { image: a, ports: ["127.0.0.1:5432:5432"] } }');
  expect(asked.reasons('@lan', 'db', 'published', portRange('TCP', 5432, 5432))[1]).toBe(
    'ingress deny ports /services/db/ports/0: published at 127.0.0.1:5432, which only the host itself can dial',
  );
});

test('a member that icc off shuts out is told by the option', () => {
  const asked = ask(`services: { a: { image: a }, b: { image: a } }
networks: { default: { driver_opts: { com.docker.network.bridge.enable_icc: "false" } } }
`);
  const at = '/networks/default/driver_opts/com.docker.network.bridge.enable_icc';
  expect(asked.reasons('a', 'b', 'direct', portRange('TCP', 80, 80))).toEqual([
    `egress deny driver_opts ${at}: members of proj_default may not talk to each other`,
    `ingress deny driver_opts ${at}: members of proj_default may not talk to each other`,
  ]);
});
