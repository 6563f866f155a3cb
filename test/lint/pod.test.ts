/** What the rules about pods must not say, and what their examples do not show. */

import { describe, expect, it } from 'vitest';
import { deployment, manifests, namespace, pod, service } from '../../src/lint/rules/fragments.ts';
import { findingsOf, said } from './examples.ts';

const COMPLETE = { completeness: 'complete' };
const STORE = manifests(service('store', 'selector: {app: store}\nports: [{port: 80}]\n'), pod('store', ''));

/** A pod `web` with one init container, whose command stands in line 8, and a Service `store`. */
function waiting(command: string, more = STORE): string {
  const init = `initContainers:\n  - name: wait\n    image: example.com/tools:1\n    command: ${command}\n`;
  return manifests(pod('web', init), more);
}

/** A pod `web` with one variable, in line 9, and a Service `store`. */
function given(name: string, value: string, spec = ''): string {
  const env = `env:\n  - {name: ${name}, value: ${JSON.stringify(value)}}\n`;
  return manifests(pod('web', spec, env), STORE);
}

describe('POD001, the network of the node', () => {
  it('is told of a DeploymentConfig whatever else it says', () => {
    const text =
      'apiVersion: apps.openshift.io/v1\nkind: DeploymentConfig\nmetadata: {name: a}\nspec:\n  template:\n    spec: {hostNetwork: true}\n';
    expect(said('POD001', text)).toEqual(['6 warning']);
  });
});

describe('POD006, ports of probes', () => {
  const probed = (port: string, ports: string) =>
    pod('web', '', `${ports}readinessProbe:\n  tcpSocket: {port: ${port}}\n`);

  it('may be numbers where the container declares none', () => {
    expect(said('POD006', probed('8080', ''))).toEqual([]);
  });

  it('may be numbers in quotes', () => {
    expect(said('POD006', probed('"8080"', 'ports: [{containerPort: 8080}]\n'))).toEqual([]);
  });

  it('are those of the container itself, not of its neighbours', () => {
    const other =
      '    - name: other\n      image: example.com/other:1\n      ports: [{name: http, containerPort: 80}]\n';
    expect(said('POD006', probed('http', '') + other)).toEqual(['9 error']);
  });
});

describe('POD008, waits', () => {
  it.each([
    '[sh, -c, "until nslookup ledger; do sleep 1; done"]',
    '[sh, -c, "while ! nc -z -w 2 ledger 5432; do sleep 1; done"]',
    '[sh, -c, "until curl -sf http://ledger:8080/ready; do sleep 1; done"]',
    '[sh, -c, "until pg_isready -h ledger -p 5432; do sleep 1; done"]',
    '[nslookup, ledger]',
    '[wait-for-it.sh, "ledger:5432", "-t", "0"]',
    '[sh, -c, "until nslookup ledger.$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local; do sleep 1; done"]',
    '[sh, -c, "until getent hosts ledger.default.svc; do sleep 1; done"]',
    '[sh, -c, "nc -vz ledger:5432"]',
    '[sh, -c, "wget -qO- https://ledger/ready"]',
    '[sh, -c, "until mysqladmin ping --host=ledger; do sleep 1; done"]',
    '[bash, -c, "until (echo > /dev/tcp/ledger/5432); do sleep 1; done"]',
  ])('%s are read', (command) => {
    expect(said('POD008', waiting(command), COMPLETE)).toEqual(['8 warning']);
    expect(said('POD008', waiting(command))).toEqual(['8 info']);
    expect(said('POD008', waiting(command.replace('ledger', 'store')), COMPLETE)).toEqual([]);
  });

  it.each([
    '[sh, -c, "nslookup ledger || true"]',
    '[sh, -c, "until nslookup $LEDGER; do sleep 1; done"]',
    '[sh, -c, "until nc -z db.example.com 5432; do sleep 1; done"]',
    '[sh, -c, "until curl -sf http://localhost:9090; do sleep 1; done"]',
    '[sh, -c, "until curl -sf http://10.0.0.1:9090; do sleep 1; done"]',
    '[sh, -c, "until nslookup kubernetes.default; do sleep 1; done"]',
    '[sh, -c, "until nslookup store-0.store; do sleep 1; done"]',
    '[sh, -c, "echo ledger 5432"]',
    '[sh, -c, "curl https://api.example.com/ledger"]',
    '[sh, -c, "nslookup $(LEDGER)"]',
  ])('%s may be for something else', (command) => {
    expect(said('POD008', waiting(command), COMPLETE)).toEqual([]);
  });

  it('of a sidecar, or of a container that runs later, are no waits', () => {
    const later = pod('web', '', 'command: [sh, -c, "until nc -z ledger 1; do sleep 1; done"]\n');
    expect(said('POD008', later, COMPLETE)).toEqual([]);
  });

  it('may be for what an operator makes', () => {
    const made = 'apiVersion: db.example.com/v1\nkind: Cluster\nmetadata: {name: ledger}\n';
    expect(said('POD008', waiting('[nslookup, ledger-rw]', made), COMPLETE)).toEqual([]);
  });

  it('in another namespace name that namespace', () => {
    const there = manifests(namespace('shop'), STORE);
    expect(said('POD008', waiting('[nslookup, store.shop]', there))).toEqual(['8 warning']);
  });
});

