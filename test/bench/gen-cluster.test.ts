/** The generator of clusters: the same arguments give the same bytes, and what they give is what the API server takes. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { generate } from '../../bench/gen/generate.ts';
import type { Manifest } from '../../bench/gen/manifest.ts';
import { type ClusterOptions, PROFILES } from '../../bench/gen/options.ts';
import { yamlText } from '../../bench/gen/yaml.ts';

const COMMAND = fileURLToPath(new URL('../../bench/gen-cluster.mjs', import.meta.url));

/** Measurements are compared across versions by these bytes: they never change. */
const RECORDED: readonly (readonly [args: string, sha256: string])[] = [
  [
    '--seed 1 --namespaces 4 --workloads 30 --policies 40',
    'ea21a357e5c11eb754789892a78c67ff5103bb66caef7d80225158c1c7c8e0d6',
  ],
  [
    '--seed 1 --namespaces 4 --workloads 30 --policies 40 --format json',
    '234581e627792fa22d42c5ded64b7d6ab9c45ccc9da17012e5fffc1d843d298c',
  ],
  [
    '--profile adversarial-labels --namespaces 2 --workloads 20 --policies 30 --format ndjson',
    '26622e53df6c1d0f0714d1d311ac161765d07831330d5fc62020c6a14c171454',
  ],
  [
    '--profile adversarial-ports --namespaces 2 --workloads 20 --policies 30',
    '3556d93a032d9b385899fdc9049412680236181f1352aa07257397febd77a317',
  ],
  [
    '--profile adversarial-cidrs --cidrs 20 --workloads 20 --policies 30 --seed two',
    '9db35fbb4e9c64e70eeb589d4d9efb31cb905f50c714e9246db520acc5958080',
  ],
  [
    '--emit-pods --namespaces 3 --workloads 30 --policies 10 --admin-policies 7 --format json',
    '4a9ce91e281b8a747cf6e84d9d16416d9605d91ca8b06a56b373d628c84edf4c',
  ],
  [
    '--admin-policies 12 --admin-api cnp --namespaces 5 --workloads 10 --policies 5',
    'a01470ba17ad4002cab8b06449c3c22fb169291b3be98662c5ead4224d16836f',
  ],
];

const all = (options: Partial<ClusterOptions>): readonly Manifest[] => [...generate({ ...SMALL, ...options })];
const SMALL = { namespaces: 4, workloads: 40, policies: 60, cidrs: 20 };
const FORMS = PROFILES.flatMap((profile) =>
  (['anp', 'cnp'] as const).map((adminApi) => ({ profile, adminApi, adminPolicies: 9, emitPods: adminApi === 'cnp' })),
);

describe('the command', () => {
  it.each(RECORDED)('%s writes the bytes that are recorded', (args, sha256) => {
    const { stdout, stderr } = run([...args.split(' '), '--out', '-']);
    expect(createHash('sha256').update(stdout).digest('hex')).toBe(sha256);
    expect(JSON.parse(stderr.toString())).toMatchObject({ bytes: stdout.length, sha256 });
  });

  it('writes the objects that the module yields', () => {
    const args = ['--namespaces', '4', '--workloads', '40', '--policies', '60', '--cidrs', '20', '--format', 'ndjson'];
    const lines = run([...args, '--out', '-'])
      .stdout.toString()
      .trimEnd()
      .split('\n');
    expect(lines).toEqual(all({}).map((object) => JSON.stringify(object)));
  });

  it.each([
    ['--bogus', 'unknown option --bogus'],
    ['--workloads', 'option --workloads needs a value'],
    ['--workloads -3 --out -', 'option --workloads: not a number: -3'],
    ['--profile none --out -', '--profile must be one of'],
    ['--namespaces 0 --out -', '--namespaces must be at least 1'],
    ['--workloads 3', '--out DIR or --out - is required'],
  ])('refuses %s', (args, message) => {
    const { status, stderr } = run(args.split(' '));
    expect(status).toBe(2);
    expect(stderr.toString()).toContain(message);
  });
});

describe.each(FORMS)('a cluster of $profile with $adminApi', (options) => {
  const objects = all(options);

  it('has as many policies as were asked for, and one of the tier Baseline', () => {
    expect(objects.filter(({ kind }) => kind === 'NetworkPolicy').length).toBe(SMALL.policies);
    const ofCluster = objects.filter(({ apiVersion }) => apiVersion.startsWith('policy.networking.k8s.io/'));
    expect(ofCluster.length).toBe(options.adminPolicies + 1);
  });

  it('names every object once', () => {
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('means the same as YAML and as JSON', () => {
    for (const object of objects) expect(load(yamlText(object))).toEqual(JSON.parse(JSON.stringify(object)));
  });

  it('is the same each time, and another by another seed', () => {
    expect(all(options)).toEqual(objects);
    expect(all({ ...options, seed: 'another' })).not.toEqual(objects);
  });
});

it('the summary counts objects by kind, pods, rules and peers', () => {
  const objects = generate({ ...SMALL, emitPods: true });
  const kinds: string[] = [];
  let next = objects.next();
  for (; !next.done; next = objects.next()) kinds.push(next.value.kind);
  const { counts, pods, rules, peers } = next.value;
  expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(kinds.length);
  expect(pods).toBe(kinds.filter((kind) => kind === 'Pod').length);
  expect(rules).toBeGreaterThan(SMALL.policies / 2);
  expect(peers).toBeGreaterThan(rules / 2);
});

function run(args: readonly string[]) {
  return spawnSync(process.execPath, [COMMAND, ...args], { maxBuffer: 1 << 28 });
}
