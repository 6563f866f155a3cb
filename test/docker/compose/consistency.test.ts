/** What the loader refuses of a whole project, each rule once, with its place. */

import { describe, expect, it } from 'vitest';
import { canonical, dig, findings, notes, refusals } from './loading.ts';

const A = (attributes: string, rest = '') => `services: {a: {image: x, ${attributes}}, b: {image: y}}\n${rest}`;

const REFUSED: readonly (readonly [why: string, text: string, refused: readonly string[]])[] = [
  ['a service without image and build', 'services: {a: {command: x}}', ['CMP040 compose.yaml:1 /services/a']],
  ['an undefined network', A('networks: [n]'), ['CMP006 compose.yaml:1 /services/a/networks/0']],
  [
    'network_mode beside networks',
    A('network_mode: host, networks: [n]', 'networks: {n: }'),
    ['CMP007 compose.yaml:1 /services/a/network_mode'],
  ],
  [
    'an undefined service in depends_on',
    A('depends_on: {z: {condition: service_started, required: false}}'),
    ['CMP006 compose.yaml:1 /services/a/depends_on/z'],
  ],
  ['an undefined service in links', A('links: ["z:y"]'), ['CMP006 compose.yaml:1 /services/a/links/0']],
  [
    'an undefined service in network_mode',
    A('network_mode: "service:z"'),
    ['CMP006 compose.yaml:1 /services/a/network_mode'],
  ],
  [
    'a service that shares its own namespace',
    A('network_mode: "service:a"'),
    ['CMP006 compose.yaml:1 /services/a/network_mode'],
  ],
  [
    'dependencies in a circle',
    'services: {a: {image: x, depends_on: [b]}, b: {image: y, depends_on: [a]}}',
    ['CMP006 compose.yaml:1 /services/a/depends_on/0'],
  ],
  ['an undefined volume', A('volumes: ["v1:/d"]'), ['CMP041 compose.yaml:1 /services/a/volumes/0']],
  ['an undefined config', A('configs: [c]'), ['CMP041 compose.yaml:1 /services/a/configs/0']],
  ['an undefined secret', A('secrets: [s]'), ['CMP041 compose.yaml:1 /services/a/secrets/0']],
  ['an undefined secret of a build', A('build: {secrets: [s]}'), ['CMP041 compose.yaml:1 /services/a/build/secrets/0']],
  ['an undefined model', A('models: [m]'), ['CMP041 compose.yaml:1 /services/a/models/0']],
  [
    'a build context of a service that is not built',
    A('build: {additional_contexts: {k: "service:b"}}'),
    ['CMP041 compose.yaml:1 /services/a/build/additional_contexts/k'],
  ],
  [
    'two mounts at one path',
    A('tmpfs: ["/d:size=1"], volumes: ["/d"]'),
    ['CMP042 compose.yaml:1 /services/a/volumes/0'],
  ],
  [
    'a bind mount without source',
    A('volumes: [{type: bind, target: /d}]'),
    ['SCH004 compose.yaml:1 /services/a/volumes/0'],
  ],
  ['a mount without target', A('volumes: [{type: tmpfs}]'), ['SCH004 compose.yaml:1 /services/a/volumes/0']],
  ['a device without target', A('devices: [{source: /dev/x}]'), ['SCH004 compose.yaml:1 /services/a/devices/0']],
  ['scale and replicas that differ', A('scale: 2, deploy: {replicas: 3}'), ['CMP044 compose.yaml:1 /services/a/scale']],
  ['fewer than no containers', A('scale: -1'), ['CMP044 compose.yaml:1 /services/a/scale']],
  [
    'two amounts of memory',
    A('mem_limit: 1g, deploy: {resources: {limits: {memory: 2g}}}'),
    ['CMP044 compose.yaml:1 /services/a/mem_limit'],
  ],
  [
    'two Dockerfiles',
    A('build: {dockerfile: D, dockerfile_inline: FROM x}'),
    ['CMP044 compose.yaml:1 /services/a/build/dockerfile_inline'],
  ],
  [
    'a platform that is not built',
    A('platform: p, build: {platforms: [q]}'),
    ['CMP044 compose.yaml:1 /services/a/platform'],
  ],
  [
    'a watch without target',
    A('develop: {watch: [{path: p, action: sync}]}'),
    ['SCH004 compose.yaml:1 /services/a/develop/watch/0'],
  ],
  [
    'one container_name for two containers',
    A('container_name: cn, scale: 2'),
    ['CMP023 compose.yaml:1 /services/a/container_name'],
  ],
  [
    'one container_name for two services',
    'services: {a: {image: x, container_name: cn}, b: {image: x, container_name: cn}}',
    ['CMP023 compose.yaml:1 /services/a/container_name', 'CMP023 compose.yaml:1 /services/b/container_name'],
  ],
  ['a secret without source', A('command: c', 'secrets: {s: {driver: d}}'), ['CMP044 compose.yaml:2 /secrets/s']],
  [
    'a config of two sources',
    A('command: c', 'configs: {c: {file: f, content: g}}'),
    ['CMP044 compose.yaml:2 /configs/c'],
  ],
  ['a config of no source', A('command: c', 'configs: {c: {}}'), ['CMP044 compose.yaml:2 /configs/c']],
  [
    'an external volume with labels',
    A('command: c', 'volumes: {v: {external: true, labels: [l]}}'),
    ['CMP017 compose.yaml:2 /volumes/v/labels'],
  ],
  [
    'name and external.name that differ',
    A('command: c', 'networks: {n: {name: a, external: {name: b}}}'),
    ['CMP017 compose.yaml:2 /networks/n/external'],
  ],
  ['count beside device_ids', A('gpus: [{count: 1, device_ids: [d]}]'), ['CMP044 compose.yaml:1 /services/a/gpus/0']],
  ['a missing environment file', A('env_file: no.env'), ['CMP039 compose.yaml:1 /services/a/env_file']],
  ['a missing label file', A('label_file: no.label'), ['CMP039 compose.yaml:1 /services/a/label_file']],
  ['a variable that is required', A(`command: "\${V:?say}"`), ['CMP037 compose.yaml:1 /services/a/command']],
  ['a file that says nothing', '# nothing\n', ['CMP048 compose.yaml:1']],
  ['a file of nothing but its version', 'version: "3"\n', ['CMP048 compose.yaml:1']],
  ['a file that is a list', '- a\n', ['SCH003 compose.yaml:1 ']],
  ['an unknown attribute', A('prots: []'), ['SCH002 compose.yaml:1 /services/a/prots']],
];

