/** Merging files (https://docs.docker.com/reference/compose-file/merge/). */

import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/ingest/document.ts';
import { canonical, dig, loadAll, refusals } from './loading.ts';

/** What two definitions of a service say together, before anything is made canonical. */
function mergedService(base: string, over: string): JsonValue | undefined {
  return dig(merged(`services: {a: {${base}}}`, `services: {a: {${over}}}`), 'services', 'a');
}

function merged(base: string, over: string): JsonValue | undefined {
  const all = loadAll({ 'compose.yaml': base, 'compose.override.yaml': over });
  const [project] = all.projects;
  return project && all.merged(project);
}

describe('merging', () => {
  it('appends runtime flags of models, as compose-go 2.14.0 and 2.16.2 do when they are run', () => {
    const model = (flags: string) => `services: {a: {image: x}}\nmodels: {m: {model: y, runtime_flags: [${flags}]}}\n`;
    expect(dig(merged(model('--gpu'), model('--fp16')), 'models', 'm')).toEqual({
      model: 'y',
      runtime_flags: ['--gpu', '--fp16'],
    });
  });

  it.each([
    ['image: x', 'image: y', { image: 'y' }],
    ['image: x', 'image: ', { image: 'x' }],
    ['command: [a]', 'command: [b]', { command: ['b'] }],
    ['entrypoint: [a]', 'entrypoint: ', { entrypoint: null }],
    ['healthcheck: {test: [CMD, a], retries: 1}', 'healthcheck: {test: b}', { healthcheck: { test: 'b', retries: 1 } }],
    ['security_opt: [a]', 'security_opt: [b]', { security_opt: ['a', 'b'] }],
    ['environment: {B: 1, A: }', 'environment: [A=2, C]', { environment: ['A=2', 'B=1', 'C'] }],
    ['labels: {n: 1.0}', 'labels: {n: true}', { labels: ['n=true'] }],
    ['dns: 1.1.1.1', 'dns: [2.2.2.2, 1.1.1.1]', { dns: ['1.1.1.1', '2.2.2.2'] }],
    ['extra_hosts: {h: [1, 2]}', 'extra_hosts: [h=1, i=3]', { extra_hosts: ['h=1', 'h=2', 'i=3'] }],
    ['networks: [n, m]', 'networks: {n: {aliases: [x]}}', { networks: { n: { aliases: ['x'] }, m: null } }],
    ['networks: {n: {aliases: [x]}}', 'networks: {n: {aliases: [y, x]}}', { networks: { n: { aliases: ['x', 'y'] } } }],
    [
      'depends_on: [b]',
      'depends_on: {b: {condition: service_healthy}}',
      { depends_on: { b: { condition: 'service_healthy', required: true } } },
    ],
    ['build: .', 'build: {args: [A=1]}', { build: { context: '.', args: ['A=1'] } }],
    [
      'logging: {driver: d, options: {a: b}}',
      'logging: {options: {c: d}}',
      { logging: { driver: 'd', options: { a: 'b', c: 'd' } } },
    ],
    ['logging: {driver: d, options: {a: b}}', 'logging: {driver: e}', { logging: { driver: 'e' } }],
    ['ulimits: {n: {soft: 1, hard: 2}}', 'ulimits: {n: 3}', { ulimits: { n: 3 } }],
    ['ports: ["80:80", 90]', 'ports: ["80:80", "90", "70:70"]', { ports: ['80:80', '90', '70:70'] }],
    ['volumes: ["va:/d", "vb:/e"]', 'volumes: ["vc:/d:ro"]', { volumes: ['vc:/d:ro', 'vb:/e'] }],
    ['configs: [c]', 'configs: [{source: d, target: /c}]', { configs: [{ source: 'd', target: '/c' }] }],
    ['devices: ["/a:/b"]', 'devices: ["/c:/b"]', { devices: ['/c:/b'] }],
  ])('of %s and %s', (base, over, together) => {
    expect(mergedService(base, over)).toEqual(together);
  });

  it('joins the address pools of a network by their subnets', () => {
    const pools = (text: string) => `networks: {n: {ipam: {config: [${text}]}}}`;
    expect(
      dig(
        merged(
          pools('{subnet: 10.0.0.0/24, gateway: 10.0.0.1}'),
          pools('{subnet: 10.0.0.0/24, ip_range: 10.0.0.0/25}, {subnet: 10.1.0.0/24}'),
        ),
        'networks',
        'n',
        'ipam',
        'config',
      ),
    ).toEqual([{ subnet: '10.0.0.0/24', gateway: '10.0.0.1', ip_range: '10.0.0.0/25' }, { subnet: '10.1.0.0/24' }]);
  });

  it('refuses a list over a mapping, and an empty list of pools', () => {
    const twice = (base: string, over: string) => refusals({ 'compose.yaml': base, 'compose.override.yaml': over });
    expect(twice('services: {a: {image: x, deploy: {mode: m}}}', 'services: {a: {deploy: [1]}}')).toEqual([
      'CMP046 compose.override.yaml:1 /services/a/deploy',
    ]);
    expect(
      twice(
        'services: {a: {image: x}}\nnetworks: {n: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}',
        'networks: {n: {ipam: {config: []}}}',
      ),
    ).toEqual(['CMP046 compose.override.yaml:1 /networks/n/ipam/config']);
  });

  it('reads the documents of one file as files that override each other', () => {
    expect(
      dig(canonical('services: {a: {image: x}}\n---\nservices: {a: {image: y}}\n'), 'services', 'a', 'image'),
    ).toBe('y');
  });

  it('keeps one of two ports that only the long form shows to be the same', () => {
    const ports = (text: string) => `services: {a: {image: x, ports: ${text}}}`;
    const model = canonical({ 'compose.yaml': ports('["80-81:80-81"]'), 'compose.override.yaml': ports('["81:81"]') });
    expect(dig(model, 'services', 'a', 'ports')).toHaveLength(2);
  });
});

describe('!reset and !override', () => {
  const BASE =
    'services: {a: {image: x, ports: ["80:80"], labels: {k: v, l: w}, networks: {n: , m: }}}\nnetworks: {n: , m: }\n';

  it('take away what came before, and keep what stands with them', () => {
    const over = 'services:\n  a:\n    ports: !reset []\n    labels: !override {k: z}\n    networks: {n: !reset }\n';
    const service = dig(canonical({ 'compose.yaml': BASE, 'compose.override.yaml': over }), 'services', 'a');
    expect(service).toEqual({ image: 'x', labels: { k: 'z' }, networks: { m: null } });
  });

  it('work through an alias and through a merge key', () => {
    const over = 'x-a: &a\n  ports: !reset\n  labels: !override {e: f}\nservices:\n  a:\n    <<: *a\n';
    const service = dig(canonical({ 'compose.yaml': BASE, 'compose.override.yaml': over }), 'services', 'a');
    expect(service).toMatchObject({ labels: { e: 'f' } });
    expect(service).not.toHaveProperty('ports');
  });

  it('let a merged value through where the own one is reset', () => {
    const text = 'x-a: &a {ports: ["80:80"]}\nservices:\n  a:\n    <<: *a\n    image: x\n    ports: !reset []\n';
    expect(dig(canonical(text), 'services', 'a', 'ports')).toHaveLength(1);
  });
});
