import { expect, test } from 'vitest';
import { bindingsAt } from '../../../../src/policy/dialects/docker-network/index.ts';
import { ask } from './support.ts';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';

/** Per binding: whose it is, whether it is active, and why not. */
function states(compose: string): string[] {
  return ask(compose).world.bindings.map(({ service, target, state }) => {
    const why = state.kind === 'inactive' ? `: ${state.because.text}, ${state.because.origin.pointer}` : '';
    return `${service}:${target.first} ${state.kind}${state.kind === 'unknown' ? `: ${state.why}` : why}`;
  });
}

test('a port is published where the way out is a bridge that translates addresses', () => {
  expect(
    states(`services: { a: { image: a, ports: ["80:80"] }, b: { image: a, networks: [u], ports: ["81:81"] } }
networks: { u: { driver_opts: { ${MODE}: nat-unprotected } } }
`),
  ).toEqual(['a:80 active', 'b:81 active']);
});

test('on internal networks alone, none and host nothing is published', () => {
  expect(
    states(`services:
  a: { image: a, networks: [i], ports: ["80:80"] }
  b: { image: a, network_mode: none, ports: ["81:81"] }
  c: { image: a, network_mode: host, ports: ["82:82"] }
networks: { i: { internal: true } }
`),
  ).toEqual([
    'a:80 inactive: every network of a is internal, so nothing is published, /networks/i/internal',
    'b:81 inactive: b has no network at all, so nothing is published, /services/b/network_mode',
    "c:82 inactive: c uses the host's network, where ports are not published but open as they are, /services/c/network_mode",
  ]);
});

test('the way out is the network of the highest gw_priority, then the first by real name, and never an internal one', () => {
  const networks = `networks:
  a-internal: { internal: true }
  b-plain: {}
  c-routed: { driver_opts: { ${MODE}: routed } }
  m-far: { driver: macvlan, driver_opts: { parent: eth0 } }
`;
  expect(
    states(`services:
  p: { image: a, networks: { a-internal: { gw_priority: 9 }, c-routed: {}, b-plain: {} }, ports: ["80:80"] }
  q: { image: a, networks: { b-plain: {}, c-routed: { gw_priority: 1 } }, ports: ["81:81"] }
  r: { image: a, networks: { b-plain: { gw_priority: -1 }, m-far: {} }, ports: ["82:82"] }
${networks}`),
  ).toEqual([
    'p:80 active',
    `q:81 inactive: the way out of q is proj_c-routed, whose gateway mode is routed, so no port of the host leads to it, /networks/c-routed/driver_opts/${MODE}`,
    'r:82 inactive: the way out of r is the macvlan network proj_m-far, which publishes nothing, /networks/m-far/driver',
  ]);
});

test('of equal priority the network with more address families is the way out', () => {
  expect(
    states(`services: { p: { image: a, networks: [a-routed, six], ports: ["80:80"] } }
networks: { a-routed: { driver_opts: { ${MODE}: routed } }, six: { enable_ipv6: true } }
`),
  ).toEqual(['p:80 active']);
});

test('priority, which is about the order of connecting, does not choose the way out', () => {
  expect(
    states(`services: { p: { image: a, networks: { a: {}, b: { priority: 10 } }, ports: ["80:80"] } }
networks: { a: {}, b: { driver_opts: { ${MODE}: routed } } }
`),
  ).toEqual(['p:80 active']);
});

test('ports that name no address take that of the way out', () => {
  const { bindings } = ask(`services: { a: { image: a, ports: ["80:80", "0.0.0.0:81:81", "192.0.2.7:82:82"] } }
networks: { default: { driver_opts: { com.docker.network.bridge.host_binding_ipv4: 127.0.0.1 } } }
`).world;
  expect(bindings.map(({ address }) => address)).toEqual(['127.0.0.1', undefined, '192.0.2.7']);
});

test('a port of the host leads to the binding of its protocol, port and address', () => {
  const { bindings } = ask(`services:
  a: { image: a, ports: ["53:5353/udp", "192.0.2.7:80:81", "127.0.0.1:80:82", "9000-9001:90-91", "7000-7009:70", "99"] }
`).world;
  const at = (via: 'published' | 'loopback', port: number, more: { protocol?: 'UDP'; address?: string } = {}) =>
    bindingsAt(bindings, { via, port, protocol: more.protocol ?? 'TCP', address: more.address }).map(
      (b) => b.target.first,
    );
  expect(at('published', 53, { protocol: 'UDP' })).toEqual([5353]);
  expect(at('published', 53)).toEqual([]);
  expect(at('published', 80)).toEqual([81]);
  expect(at('published', 80, { address: '192.0.2.8' })).toEqual([]);
  expect(at('loopback', 80)).toEqual([82]);
  expect(at('loopback', 9001)).toEqual([91]);
  expect(at('published', 7005)).toEqual([70]);
});

test('a port on a free port of the host is published all the same', () => {
  const asked = ask('services: { a: { image: a, ports: ["99"] } }');
  expect(asked.cell('@lan', 'a', 'published')).toBe('TCP 99');
  expect(asked.world.bindings[0]?.published).toBeUndefined();
});

test('whoever uses the network of a service has what it publishes', () => {
  const asked = ask(`services:
  vpn: { image: a, ports: ["9091:9091"] }
  torrent: { image: a, network_mode: "service:vpn" }
`);
  expect(asked.cell('@lan', 'torrent', 'published')).toBe('TCP 9091');
  expect(asked.dials('@lan', 'published', { port: 9091 })).toBe('vpn:9091');
});
