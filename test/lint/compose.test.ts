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

describe('what is open', () => {
  it.each([
    ['CMP003', 'services: {a: {image: x, ports: ["8080:80"], network_mode: host}}', 0],
    ['CMP003', 'services: {a: {image: x, ports: ["80:80", "443:443"]}}', 0],
    ['CMP003', 'services: {a: {image: x, ports: ["127.0.0.1:8080:80"]}}', 0],
    ['CMP003', 'services: {a: {image: x, ports: ["[::1]:8080:80"]}}', 0],
    ['CMP003', 'services: {a: {image: postgres, ports: ["5432:5432"]}}', 0],
    ['CMP003', 'services: {a: {image: x, ports: ["8080:80", "8081:81"]}}', 1],
    ['CMP015', 'services: {a: {image: x, network_mode: bridge, external_links: [b]}}', 0],
    ['CMP022', 'services: {a: {image: "postgres:16", ports: ["1:1"], command: [-p, "1"]}}', 0],
    ['CMP022', 'services: {a: {image: "nginx", ports: ["1:3000"], volumes: ["./n.conf:/etc/nginx/nginx.conf"]}}', 0],
    ['CMP022', 'services: {a: {image: "docker.io/library/redis:7@sha256:0", ports: ["1:6380"]}}', 1],
    ['CMP031', 'services: {a: {image: x}, b: {image: x}, c: {image: mysql}}', 0],
    ['CMP031', 'services: {a: {image: x}, b: {image: x}, c: {image: x}, d: {image: x}}', 0],
    [
      'CMP032',
      'services: {a: {image: x, ports: ["80:80"], networks: [n]}, d: {image: mysql, networks: [n]}}\nnetworks: {n: }',
      0,
    ],
    [
      'CMP032',
      'services: {a: {image: x, networks: [n, m]}, d: {image: mysql, networks: [n]}}\nnetworks: {n: , m: }',
      0,
    ],
  ])('%s of %s', (id, text, count) => {
    expect(said(id, text)).toHaveLength(count);
  });
});

describe('CMP020, hosts that variables name', () => {
  const named = (value: string, more = '', b = 'command: c', rest = '') =>
    two(`environment: {B_URL: "${value}"}${more}`, b, rest);

  it.each([
    ['http://b:80', '', 'command: c', '', 0],
    ['http://b:80', '', 'networks: [n]', 'networks: {n: }', 1],
    ['http://c:80', '', 'networks: {default: {aliases: [c]}}', '', 0],
    ['http://c:80', '', 'container_name: c', '', 0],
    ['http://c:80', ', extra_hosts: ["c=192.0.2.1"]', 'command: c', '', 0],
    ['http://c:80', ', links: ["b:c"]', 'command: c', '', 0],
    ['http://c:80', ', networks: [n]', 'command: c', 'networks: {n: {external: true}}', 0],
    ['http://c.example.com', '', 'command: c', '', 0],
    ['http://host.docker.internal', '', 'command: c', '', 0],
    ['http://b:80', ', network_mode: host', 'command: c', '', 1],
    ['http://b:80', ', network_mode: bridge', 'network_mode: bridge', '', 1],
    ['http://b:80', ', network_mode: "service:b"', 'command: c', '', 0],
    ['http://a:80', '', 'command: c', '', 0],
  ])('%s of a service with %s', (value, more, b, rest, count) => {
    expect(said('CMP020', named(value, more, b, rest))).toHaveLength(count);
  });
});

describe('CMP034, secrets', () => {
  const variable = (entry: string) => `services: {a: {image: x, environment: ${entry}}}`;

  it.each([
    ['["DB_PASSWORD=hunter2"]', 1],
    ['{API_KEY: hunter2}', 1],
    [`{DB_PASSWORD: "\${HUNTER}"}`, 0],
    [`{DB_PASSWORD: "\${HUNTER:-hunter2}"}`, 1],
    ['[DB_PASSWORD]', 0],
    ['{MYSQL_RANDOM_ROOT_PASSWORD: "yes"}', 0],
    ['{DB_PASSWORD_FILE: /run/secrets/db}', 0],
    ['{TOKENIZER: words}', 0],
  ])('are read from %s', (entry, count) => {
    const text = variable(entry);
    expect(said('CMP034', text)).toHaveLength(count);
    expect(JSON.stringify(findings(text).map(({ message }) => message))).not.toContain('hunter');
  });

  it('in a file of variables are not in the Compose file', () => {
    const files = {
      'compose.yaml': 'services: {a: {image: x, env_file: app.env}}',
      'app.env': 'DB_PASSWORD=hunter2\n',
    };
    expect(findings(files).filter(({ rule }) => rule === 'CMP034')).toEqual([]);
  });
});

describe('CMP035, variables for a proxy', () => {
  const claims = (image: string, more = '') =>
    `services: {a: {image: x, environment: {VIRTUAL_HOST: h}}, b: {image: ${image}, environment: {VIRTUAL_HOST: h${more}}}}`;

  it('may be shared by containers of one image, or by paths', () => {
    expect(said('CMP035', claims('x'))).toEqual([]);
    expect(said('CMP035', claims('y', ', VIRTUAL_PATH: /y'))).toEqual([]);
    expect(said('CMP035', claims('y'))).toHaveLength(1);
  });
});
