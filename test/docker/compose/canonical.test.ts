/** The long forms, defaults and names of a loaded project. */

import { describe, expect, it } from 'vitest';
import { canonical, dig, loadAll, ofService, refusals, withService } from './loading.ts';

const port = (target: number, published?: string, more: Readonly<Record<string, string>> = {}) => ({
  mode: 'ingress',
  ...more,
  target,
  ...(published === undefined ? {} : { published }),
  protocol: more['protocol'] ?? 'tcp',
});

describe('ports', () => {
  it.each([
    ['80', [port(80)]],
    ['"80/udp"', [port(80, undefined, { protocol: 'udp' })]],
    ['"8080:80"', [port(80, '8080')]],
    ['"8080:80/SCTP"', [port(80, '8080', { protocol: 'sctp' })]],
    ['":80"', [port(80)]],
    ['"127.0.0.1::80"', [port(80, undefined, { host_ip: '127.0.0.1' })]],
    ['"127.0.0.1:8080:80"', [port(80, '8080', { host_ip: '127.0.0.1' })]],
    ['"[::1]:8080:80"', [port(80, '8080', { host_ip: '::1' })]],
    ['"9-11:19-21"', [port(19, '9'), port(20, '10'), port(21, '11')]],
    ['"8080-8090:80"', [port(80, '8080-8090')]],
    ['"080:0080"', [port(80, '80')]],
    ['{target: "80", published: 8080}', [{ target: 80, published: '8080', protocol: 'tcp', mode: 'ingress' }]],
    [
      '{target: 80, published: "1-2", protocol: udp, name: n}',
      [{ target: 80, published: '1-2', protocol: 'udp', name: 'n', mode: 'ingress' }],
    ],
  ])('%s stands for its long form', (text, ports) => {
    expect(ofService(withService(`ports: [${text}]`), 'ports')).toEqual(ports);
  });

  it.each([
    '"::1:80:80"',
    '"300.1.1.1:80:80"',
    '"70000:80"',
    '"80:x"',
    '"80/xyz"',
    '""',
    '"80-81:80-82"',
    '"82-80:1"',
    '80.5',
    '"80:0"',
    '{published: 80}',
    '{target: 80, host_ip: no}',
  ])('%s is refused', (text) => {
    expect(refusals(withService(`ports: [${text}]`)).map((said) => said.slice(0, 6))).toEqual(['CMP025']);
  });

  it.each(['"80-81"', 'x'])('a target of %s is no whole number', (target) => {
    expect(refusals(withService(`ports: [{target: ${target}}]`))[0]).toContain('CMP037');
  });
});

describe('mounts', () => {
  it.each([
    ['/d', { type: 'volume', target: '/d', volume: {} }],
    ['v1:/d/', { type: 'volume', source: 'v1', target: '/d', volume: {} }],
    ['./x/../y:/d:ro', { type: 'bind', source: 'y', target: '/d', read_only: true, bind: { create_host_path: true } }],
    [
      '/a:/d:z,rshared',
      {
        type: 'bind',
        source: '/a',
        target: '/d',
        bind: { propagation: 'rshared', selinux: 'z', create_host_path: true },
      },
    ],
    ['v1:/d:nocopy', { type: 'volume', source: 'v1', target: '/d', volume: { nocopy: true } }],
    // One letter before a colon is a Windows drive, so there is no second part.
    ['v:/d', { type: 'volume', target: 'v:/d', volume: {} }],
  ])('%s stands for its long form', (text, long) => {
    expect(ofService(`${withService(`volumes: ["${text}"]`)}volumes: {v1: }`, 'volumes', '0')).toEqual(long);
  });

  it.each(['aa:bb:cc:dd', ':::', 'v1::/d'])('%s is refused', (text) => {
    expect(refusals(withService(`volumes: ["${text}"]`))).toEqual(['CMP043 compose.yaml:1 /services/a/volumes/0']);
  });
});