describe('POD009, waits for oneself', () => {
  const own = (more: string) => service('web', `selector: {app: web}\nports: [{port: 80}]\n${more}`);
  const connect = '[sh, -c, "until nc -z web 80; do sleep 1; done"]';

  it('end where other pods answer too', () => {
    const other = deployment({ name: 'other', app: 'web' });
    expect(said('POD009', waiting(connect, manifests(own(''), other)))).toEqual([]);
    expect(said('POD009', waiting(connect, own('')))).toEqual(['8 error']);
  });

  it('by name alone never end where the name stands for pods that are ready', () => {
    const lookup = '[nslookup, web]';
    expect(said('POD009', waiting(lookup, own('clusterIP: None\n')))).toEqual(['8 error']);
    expect(said('POD009', waiting(lookup, own('clusterIP: None\npublishNotReadyAddresses: true\n')))).toEqual([]);
  });

  it('that are given up after a while are none', () => {
    const bounded = '[sh, -c, "for i in 1 2 3; do nc -z web 80 && break; done"]';
    expect(said('POD009', waiting(bounded, own('')))).toEqual([]);
  });
});

describe('POD021, variables', () => {
  it.each([
    ['STORE_URL', 'http://ledger:8080/v1'],
    ['DATABASE_URL', 'postgres://app:hidden@ledger/app'],
    ['DB_HOST', 'ledger'],
    ['LEDGER_ADDR', 'ledger:50051'],
    ['BROKERS', 'store:80,ledger:9092'],
    ['ANYTHING', 'redis://ledger.default.svc.cluster.local:6379/0'],
  ])('%s=%s name a host', (name, value) => {
    expect(said('POD021', given(name, value), COMPLETE)).toEqual(['9 warning']);
    expect(said('POD021', given(name, value.replace('ledger', 'store')), COMPLETE)).toEqual([]);
  });

  it.each([
    ['IMAGE', 'ledger:1'],
    ['MODE', 'ledger'],
    ['BUCKET', 's3://ledger/path'],
    ['BIND_ADDR', 'ledger:80'],
    ['CORS_ORIGIN', 'http://ledger'],
    ['DB_URL', 'http://$(DB_HOST):80/'],
    ['DB_URL', 'https://db.example.com/'],
    ['DB_HOST', 'localhost'],
    ['DB_HOST', 'store-0.store'],
    ['DB_URL', 'postgres://app:12/34@ledger/app'],
  ])('%s=%s name none that is surely of the cluster', (name, value) => {
    expect(said('POD021', given(name, value), COMPLETE)).toEqual([]);
  });

  it('of pods that do not ask the cluster are left alone', () => {
    for (const spec of ['dnsPolicy: Default\n', 'dnsConfig: {searches: [example.com]}\n', 'hostNetwork: true\n']) {
      expect(said('POD021', given('DB_HOST', 'ledger', spec), COMPLETE)).toEqual([]);
    }
  });

  it('may name a namespace of which the bundle shows no Service', () => {
    const text = given('STORE_URL', 'http://ledger.shop.svc:80');
    expect(said('POD021', text)).toEqual([]);
    expect(said('POD021', text, COMPLETE)).toEqual(['9 warning']);
  });

  it('may name what the pod itself has an address for', () => {
    const alias = 'hostAliases: [{ip: 192.0.2.1, hostnames: [ledger]}]\n';
    expect(said('POD021', given('DB_HOST', 'ledger', alias), COMPLETE)).toEqual([]);
  });

  it('are shown as the host they name, and no further', () => {
    const findings = findingsOf(given('DATABASE_URL', 'postgres://app:hunter2@ledger/app?key=hunter3'));
    expect(JSON.stringify(findings)).not.toMatch(/hunter/);
    expect(findings.some(({ rule, message }) => rule === 'POD021' && message.includes('ledger'))).toBe(true);
  });
});

describe('POD016, selectors of workloads', () => {
  it('may ask for less than the template has', () => {
    const text = deployment({ name: 'web' }).replace('labels: {app: web}', 'labels: {app: web, tier: front}');
    expect(said('POD016', text)).toEqual([]);
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
