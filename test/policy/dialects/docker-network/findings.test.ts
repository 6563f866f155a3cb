import { expect, test } from 'vitest';
import { ask } from './support.ts';

/** The rules that speak, and where they point. */
function said(compose: string): string[] {
  return ask(compose).world.findings.map(
    ({ rule, place }) => `${rule} ${place && 'pointer' in place ? place.pointer : ''}`,
  );
}

test('a container that no file shows is told', () => {
  expect(said('services: { a: { image: a, network_mode: "container:x" } }')).toEqual([
    'CMP060 /services/a/network_mode',
  ]);
});

test('a driver that is not modelled is told, a macvlan in mode bridge is not', () => {
  const networks = (mode: string) => `services: { a: { image: a, networks: [n] } }
networks: { n: { driver: macvlan, driver_opts: { macvlan_mode: ${mode} } } }
`;
  expect(said(networks('private'))).toEqual(['CMP061 /networks/n/driver']);
  expect(said(networks('bridge'))).toEqual([]);
});

test('an internal network that reaches the host is told, an isolated one is not', () => {
  const networks = (options: string) => `services: { a: { image: a, networks: [n] } }
networks: { n: { internal: true${options} } }
`;
  expect(said(networks(''))).toEqual(['CMP062 /networks/n/internal']);
  expect(said(networks(', driver_opts: { com.docker.network.bridge.gateway_mode_ipv4: isolated }'))).toEqual([]);
});

test('trusted interfaces, behind which the LAN may be, are told', () => {
  expect(
    said(`services: { a: { image: a, networks: [n] } }
networks: { n: { driver_opts: { com.docker.network.bridge.trusted_host_interfaces: eth1 } } }
`),
  ).toEqual(['CMP063 /networks/n/driver_opts/com.docker.network.bridge.trusted_host_interfaces']);
});

test('ports that are not published because of the choice of the way out are told', () => {
  const compose = (priority: number) => `services:
  a: { image: a, networks: { b: {}, r: { gw_priority: ${priority} } }, ports: ["80:80"] }
networks: { b: {}, r: { driver_opts: { com.docker.network.bridge.gateway_mode_ipv4: routed } } }
`;
  expect(said(compose(1))).toEqual(['CMP064 /services/a/ports/0']);
  expect(said(compose(0))).toEqual([]);
});

test('a published port of a container that is also on the LAN is told', () => {
  const compose = (port: string) => `services: { a: { image: a, networks: [b, m], ports: ["${port}"] } }
networks: { b: {}, m: { driver: macvlan, driver_opts: { parent: eth0 } } }
`;
  expect(said(compose('80:80'))).toEqual(['CMP065 /services/a/networks/1']);
  expect(said(compose('127.0.0.1:80:80'))).toEqual([]);
});

test('a name that two networks of a service know differently is told', () => {
  const compose = (alias: string) => `services:
  c: { image: a, networks: [m, n] }
  r1: { image: a, networks: { m: { aliases: [redis] } } }
  r2: { image: a, networks: { n: { aliases: [${alias}] } } }
networks: { m: {}, n: {} }
`;
  expect(said(compose('redis'))).toEqual(['CMP066 /services/c/networks/0']);
  expect(said(compose('other'))).toEqual([]);
});
