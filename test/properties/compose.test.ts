/** Laws of loading Compose projects, on random ones. */

import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/docker/project.ts';
import { loadAll } from '../docker/compose/loading.ts';

const text = fc.constantFrom('v', '', 'a=b', 'x y', '$1', "it's", 'ä', '1', 'true');
const pairs = fc.oneof(
  fc.dictionary(fc.constantFrom('K', 'L', 'M.n'), fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))),
  fc.uniqueArray(fc.constantFrom('K=1', 'L', 'M.n=', 'N=x=y')),
);
const port = fc.oneof(
  fc.constantFrom<unknown>(
    80,
    '81',
    '8080:82',
    '127.0.0.1:8083:83',
    '84-86:184-186/udp',
    '9000-9010:87',
    '[::1]:88:88',
  ),
  fc.record({
    target: fc.constantFrom(90, '91'),
    published: fc.constantFrom(8090, '8091-8092'),
    name: fc.constant('n'),
  }),
);
const attachment = fc.constantFrom(
  null,
  {},
  { aliases: ['x', 'y'] },
  { gw_priority: 2, priority: 1, ipv4_address: '10.0.0.9' },
);
const networks = fc.oneof(
  fc.uniqueArray(fc.constantFrom('n', 'm', 'default'), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('n', 'm'), attachment),
);

const service = fc.record(
  {
    image: fc.constantFrom('x', 'y:1'),
    command: fc.constantFrom('a "b c"', ['a', ''], ''),
    environment: pairs,
    labels: pairs,
    ports: fc.uniqueArray(port, { selector: (one) => JSON.stringify(one) }),
    expose: fc.constantFrom([80], ['81-82/udp']),
    networks,
    dns: fc.constantFrom('1.1.1.1', ['2.2.2.2', '']),
    extra_hosts: fc.constantFrom(['h=1.1.1.1,2.2.2.2', 'i:::1'], { j: 'host-gateway' }),
    volumes: fc.constantFrom(['vol:/d:ro', './x:/y'], [{ type: 'tmpfs', target: '/t', tmpfs: { size: '1m' } }]),
    healthcheck: fc.constantFrom({ test: 'x', interval: '1m30s' }, { disable: true }),
    deploy: fc.constantFrom({ replicas: 2 }, { resources: { limits: { cpus: '0.5', memory: '1.5g' } } }),
    privileged: fc.constantFrom(true, 'no'),
    sysctls: fc.constantFrom({ 'net.x': 1 }, ['net.x=1']),
    build: fc.constantFrom('.', { context: 'sub', args: ['A=1'] }),
    configs: fc.constantFrom(['c'], [{ source: 'c', mode: '0440' }]),
    secrets: fc.constant(['s']),
    'x-own': fc.constant({ a: 1 }),
  },
  { requiredKeys: ['image'] },
);

const model = fc.record({
  name: fc.constantFrom('shop', 'blog'),
  services: fc.dictionary(fc.constantFrom('a', 'b', 'c.d'), service, { minKeys: 1 }),
  networks: fc.constantFrom(
    { n: null, m: { internal: true, driver_opts: { k: 1 } } },
    { n: { external: true }, m: { ipam: { config: [{ subnet: '10.0.0.0/24' }] } } },
  ),
  volumes: fc.constantFrom({ vol: null }, { vol: { name: 'own', labels: ['l'] } }),
  configs: fc.constant({ c: { content: 'x' } }),
  secrets: fc.constant({ s: { environment: 'S' } }),
});

/** A project without its origins, as plain data. */
function plain(project: Project | undefined): unknown {
  return JSON.parse(
    JSON.stringify(project, (key, value) => {
      if (key === 'origin') return undefined;
      return value instanceof Map ? [...value] : value;
    }),
  );
}

/** Dollar signs of a loaded project stand for themselves. */
function printed(value: unknown): string {
  return dump(JSON.parse(JSON.stringify(value).replaceAll('$', '$$$$')));
}

describe('a Compose project', () => {
  test('that is printed and loaded again is the same project', () => {
    fc.assert(
      fc.property(model, (written) => {
        const [first] = loadAll(printed(written)).projects;
        const [second] = loadAll(printed(first?.loaded?.canonical)).projects;
        expect(first?.findings.filter(({ refused }) => refused)).toEqual([]);
        expect(second?.loaded?.canonical).toEqual(first?.loaded?.canonical);
        expect(plain(second?.loaded?.project)).toEqual(plain(first?.loaded?.project));
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order of files that are independent', () => {
    fc.assert(
      fc.property(fc.array(model, { minLength: 2, maxLength: 4 }), fc.nat(), (models, turn) => {
        const files = models.map((written, i): [string, string] => [`d${i}/compose.yaml`, printed(written)]);
        const from = turn % files.length;
        const turned = [...files.slice(from), ...files.slice(0, from)];
        const loaded = (entries: [string, string][]) =>
          loadAll(Object.fromEntries(entries)).projects.map((project) => [
            project.folder,
            plain(project.loaded?.project),
            project.findings.length,
          ]);
        expect(loaded(turned)).toEqual(loaded(files));
      }),
      { numRuns: 100 },
    );
  });

  test('of two included files does not depend on which is included first, where they share nothing', () => {
    fc.assert(
      fc.property(service, service, (one, two) => {
        const files = { 'one.yaml': printed({ services: { a: one } }), 'two.yaml': printed({ services: { b: two } }) };
        const rest = 'networks: {n: , m: }\nvolumes: {vol: }\nconfigs: {c: {content: x}}\nsecrets: {s: {file: f}}\n';
        const [first, second] = ['[one.yaml, two.yaml]', '[two.yaml, one.yaml]'].map((include) =>
          plain(loadAll({ ...files, 'compose.yaml': `include: ${include}\n${rest}` }).projects[0]?.loaded?.project),
        );
        expect(first).toEqual(second);
        expect(first).toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});
