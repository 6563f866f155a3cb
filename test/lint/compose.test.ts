/** What the examples of the rules do not show. */

import { describe, expect, it } from 'vitest';
import { findings } from '../docker/compose/loading.ts';

/** Pointers of what one rule says. */
function said(id: string, text: string): string[] {
  return findings(text).flatMap(({ rule, place }) =>
    rule === id && place && 'document' in place ? [place.pointer] : [],
  );
}

const two = (a: string, b: string, rest = '') => `services: {a: {image: x, ${a}}, b: {image: y, ${b}}}\n${rest}`;

describe('CMP005, host ports', () => {
  it.each([
    ['"80:80"', '"80:90"', 2],
    ['"127.0.0.1:80:80"', '"0.0.0.0:80:80"', 2],
    ['"127.0.0.1:80:80"', '"[::]:80:80"', 0],
    ['"127.0.0.1:80:80"', '"127.0.0.2:80:80"', 0],
    ['"80:80"', '"80:80/udp"', 0],
    ['"80"', '"80"', 0],
    ['"80-81:80-81"', '"81:1"', 2],
    ['"80-90:80"', '"80:1"', 0],
  ])('%s and %s', (first, second, count) => {
    expect(said('CMP005', two(`ports: [${first}]`, `ports: [${second}]`))).toHaveLength(count);
  });

  it('do not clash where they are not published', () => {
    expect(said('CMP005', two('ports: ["80:80"], network_mode: host', 'ports: ["80:80"]'))).toEqual([]);
    expect(said('CMP005', two('ports: ["80:80"], scale: 0', 'ports: ["80:80"]'))).toEqual([]);
  });
});

describe('CMP009, common networks', () => {
  it.each([
    ['network_mode: "service:b", depends_on: [b]', 'networks: [n]', 0],
    ['network_mode: host, depends_on: [b]', 'networks: [n]', 0],
    ['network_mode: none, depends_on: [b]', 'networks: [n]', 1],
    ['network_mode: bridge, depends_on: [b]', 'network_mode: bridge', 0],
    ['networks: [m], links: ["b:c"]', 'networks: [n]', 1],
    ['networks: [m, n], links: ["b:c"]', 'networks: [n]', 0],
  ])('%s and %s', (a, b, count) => {
    expect(said('CMP009', two(a, b, 'networks: {n: , m: }'))).toHaveLength(count);
  });

  it('are told by their real names', () => {
    expect(
      said(
        'CMP009',
        two(
          'networks: [m], depends_on: [b]',
          'networks: [n]',
          'networks: {n: {external: true, name: one}, m: {external: true, name: one}}',
        ),
      ),
    ).toEqual([]);
  });
});

describe('addresses', () => {
  const pool = (text: string) => `networks: {n: {ipam: {config: [${text}]}}}`;

  it.each([
    ['CMP010', 'ipv4_address: nope', pool('{subnet: 10.0.0.0/24}'), 1],
    ['CMP010', 'ipv4_address: 10.0.1.2', pool('{subnet: 10.0.0.0/24}, {subnet: 10.0.1.0/24}'), 0],
    ['CMP010', 'ipv6_address: 10.0.0.2', pool('{subnet: 10.0.0.0/24}'), 1],
    ['CMP010', 'ipv6_address: "fd00::2"', pool('{subnet: "fd00::/64"}'), 0],
    ['CMP010', 'ipv4_address: 10.0.0.2', 'networks: {n: }', 1],
    ['CMP010', 'ipv4_address: 10.0.0.2', 'networks: {n: {external: true}}', 0],
    ['CMP011', 'ipv4_address: 10.0.0.0', pool('{subnet: 10.0.0.0/24}'), 1],
    ['CMP011', 'ipv4_address: 10.0.0.255', pool('{subnet: 10.0.0.0/24}'), 1],
    ['CMP011', 'ipv4_address: 10.0.0.9', pool('{subnet: 10.0.0.0/24, aux_addresses: {h: 10.0.0.9}}'), 1],
    ['CMP013', 'aliases: [z]', pool('{subnet: nope}'), 1],
    ['CMP013', 'aliases: [z]', pool('{subnet: 10.0.0.0/24, ip_range: 10.0.1.0/25}'), 1],
    ['CMP013', 'aliases: [z]', pool('{subnet: 10.0.0.0/24, gateway: x}'), 1],
    ['CMP013', 'aliases: [z]', pool('{subnet: "fd00::1/64"}'), 1],
    ['CMP012', 'aliases: [z]', pool('{subnet: 10.0.0.0/8}, {subnet: 10.1.0.0/16}, {subnet: "fd00::/8"}'), 1],
  ])('%s: %s in %s', (id, attachment, networks, count) => {
    expect(said(id, `services: {a: {image: x, networks: {n: {${attachment}}}}}\n${networks}`)).toHaveLength(count);
  });

  it('are given once, and not to several containers', () => {
    const text = two(
      'networks: {n: {ipv4_address: 10.0.0.2}}',
      'scale: 2, networks: {n: {ipv4_address: 10.0.0.2}}',
      pool('{subnet: 10.0.0.0/24}'),
    );
    expect(said('CMP011', text)).toHaveLength(2);
  });
});

describe('other cases', () => {
  it.each([
    ['CMP004', 'services: {a: {image: x, ports: ["6379:6379"], network_mode: host}}', 0],
    ['CMP004', 'services: {a: {image: x, ports: ["16379:6379"]}}', 1],
    ['CMP014', two('container_name: store', 'networks: {default: {aliases: [STORE, b]}}'), 1],
    [
      'CMP017',
      'services: {a: {image: x, networks: [n]}}\nnetworks: {n: {external: true, driver: d, ipam: {config: [{subnet: 10.0.0.0/8}]}}}',
      2,
    ],
    ['CMP018', 'services: {a: {image: x, use_api_socket: true}}', 1],
    ['CMP019', 'services: {a: {image: x, privileged: true, cap_add: [cap_net_raw, CHOWN]}}', 2],
    ['CMP023', 'services: {a: {image: x, scale: 3, ports: ["80-81:80"]}}', 1],
    ['CMP027', two('extra_hosts: ["b=1.1.1.1"]', 'command: c'), 1],
    [
      'CMP036',
      'services: {a: {image: x, networks: [n]}}\nnetworks: {n: {driver_opts: {com.docker.network.bridge.gateway_mode_ipv4: isolated}}}',
      1,
    ],
    [
      'CMP036',
      'services: {a: {image: x, networks: [n]}}\nnetworks: {n: {driver: macvlan, driver_opts: {parent: eth0, com.docker.network.bridge.name: b}}}',
      1,
    ],
    ['CMP052', two('network_mode: "container:z", hostname: h, dns: 1.1.1.1', 'command: c'), 2],
    ['CMP053', 'services: {a: {image: x, networks: [n, default]}}\nnetworks: {n: {name: project_default}}', 2],
    ['CMP055', two('depends_on: {b: {condition: service_healthy}}', 'healthcheck: {test: [NONE]}'), 1],
    ['CMP056', 'services: {a: {image: x, networks: [n]}}\nnetworks: {n: {driver: weave}}', 1],
    ['CMP057', 'services: {a: {image: x, hostname: "a b"}}', 1],
  ])('%s of %s', (id, text, count) => {
    expect(said(id, text)).toHaveLength(count);
  });
});
