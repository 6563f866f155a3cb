/** The operations on Docker hosts, and on bundles that hold both models. */

import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { diff } from '../../src/operations/diff.ts';
import type { DiffResult } from '../../src/operations/diff-results.ts';
import { exposure } from '../../src/operations/exposure.ts';
import type { ExposureResult } from '../../src/operations/exposure-results.ts';
import type { NamesResult } from '../../src/operations/names.ts';
import { names } from '../../src/operations/names.ts';
import type { BundleOperation } from '../../src/operations/operation.ts';
import { reachability } from '../../src/operations/reachability.ts';
import type { ReachabilityResult } from '../../src/operations/results.ts';
import { textOf } from '../../src/render/chunk.ts';
import { FORMATS } from '../../src/render/formats.ts';
import { analysisOf, type Files } from '../support/bundle.ts';

const FILE = `services:
  web:
    image: x
    ports: ["8080:80"]
    networks: [front, back]
    labels: { tier: edge }
  db:
    image: x
    networks: [back]
    scale: 2
  agent: { image: x, network_mode: host }
networks:
  front: {}
  back: { internal: true }
`;
const COMPOSE = { 'compose.yaml': FILE };
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\n';

function run<Result>(operation: BundleOperation<never>, files: Files, options: Record<string, unknown> = {}): Result {
  const input = operation.input.parse(options) as never;
  const value = operation.run(analysisOf(files, options), input).json();
  expect((operation.result as z.ZodType).safeParse(value).error?.issues ?? []).toEqual([]);
  return value as Result;
}

const matrix = (files: Files, options?: Record<string, unknown>) =>
  run<ReachabilityResult>(reachability as BundleOperation<never>, files, options);
const exposed = (files: Files, options?: Record<string, unknown>) =>
  run<ExposureResult>(exposure as BundleOperation<never>, files, options);
const matrices = (files: Files) =>
  run<{ models: readonly ReachabilityResult[] }>(reachability as BundleOperation<never>, files).models;

describe('the matrix of a host', () => {
  it('has services, the host and what lies beyond it as peers', () => {
    const { model, peers, summary } = matrix(COMPOSE);
    expect(model).toBe('docker');
    expect(peers.map(({ id, type }) => `${id} ${type}`)).toEqual([
      '@host host',
      '@internet external',
      '@lan external',
      'agent workload',
      'db workload',
      'web workload',
    ]);
    expect(peers[3]).toMatchObject({ hostNetwork: true, isolated: { ingress: false, egress: false } });
    expect(peers[4]).toMatchObject({ namespace: 'project', name: 'db', kind: 'service', pods: 2 });
    expect(summary).toMatchObject({ documents: 1, workloads: 3, networks: 2, refused: 0 });
  });

  it('says by which ways, at which address and over which network, and what opened each', () => {
    const { connections } = matrix(COMPOSE, {
      focus: 'web',
      direction: 'ingress',
    });
    const from = (id: string) => connections.find((c) => c.from === id);
    expect(from('@lan')).toMatchObject({
      allow: { TCP: '80' },
      ways: [
        { via: 'published', at: '0.0.0.0:8080', allow: { TCP: '80' }, by: { kind: 'ports', name: 'web', line: 4 } },
      ],
    });
    expect(from('db')).toMatchObject({ allow: 'all', network: 'project_back', ways: [{ via: 'direct' }] });
    expect(from('@host')?.ways?.map(({ via, network, at }) => [via, network ?? at])).toEqual([
      ['direct', 'project_front'],
      ['direct', 'project_back'],
      ['published', '0.0.0.0:8080'],
      ['loopback', '127.0.0.1:8080'],
    ]);
  });

  it('leaves what lies beyond the host out with external=false, and says nothing of two ends that no file declares', () => {
    const ends = (options: Record<string, unknown>) =>
      matrix(COMPOSE, options).connections.map(({ from, to }) => [from, to]);
    expect(ends({ external: false }).flat()).not.toContain('@lan');
    expect(ends({ external: false }).flat()).toContain('@host');
    for (const [from = '', to = ''] of ends({})) expect(from.startsWith('@') && to.startsWith('@')).toBe(false);
  });

  it('states what it takes for granted, by the engine that is asked for', () => {
    const { assumptions } = matrix(COMPOSE, { dockerEngine: 'before-28' });
    expect(assumptions?.[0]).toContain('Docker Engine before 28');
  });

  it('is explained by the entries of both sides, by way', () => {
    const { connections } = matrix(COMPOSE, { focus: 'db', explain: true });
    const reasons = connections.find((c) => c.from === 'web')?.reasons;
    expect(reasons?.map(({ via, direction, policy }) => `${via} ${direction} ${policy?.kind} ${policy?.line}`)).toEqual(
      ['direct egress networks 5', 'direct ingress networks 9'],
    );
  });

  it('of a project that is refused is a problem that says why', () => {
    const refused = { 'compose.yaml': 'services: { web: { image: x, networks: [n] } }' };
    expect(() => matrix(refused)).toThrow(/no service is in the bundle/);
  });

  it('as records has one row for each source, with the ways of each pair', () => {
    const records = [...reachability.run(analysisOf(COMPOSE), reachability.input.parse({}) as never).records()];
    const rows = records.filter(({ t }) => t === 'row');
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).toContain('"at":"0.0.0.0:8080"');
    expect(records.at(-1)).toMatchObject({ t: 'summary', model: 'docker' });
  });

  it('is written in every form', () => {
    const answer = reachability.run(analysisOf(COMPOSE), reachability.input.parse({}) as never);
    for (const format of FORMATS.filter(({ needs }) => needs === undefined || needs === 'graph')) {
      expect(Array.from(format.write(answer), textOf).join('')).toContain('web');
    }
  });
});

