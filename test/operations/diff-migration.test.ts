import { expect, test } from 'vitest';
import { analyse } from '../../src/operations/analyse.ts';
import { diff } from '../../src/operations/diff.ts';
import type { DiffResult } from '../../src/operations/diff-results.ts';

const COMPOSE = `name: shop
services:
  web: { image: nginx, ports: ["8080:80"], networks: [front] }
  my_db: { image: postgres, networks: [back] }
networks: { front: {}, back: { internal: true } }
`;

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: x }] }
`;

const DENY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db }
spec: { podSelector: { matchLabels: { app: my-db } }, policyTypes: [Ingress, Egress] }
`;

const encoder = new TextEncoder();
const bundle = (path: string, ...texts: readonly string[]) => ({
  files: [{ path, bytes: encoder.encode(texts.join('---\n')) }],
});

function changes(manifests: readonly string[], options: Readonly<Record<string, unknown>> = {}): DiffResult {
  const before = analyse(bundle('compose.yaml', COMPOSE), options);
  const after = analyse(bundle('all.yaml', ...manifests), options);
  return diff.runPair(before, after, diff.input.parse(options)).json() as DiffResult;
}

const linesOf = ({ changes: all }: DiffResult) =>
  all.map(
    ({ type, from, to, before, after }) =>
      `${type} ${from} -> ${to}: ${JSON.stringify(before)} ${JSON.stringify(after)}`,
  );

test('a migration without policies opens every pair that Docker kept apart', () => {
  const result = changes([deployment('web'), deployment('my-db')]);
  expect(result.summary).toEqual({ added: 4, removed: 0, changed: 1 });
  expect(linesOf(result)).toEqual([
    'added @lan -> my_db: {} "all"',
    'changed @lan -> web: {"TCP":"80"} "all"',
    'added my_db -> @internet: {} "all"',
    'added my_db -> web: {} "all"',
    'added web -> my_db: {} "all"',
  ]);
});

test('policies that keep the isolation leave what is not about them', () => {
  const result = changes([deployment('web'), deployment('my-db'), DENY]);
  expect(linesOf(result)).toEqual(['changed @lan -> web: {"TCP":"80"} "all"']);
});

test('a service is the workload of its name in DNS form, or the one that match says', () => {
  const other = [deployment('web'), deployment('database')];
  expect(changes(other).workloads).toEqual({ added: ['default/database[Deployment]'], removed: ['my_db'] });
  const matched = changes(other, { match: { my_db: 'default/database' } });
  expect(matched.workloads).toEqual({ added: [], removed: [] });
  expect(linesOf(matched)).toContain('added web -> my_db: {} "all"');
});

test('it may be asked the other way round', () => {
  const before = analyse(bundle('all.yaml', deployment('web'), deployment('my-db')), {});
  const after = analyse(bundle('compose.yaml', COMPOSE), {});
  const result = diff.runPair(before, after, diff.input.parse({})).json() as DiffResult;
  expect(result.summary).toEqual({ added: 0, removed: 4, changed: 1 });
});
