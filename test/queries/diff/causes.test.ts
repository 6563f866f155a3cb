import { describe, expect, test } from 'vitest';
import type { Files } from '../../support/bundle.ts';
import { causesOf, pairOf } from '../../support/diff.ts';
import { namespace, pod, policy, together, workload } from '../../support/objects.ts';

const because = (before: Files, after: Files) => causesOf(pairOf(before, after), { external: false });

const PODS = together(...['x', 'z', 'db'].map((name) => pod(`a/${name}`, { labels: { app: name } })));
const policyOn = (name: string, app: string, spec: string) =>
  policy(`a/${name}`, `podSelector: { matchLabels: { app: ${app} } }\n${spec}`);
const peer = (app: string) => `{ podSelector: { matchLabels: { app: ${app} } } }`;
const from = (...apps: string[]) => `ingress:\n${apps.map((app) => `  - { from: [${peer(app)}] }`).join('\n')}`;
const CLOSED = policyOn('closed', 'db', 'ingress: []');

describe('a policy is the cause', () => {
  test('that was added or removed and selects the destination', () => {
    const added = together(PODS, CLOSED);
    expect(because(PODS, added)).toEqual({
      'a/x > a/db': ['added NetworkPolicy a/closed (after:7)'],
      'a/z > a/db': ['added NetworkPolicy a/closed (after:7)'],
    });
    expect(because(added, PODS)['a/x > a/db']).toEqual(['removed NetworkPolicy a/closed (before:7)']);
  });

  test('that selects the source for egress', () => {
    const added = together(PODS, policyOn('out', 'x', 'policyTypes: [Egress]'));
    expect(Object.keys(because(PODS, added))).toEqual(['a/x > a/db', 'a/x > a/z']);
  });

  test('with the one rule of it that differs', () => {
    const one = together(PODS, policyOn('p', 'db', from('x')));
    const two = together(PODS, policyOn('p', 'db', from('x', 'z')));
    expect(because(one, two)).toEqual({ 'a/z > a/db': ['changed NetworkPolicy a/p rule 1 (after:14)'] });
    expect(because(two, one)).toEqual({ 'a/z > a/db': ['changed NetworkPolicy a/p rule 1 (before:14)'] });
  });

  test('as a whole where another subject, or several rules, differ', () => {
    const db = together(PODS, policyOn('p', 'db', from('x')));
    const z = together(PODS, policyOn('p', 'z', from('x')));
    expect(because(db, z)['a/x > a/z']).toBeUndefined();
    expect(because(db, z)['a/db > a/z']).toEqual(['changed NetworkPolicy a/p (after:7)']);
    const ports = 'ingress:\n  - { ports: [{ port: 1 }] }\n  - { ports: [{ port: 2 }] }';
    expect(because(db, together(PODS, policyOn('p', 'db', ports)))['a/x > a/db']).toEqual([
      'changed NetworkPolicy a/p (after:7)',
    ]);
  });

  test('with the last of equal rules where one of them went, and as a whole where rules traded places', () => {
    const rules = (...ports: number[]) =>
      `ingress:\n${ports.map((port) => `  - { from: [${peer('x')}], ports: [{ port: ${port} }] }`).join('\n')}`;
    const opened = together(PODS, policyOn('q', 'db', rules(1)));
    const closed = together(PODS, policyOn('q', 'db', rules()));
    const toDb = (before: string, after: string) =>
      because(together(opened, policyOn('p', 'db', before)), together(closed, policyOn('p', 'db', after)))[
        'a/x > a/db'
      ];
    const byQ = 'changed NetworkPolicy a/q rule 0 (before:13)';
    expect(toDb(rules(2, 3, 2), rules(2, 3))).toEqual(['changed NetworkPolicy a/p rule 2 (before:24)', byQ]);
    expect(toDb(rules(2, 3), rules(3, 2))).toEqual(['changed NetworkPolicy a/p (after:15)', byQ]);
    expect(toDb(rules(2, 3), rules(2, 3))).toEqual([byQ]);
  });

  test('only for pairs that its changed rules are about', () => {
    const before = together(PODS, policyOn('p', 'db', from('x')), policyOn('q', 'db', from('db')));
    const after = together(PODS, policyOn('p', 'db', from()), policyOn('q', 'db', from('z')));
    expect(because(before, after)).toEqual({
      'a/x > a/db': ['changed NetworkPolicy a/p rule 0 (before:13)'],
      'a/z > a/db': ['changed NetworkPolicy a/q rule 0 (after:21)'],
    });
  });

  test('only where it took away what is gone: one that isolates opens nothing', () => {
    const after = together(PODS, policyOn('p', 'db', from('z')), policyOn('isolates', 'db', 'ingress: []'));
    expect(because(together(PODS, CLOSED), after)['a/z > a/db']).toEqual(['added NetworkPolicy a/p (after:7)']);
  });

  test('not when it only has another name', () => {
    const renamed = CLOSED.replace('closed', 'shut');
    const before = together(PODS, CLOSED);
    const after = together(PODS, renamed, policyOn('p', 'db', from('x')));
    expect(because(before, after)).toEqual({ 'a/x > a/db': ['added NetworkPolicy a/p (after:15)'] });
  });

  test('that the API server refuses now', () => {
    const open = CLOSED.replace('ingress: []', 'ingress: [{ ports: [{ port: 0 }] }]');
    expect(because(together(PODS, CLOSED), together(PODS, open))['a/x > a/db']).toEqual([
      'changed NetworkPolicy a/closed (after:7)',
    ]);
  });
});