describe('names', () => {
  it('are those of the files, as every service resolves them', () => {
    const { names: found } = run<NamesResult>(names as BundleOperation<never>, COMPOSE);
    expect(found).toHaveLength(9);
    expect(found).toContainEqual({ from: 'db', name: 'web', resolvesTo: ['web'] });
    expect(found).toContainEqual({ from: 'agent', name: 'web', resolvesTo: [] });
  });
});

describe('exposure', () => {
  const shared = FILE.replace('front: {}', 'front: { external: true, name: shared }');

  it('is what the LAN, the host and the internet may do, and whoever else is on a network that no file makes', () => {
    const { exposure: rows, unprotected } = exposed({ 'compose.yaml': shared }, { focus: 'web' });
    expect(rows.map(({ direction, peer, allow }) => [direction, peer.network ?? peer.address, allow])).toEqual([
      ['egress', 'shared', 'all'],
      ['egress', '@host', 'all'],
      ['egress', '@internet', 'all'],
      ['egress', '@lan', 'all'],
      ['ingress', 'shared', 'all'],
      ['ingress', '@host', 'all'],
      ['ingress', '@lan', { TCP: '80' }],
    ]);
    expect(unprotected).toEqual([]);
  });

  it('lists services in the network of the host as unprotected', () => {
    const { unprotected } = exposed(COMPOSE);
    expect(unprotected).toEqual([
      { workload: 'agent', direction: 'egress' },
      { workload: 'agent', direction: 'ingress' },
    ]);
  });
});

describe('a diff', () => {
  function changes(before: string, after: string): DiffResult {
    const [old, now] = [before, after].map((text, i) => {
      const side = i === 0 ? 'before' : 'after';
      return analysisOf({ [`${side}/compose.yaml`]: text }, { root: side });
    });
    if (!old || !now) throw new Error('there are two sides');
    return diff.runPair(old, now, diff.input.parse({}) as never).json() as DiffResult;
  }

  it('names the entries that opened and closed a pair', () => {
    const { changes: found, workloads } = changes(FILE, FILE.replace('networks: [front, back]', 'networks: [front]'));
    const [gone] = found.filter(({ from, to }) => from === 'db' && to === 'web');
    expect(gone).toMatchObject({ type: 'removed', before: 'all', after: {} });
    expect(gone?.because.map(({ change, kind, name, file, line }) => [change, kind, name, `${file}:${line}`])).toEqual([
      ['removed', 'networks', 'project_back', 'before/compose.yaml:9'],
      ['removed', 'networks', 'project_back', 'before/compose.yaml:5'],
    ]);
    expect(workloads).toEqual({ added: [], removed: [] });
  });

  it('tells of a port that is published, and of a service that is new', () => {
    const open = FILE.replace('scale: 2', 'ports: ["5432:5432"]\n  mate: { image: x, networks: [front] }');
    const { changes: found, workloads } = changes(FILE, open);
    expect(workloads).toEqual({ added: ['mate'], removed: [] });
    expect(found.find(({ from, to }) => from === 'mate' && to === 'web')).toMatchObject({
      workload: 'added',
      because: expect.arrayContaining([expect.objectContaining({ kind: 'service', name: 'mate', change: 'added' })]),
    });
    // Nothing is published of a service whose networks are all internal.
    expect(found.filter(({ from, to }) => from === '@lan' && to === 'db')).toEqual([]);
  });

  it('of the same project is empty, wherever its files lie', () => {
    expect(changes(FILE, FILE).changes).toEqual([]);
  });
});

describe('a bundle of both models', () => {
  const both = { ...COMPOSE, 'pod.yaml': POD };

  it('has a matrix for each, and one where one is asked for', () => {
    const models = matrices(both);
    expect(models.map(({ model }) => model)).toEqual(['kubernetes', 'docker']);
    expect(matrix(both, { model: 'docker' })).toMatchObject({ model: 'docker' });
  });

  it('has the rows of both in every table and record, told apart by model', () => {
    const answer = reachability.run(analysisOf(both), reachability.input.parse({}) as never);
    const [table] = answer.tables();
    expect(table?.columns[0]).toBe('model');
    expect(new Set([...(table?.rows ?? [])].map(([model]) => model))).toEqual(new Set(['kubernetes', 'docker']));
  });

  it('has no findings of one model in the other', () => {
    const broken = { ...both, 'compose.yaml': FILE.replace('[front, back]', '[nowhere]'), 'extra/compose.yaml': FILE };
    const [kubernetes, docker] = matrices(broken);
    expect(kubernetes?.findings).toEqual([]);
    expect(docker?.summary.refused).toBe(1);
  });
});
