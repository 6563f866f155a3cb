/** What the rules about pods must not say, and what their examples do not show. */

import { describe, expect, it } from 'vitest';
import { deployment, manifests, namespace, pod, service } from '../../src/lint/rules/fragments.ts';
import { said } from './examples.ts';

const waiting = (script: string) =>
  pod(
    'web',
    `initContainers:\n  - name: wait\n    image: busybox:1.36\n    command:\n      - sh\n      - -c\n      - ${JSON.stringify(script)}\n`,
  );
const DB = service('db', 'selector: {app: db}\nports: [{port: 5432}]\n');

describe('POD008, what init containers wait for', () => {
  it.each([
    'until nslookup dbb; do sleep 1; done',
    'until nslookup dbb.default.svc.cluster.local; do sleep 1; done',
    'while ! nc -z -w 2 dbb 5432; do sleep 1; done',
    'nc -vz dbb:5432',
    'until curl -fsS http://dbb:8080/healthz; do sleep 1; done',
    'wget -qO- https://dbb/ready',
    'until pg_isready -h dbb -p 5432; do sleep 1; done',
    'until mysqladmin ping --host=dbb; do sleep 1; done',
    'until (echo > /dev/tcp/dbb/5432); do sleep 1; done',
    'getent hosts dbb',
  ])('is read from %s', (script) => {
    expect(said('POD008', manifests(waiting(script), DB))).toEqual(['11 warning']);
  });

  it.each([
    'until nslookup db.default.svc; do sleep 1; done',
    'curl https://api.example.com/dbb',
    'nslookup "$HOST"',
    'nslookup $(HOST)',
    'nc -z $DB_HOST 5432',
    'nc -z 192.0.2.1 5432',
    'curl http://localhost:8080',
    'echo nothing to wait for',
  ])('is nobody unknown in %s', (script) => {
    expect(said('POD008', manifests(waiting(script), DB), { completeness: 'complete' })).toEqual([]);
  });

  it('may be in another namespace, whose name then is missing', () => {
    const there = DB.replace('{name: db}', '{name: db, namespace: data}');
    const wait = waiting('nc -z db 5432');
    expect(said('POD008', manifests(namespace('data'), there, wait))).toEqual(['22 warning']);
    expect(said('POD008', manifests(namespace('data'), there, waiting('nc -z db.data 5432')))).toEqual([]);
  });

  it('is a note where nothing in the bundle is like it', () => {
    expect(said('POD008', manifests(waiting('nc -z cache 6379'), DB))).toEqual(['11 info']);
  });
});

describe('POD009, waiting for oneself', () => {
  const own = (spec: string) =>
    manifests(waiting('nslookup web'), service('web', `selector: {app: web}\nports: [{port: 80}]\n${spec}`));

  it('is no matter of a name that resolves without endpoints', () => {
    expect(said('POD009', own(''))).toEqual([]);
    expect(said('POD009', own('clusterIP: None\n'))).toEqual(['11 error']);
    expect(said('POD009', own('clusterIP: None\npublishNotReadyAddresses: true\n'))).toEqual([]);
  });
});

describe('POD021, variables', () => {
  const variable = (name: string, value: string) =>
    manifests(pod('web', '', `env:\n  - name: ${name}\n    value: ${value}\n`), DB);

  it.each([
    ['DB_HOST', 'dbb', 1],
    ['DB_URL', 'postgres://dbb:5432/shop', 1],
    ['DB_URL', 'postgres://user:dbb@db/shop', 0],
    ['CACHE_HOST', 'redis', 0],
    ['MODE', 'dbb', 0],
    ['DB_HOST', 'db.other.example.com', 0],
    ['DB_HOST', '127.0.0.1', 0],
  ])('%s: %s', (name, value, count) => {
    expect(said('POD021', variable(name, value))).toHaveLength(count);
  });
});

describe('POD003 and POD004, ports', () => {
  it('of a node may differ in their address or protocol', () => {
    const two = pod('web', '', 'ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}]\n');
    expect(said('POD004', two)).toEqual([]);
  });

  it('of one container may be declared twice', () => {
    expect(
      said('POD004', pod('web', '', 'ports: [{name: a, containerPort: 80}, {name: b, containerPort: 80}]\n')),
    ).toEqual([]);
  });
});

describe('POD012, ndots', () => {
  it('is not asked of anybody where nobody lowers it', () => {
    expect(said('POD012', manifests(deployment({ name: 'a' }), deployment({ name: 'b' })))).toEqual([]);
  });
});
