/** Files that are made to cost much: refused by counters, however little they hold. */

import { describe, expect, it } from 'vitest';
import { findings, loadAll } from './loading.ts';

function refusedBy(files: string | Record<string, string>): string[] {
  return [
    ...new Set(
      findings(files)
        .filter(({ refused }) => refused)
        .map(({ rule }) => rule),
    ),
  ];
}

const range = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, i) => make(i));

describe('a hostile file', () => {
  it('of aliases of aliases is refused before they are expanded', () => {
    const levels = range(9, (i) => `x-${i + 1}: &a${i + 1} [${range(9, () => `*a${i}`)}]\n`);
    expect(refusedBy(`x-0: &a0 [x]\n${levels.join('')}services: {a: {image: x}}\n`)).toEqual(['YML006']);
  });

  it('that nests too deep, itself or through aliases, is refused', () => {
    expect(refusedBy(`x-a: ${'['.repeat(500)}${']'.repeat(500)}\nservices: {}\n`)).toEqual(['YML006']);
    const chain = range(90, (i) => `x-${i + 1}: &a${i + 1} {k: *a${i}}\n`);
    expect(refusedBy(`x-0: &a0 {k: v}\n${chain.join('')}services: {}\n`)).toEqual(['YML006']);
  });

  it('of port ranges may publish every port once, and not many times', () => {
    const ports = loadAll(
      'services: {a: {image: x, ports: ["1-65535:1-65535"]}}',
    ).projects[0]?.loaded?.project.services.get('a')?.ports;
    expect(ports).toHaveLength(65_535);
    expect(refusedBy('services: {a: {image: x, ports: ["1-65535:1-65535", "1-65535:1-65535/udp"]}}')).toEqual([
      'YML006',
    ]);
  });

  it('of variables that double each other is refused', () => {
    const lines = range(26, (i) => `V${i + 1}=$V${i}$V${i}\n`);
    expect(
      refusedBy({ 'compose.yaml': 'services: {a: {image: $V26}}', '.env': `V0=xxxxxxxxxx\n${lines.join('')}` }),
    ).toEqual(['YML006']);
  });

  it('that names a long value many times is refused before it is put together', () => {
    const all = loadAll(`services: {a: {image: "${'$V'.repeat(50_000)}"}}`, { env: { V: 'x'.repeat(100_000) } });
    expect(all.projects[0]?.findings[0]?.rule).toBe('YML006');
  });

  it('whose includes double is refused', () => {
    const files = Object.fromEntries(
      range(20, String).map((i) => [
        `f${i}.yaml`,
        `include: [f${Number(i) + 1}.yaml, {path: f${Number(i) + 1}.yaml, project_directory: .}]\n`,
      ]),
    );
    expect(
      refusedBy({ 'compose.yaml': 'include: [f0.yaml]\n', ...files, 'f20.yaml': 'services: {a: {image: x}}' }),
    ).toContain('YML006');
  });

  it('of many services that extend a large one is refused', () => {
    const labels = range(1000, (i) => `      k${i}: v\n`).join('');
    const services = range(1000, (i) => `  s${i}: {extends: base}\n`).join('');
    expect(refusedBy(`services:\n  base:\n    image: x\n    labels:\n${labels}${services}`)).toEqual(['YML006']);
  });

  it('with thousands of faults is refused after the first hundreds', () => {
    const services = range(5_000, (i) => `s${i}: {foo: 1}`).join(',');
    expect(findings(`services: {${services}}`).length).toBeLessThan(300);
  });

  it.each([
    'services: {a: null, b: 1, c: [], d: {build: {ssh: 3, args: [1, {}]}, ports: [null, []], volumes: [3], networks: [{}], depends_on: [1], env_file: [null], extra_hosts: [null], healthcheck: [], ulimits: []}}',
    'networks: []\nvolumes: 3\nsecrets: {s: }\nconfigs: {c: }\ninclude: [null, {path: null}, {}]\n',
    'services: {__proto__: {image: x}, constructor: {image: x, labels: {__proto__: a}}}',
    '{"services": {"a": {"image": "x", "\\ud800": 1, "labels": {"\\udfff": "y"}}}}',
    'services: {a: {extends: {file: compose.yaml, service: [1]}}, b: {extends: []}, c: {extends: {service: a, file: {}}}}',
    '\u0000',
    '- - -',
    '{{ template }}',
  ])('%j of wrong types is loaded or refused, and nothing is thrown', (text) => {
    expect(() => loadAll(text)).not.toThrow();
  });

  it('may call entries what JavaScript calls its own', () => {
    const [project] = loadAll(
      'services: {__proto__: {image: x, networks: [__proto__]}, toString: {image: y}}\nnetworks: {__proto__: }\n',
    ).projects;
    expect([...(project?.loaded?.project.services.keys() ?? [])]).toEqual(['__proto__', 'toString']);
    expect([...(project?.loaded?.project.networks.keys() ?? [])]).toEqual(['__proto__', 'default']);
  });
});

describe('secrets', () => {
  it('and values of variables are in no finding', () => {
    const files = {
      'compose.yaml': `services:
  a:
    image: "hunter2-\${SECRET}"
    ports: ["\${SECRET}:80"]
    networks: ["\${SECRET}"]
    scale: "\${SECRET}"
    environment: {PASSWORD: hunter2, TOKEN: , "B ": "\${SECRET}"}
    env_file: ["\${SECRET}", bad.env]
    command: "x '\${SECRET}"
    mem_limit: "\${SECRET}"
    container_name: "\${SECRET}"
    extends: {file: "\${SECRET}.yaml", service: "\${SECRET}"}
  b: {image: x, depends_on: ["\${SECRET}"], volumes: ["\${SECRET}:/d"], configs: ["\${SECRET}"], extra_hosts: ["\${SECRET}"], healthcheck: {test: ["\${SECRET}"]}}
configs: {c: {content: hunter2, file: f}}
`,
      'bad.env': 'PASSWORD="hunter2\n',
      '.env': 'MORE="hunter2\n',
    };
    const said = JSON.stringify(findings(files, { env: { SECRET: 'hunter2' } }).map(({ message }) => message));
    expect(said).not.toContain('hunter2');
  });
});