describe('other attributes', () => {
  it.each([
    ['command: "a \'b c\' d\\\\ e; f"', 'command', ['a', 'b c', 'd e']],
    ['entrypoint: ["a b"]', 'entrypoint', ['a b']],
    [
      'healthcheck: {test: curl x, interval: 1d1m1.5s, timeout: "0"}',
      'healthcheck',
      { test: ['CMD-SHELL', 'curl x'], interval: '24h1m1.5s', timeout: '0s' },
    ],
    ['stop_grace_period: 1500ms', 'stop_grace_period', '1.5s'],
    ['mem_limit: 1.5gb', 'mem_limit', '1610612736'],
    ['labels: [a=1, b, "c=x=y"]', 'labels', { a: '1', b: '', c: 'x=y' }],
    [
      'labels: {n: 1.0, b: true, d: 2001-01-01, z: }',
      'labels',
      { n: '1', b: 'true', d: '2001-01-01 00:00:00 +0000 UTC', z: '' },
    ],
    ['environment: [A=1, B, "C="]', 'environment', { A: '1', B: null, C: '' }],
    ['environment: {A: 0777, B: 1e3, C: yes}', 'environment', { A: '511', B: '1000', C: 'yes' }],
    ['extra_hosts: {b: ["[::1]", "2"], a: 1.1.1.1}', 'extra_hosts', ['a:1.1.1.1', 'b:2', 'b:::1']],
    ['extra_hosts: ["a=1,2", "a:3"]', 'extra_hosts', ['a:1', 'a:2', 'a:3']],
    ['dns: ["", 1.1.1.1]', 'dns', ['1.1.1.1']],
    ['privileged: "yes"', 'privileged', true],
    ['scale: "2"', 'scale', 2],
    [
      'devices: ["/a", "/b:/c:r"]',
      'devices',
      [
        { source: '/a', target: '/a', permissions: 'rwm' },
        { source: '/b', target: '/c', permissions: 'r' },
      ],
    ],
    ['gpus: all', 'gpus', [{ count: 'all' }]],
    ['pull_policy: if_not_present', 'pull_policy', 'missing'],
    ['expose: [80, "81-82/udp"]', 'expose', ['80', '81-82/udp']],
    [
      'x-own: {services: {a: {scale: many, ports: ["80"]}}}',
      'x-own',
      { services: { a: { scale: 'many', ports: ['80'] } } },
    ],
  ])('%s is brought to its type', (text, key, value) => {
    expect(ofService(withService(text), key)).toEqual(value);
  });

  it.each([
    ['command: "a \'b"', 'CMP043'],
    ['command: "a (b)"', 'CMP043'],
    ['stop_grace_period: "10"', 'CMP043'],
    ['mem_limit: 10x', 'CMP043'],
    ['healthcheck: {test: [curl]}', 'CMP043'],
    ['healthcheck: {retries: -1}', 'CMP043'],
    ['environment: ["A =1"]', 'CMP043'],
    ['pid: ', 'CMP043'],
    ['configs: [{source: c, mode: "9"}]', 'CMP043'],
    ['extra_hosts: [a]', 'CMP027'],
    ['extra_hosts: ["=1"]', 'CMP027'],
    ['privileged: maybe', 'CMP037'],
    ['expose: [80.5]', 'CMP025'],
    ['group_add: [a, a]', 'CMP049'],
    ['devices: ["a:b:c:d"]', 'CMP043'],
  ])('%s is refused', (text, rule) => {
    expect(refusals(`${withService(text)}configs: {c: {content: x}}`).map((said) => said.slice(0, 6))).toEqual([rule]);
  });
});

describe('what is added', () => {
  it('is a default network, for services that join no other, and only then', () => {
    expect(
      canonical(
        'services: {a: {image: x}, b: {image: x, networks: []}, c: {image: x, networks: [n]}}\nnetworks: {n: }',
      ),
    ).toMatchObject({
      services: {
        a: { networks: { default: null } },
        b: { networks: { default: null } },
        c: { networks: { n: null } },
      },
      networks: { default: { name: 'project_default' }, n: { name: 'project_n' } },
    });
    expect(canonical('services: {a: {image: x, network_mode: host}}')).not.toHaveProperty('networks');
  });

  it('are dependencies that links, shared namespaces and volumes imply', () => {
    const model = canonical(
      'services: {a: {image: x, links: ["b:c"], ipc: "service:c", volumes_from: ["d:ro"]}, b: {image: x}, c: {image: x}, d: {image: x}}',
    );
    expect(dig(model, 'services', 'a', 'depends_on')).toEqual({
      b: { condition: 'service_started', restart: true, required: true },
      c: { condition: 'service_started', restart: true, required: true },
      d: { condition: 'service_started', restart: false, required: true },
    });
  });

  it('are real names: of the project, or as they are where external', () => {
    const text = `name: Shop!\nservices: {a: {image: x, networks: [n, e, o], volumes: ["v1:/d"]}}
networks: {n: , e: {external: true}, o: {external: {name: outside}}}\nvolumes: {v1: {name: own}}\n`;
    expect(canonical(text)).toMatchObject({
      name: 'shop',
      networks: { n: { name: 'shop_n' }, e: { name: 'e', external: true }, o: { name: 'outside', external: true } },
      volumes: { v1: { name: 'own' } },
    });
  });

  it('is the value of a variable that a service only names', () => {
    expect(
      dig(
        canonical('services: {a: {image: x, environment: [T, U]}}', { env: { T: 't' } }),
        'services',
        'a',
        'environment',
      ),
    ).toEqual({ T: 't', U: null });
  });

  it('is nothing that no service uses', () => {
    expect(canonical('services: {a: {image: x}}\nnetworks: {n: }\nvolumes: {v1: }\nsecrets: {s: {file: f}}\n')).toEqual(
      {
        name: 'project',
        services: { a: { image: 'x', networks: { default: null } } },
        networks: { default: { name: 'project_default' } },
      },
    );
  });
});

describe('the name of a project', () => {
  it.each([
    ['given', { projectName: 'given', env: { COMPOSE_PROJECT_NAME: 'env' } }],
    ['env', { env: { COMPOSE_PROJECT_NAME: 'env' } }],
    ['file', {}],
  ])('is %s', (name, options) => {
    expect(loadAll('name: file\nservices: {a: {image: x}}', options).projects[0]?.name).toBe(name);
  });

  it.each([
    ['services: {a: {image: x}}', { projectName: 'Not normal' }],
    ['name: "__"\nservices: {a: {image: x}}', {}],
  ])('is refused where it is none', (text, options) => {
    expect(refusals(text, options)).toEqual(['CMP045']);
  });
});