describe('a workload is the cause', () => {
  test('that came or went, beside the policies that did', () => {
    const more = together(PODS, pod('a/new'));
    expect(because(PODS, more)['a/new > a/db']).toEqual(['added Pod a/new (after:7)']);
    expect(because(more, PODS)['a/db > a/new']).toEqual(['removed Pod a/new (before:7)']);
  });

  test('whose labels are not what a policy asks for any more', () => {
    const guard = policyOn('p', 'db', from('x'));
    const relabelled = PODS.replace('"app":"x"', '"app":"y2"');
    expect(because(together(PODS, guard), together(relabelled, guard))).toEqual({
      'a/x > a/db': ['changed Pod a/x (after:1)'],
    });
  });

  test('but not for labels that nobody asks for', () => {
    const guard = policyOn('p', 'db', from('x'));
    const labelled = PODS.replace('"app":"x"', '"app":"x","pod-template-hash":"1"');
    expect(because(together(PODS, guard), together(labelled, guard, CLOSED.replace('db', 'z')))).toEqual({
      'a/db > a/z': ['added NetworkPolicy a/closed (after:16)'],
      'a/x > a/z': ['added NetworkPolicy a/closed (after:16)'],
    });
  });

  test('whose named port moved', () => {
    const guard = policyOn('p', 'web', 'ingress: [{ ports: [{ port: http }] }]');
    const web = (containerPort: number) =>
      together(
        pod('a/x'),
        workload('Deployment', 'a/web', { labels: { app: 'web' }, ports: [{ name: 'http', containerPort }] }),
        guard,
      );
    expect(because(web(80), web(8080))).toEqual({
      'a/x > a/web[Deployment]': ['changed Deployment a/web (after:3)'],
    });
  });
});

test('a namespace is the cause whose labels a policy asks for', () => {
  const guard = policy('a/p', 'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: one } } }] }]');
  const world = (team: string) => together(namespace('b', { team }), pod('b/x'), pod('a/db'), guard);
  expect(because(world('one'), world('two'))).toEqual({ 'b/x > a/db': ['changed Namespace b (after:1)'] });
});

describe('of what comes in through an Ingress, the cause is', () => {
  const service = (selector: string) =>
    `{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: a }, spec: { selector: { app: ${selector} }, ports: [{ port: 80 }] } }`;
  const ingress = (name: string) =>
    `{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: in, namespace: a }, spec: { defaultBackend: { service: { name: ${name}, port: { number: 80 } } } } }`;
  const entry = (before: string, after: string) => because(together(PODS, before), together(PODS, after));

  test('the Ingress', () => {
    expect(entry(service('x'), together(service('x'), ingress('web')))).toEqual({
      '@ingress-controller > a/x': ['added Ingress a/in (after:9)'],
    });
  });

  test('what decides whether it leads anywhere, where it is the same itself', () => {
    const slice = (address: string) =>
      `{ apiVersion: v1, kind: Endpoints, metadata: { name: web, namespace: a }, subsets: [{ addresses: [{ ip: ${address} }], ports: [{ port: 80 }] }] }`;
    const bare =
      '{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: a }, spec: { ports: [{ port: 80 }] } }';
    const shown = pod('a/shown', { status: { podIP: '10.0.0.1' } });
    const world = (address: string) => together(shown, bare, slice(address), ingress('web'));
    expect(entry(world('10.0.0.1'), world('10.0.0.9'))['@ingress-controller > a/shown']).toEqual([
      'changed Endpoints a/web (after:11)',
    ]);
  });

  test('the Service it goes through, on the side where it leads there', () => {
    expect(entry(together(service('x'), ingress('web')), together(service('z'), ingress('web')))).toEqual({
      '@ingress-controller > a/x': ['changed Service a/web (after:7)'],
      '@ingress-controller > a/z': ['changed Service a/web (after:7)'],
    });
  });
});

test('where no plugin enforces policies any more, what shows the plugin is the cause', () => {
  const flannel = workload('DaemonSet', 'kube-flannel/kube-flannel-ds').replace('example/app', 'flannel/flannel:v1');
  const before = together(PODS, CLOSED, pod('kube-flannel/p'));
  const after = together(PODS, CLOSED, pod('kube-flannel/p'), flannel);
  expect(because(before, after)['a/x > a/db']).toEqual(['added DaemonSet kube-flannel/kube-flannel-ds (after:17)']);
});