describe('a project', () => {
  it.each(REFUSED)('is refused for %s', (_why, text, refused) => {
    expect(refusals(text)).toEqual(refused);
  });

  it('tells every fault, and not what rests on one', () => {
    const text = 'services:\n  a: {networks: 3, foo: 1}\n  b: {image: 3}\n  c: {image: x, networks: [n]}\n';
    expect(refusals(text)).toEqual([
      'SCH003 compose.yaml:2 /services/a/networks',
      'SCH002 compose.yaml:2 /services/a/foo',
      'SCH003 compose.yaml:3 /services/b/image',
      'CMP006 compose.yaml:4 /services/c/networks/0',
    ]);
  });

  it('advises the nearest attribute', () => {
    expect(findings(A('prots: []'))[0]?.message).toContain('Did you mean ports?');
  });

  it('names the service and the network that a finding is about', () => {
    const [finding] = findings(A('networks: [n]'));
    expect(finding?.resource).toEqual({ kind: 'service', name: 'a' });
  });
});

describe('profiles', () => {
  const text =
    'services: {a: {image: x, depends_on: {b: {condition: service_started, required: false}}}, b: {image: y, profiles: [p]}, c: {image: z, profiles: [p, q], depends_on: [b]}}';

  it('switch services on, and dependencies on others may be optional', () => {
    expect(Object.keys(dig(canonical(text), 'services') ?? {})).toEqual(['a']);
    expect(Object.keys(dig(canonical(text, { profiles: ['p'] }), 'services') ?? {})).toEqual(['a', 'b', 'c']);
    expect(Object.keys(dig(canonical(text, { profiles: ['*'] }), 'services') ?? {})).toEqual(['a', 'b', 'c']);
    expect(refusals(text, { profiles: ['q'] })).toEqual(['CMP006 compose.yaml:1 /services/c/depends_on/0']);
  });

  it('may stand in a .env file', () => {
    const files = { 'compose.yaml': text, '.env': 'COMPOSE_PROFILES=x, p\n' };
    expect(Object.keys(dig(canonical(files), 'services') ?? {})).toHaveLength(3);
  });
});

describe('env_file and label_file', () => {
  it('stand below what the service says itself, the last file counting most', () => {
    const files = {
      'compose.yaml':
        'services: {a: {image: x, environment: {A: own, N: }, labels: {l: own}, env_file: [one.env, {path: two.env, format: raw}, {path: no.env, required: false}], label_file: l.label}}',
      'one.env': `A=one\nB=one\nC=$A-$OUT\n`,
      'two.env': 'B=$two "\n',
      'l.label': 'l=file\nm=file\n',
    };
    const service = dig(canonical(files, { env: { OUT: 'out', N: 'n' } }), 'services', 'a');
    expect(service).toMatchObject({
      environment: { A: 'own', B: '$two "', C: 'own-out', N: 'n' },
      labels: { l: 'own', m: 'file' },
    });
  });
});

describe('notes', () => {
  it('tell what the loader only warns of', () => {
    const text = `version: "3"\nservices: {a: {image: "\${V}\${V}"}}\nnetworks: {n: }\n`;
    expect(notes(text)).toEqual([
      'CMP038 compose.yaml:2 /services/a/image',
      'CMP001 compose.yaml:1 /version',
      'CMP021 compose.yaml:3 /networks/n',
    ]);
  });

  it('tell ports that only the engine refuses', () => {
    const text =
      'services:\n  a:\n    image: x\n    ports:\n      - {target: 70000}\n      - {target: 1, published: x}\n      - {target: 1, protocol: icmp}\n      - {target: 1, published: "9", mode: far}\n    expose: [foo, "1:2"]\n';
    expect(refusals(text)).toEqual([]);
    expect(notes(text).filter((said) => said.startsWith('CMP025'))).toEqual([
      'CMP025 compose.yaml:5 /services/a/ports/0/target',
      'CMP025 compose.yaml:6 /services/a/ports/1/published',
      'CMP025 compose.yaml:7 /services/a/ports/2/protocol',
      'CMP025 compose.yaml:8 /services/a/ports/3/mode',
      'CMP025 compose.yaml:9 /services/a/expose/0',
      'CMP025 compose.yaml:9 /services/a/expose/1',
    ]);
  });
});
