import { loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { unexpanded } from '../../src/translate/container/expansion.ts';
import { contentOf, type Given, translated } from './support.ts';

type Json = Readonly<Record<string, unknown>>;

function objects(compose: string, path: string, given: Given = {}): Json[] {
  return loadAll(contentOf(translated(compose, given), path)) as unknown as Json[];
}

function kindsOf(compose: string, path = 'a.yaml', given: Given = {}): unknown[] {
  return objects(compose, path, given).map(({ kind }) => kind);
}

interface Pod {
  readonly containers: readonly Json[];
  readonly [key: string]: unknown;
}

/** The pod of a service, and its first container. */
function podOf(service: string, given: Given = {}): { pod: Pod; container: Json } {
  const all = objects(`services:\n  a: { image: img, ${service} }\n`, 'a.yaml', given);
  const workload = all.find(({ spec }) => typeof spec === 'object' && spec !== null && 'template' in spec) as {
    readonly spec: { readonly template: { readonly spec: Pod } };
  };
  const pod = workload.spec.template.spec;
  return { pod, container: pod.containers[0] ?? {} };
}

test.each([
  ['restart: always', 'Deployment'],
  ['labels: { x: y }', 'Deployment'],
  ['restart: "no"', 'Job'],
  ['restart: on-failure:3', 'Job'],
  ['restart: "no", ports: ["80:80"]', 'Deployment'],
  ['deploy: { mode: global }', 'DaemonSet'],
  ['deploy: { mode: replicated-job }', 'Job'],
  ['labels: { kompose.cronjob.schedule: "0 * * * *" }', 'CronJob'],
  ['labels: { kompose.controller.type: daemonset }', 'DaemonSet'],
])('%s makes a %s', (attributes, kind) => {
  expect(kindsOf(`services:\n  a: { image: img, ${attributes} }\n`)).toContain(kind);
});

test('a service that others wait for to end is a Job', () => {
  const compose = `services:
  a: { image: img }
  b: { image: img, depends_on: { a: { condition: service_completed_successfully } } }
`;
  expect(kindsOf(compose)).toContain('Job');
});

test('a service with a volume of its own is a StatefulSet with a claim for it; a shared one is a claim of the project', () => {
  const own = 'services: { a: { image: img, volumes: ["vol:/data"] } }\nvolumes: { vol: {} }\n';
  expect(kindsOf(own)).toContain('StatefulSet');
  expect(objects(own, 'a.yaml')[0]).toMatchObject({
    spec: { volumeClaimTemplates: [{ metadata: { name: 'volume-vol' }, spec: { accessModes: ['ReadWriteOnce'] } }] },
  });
  const shared = `services: { a: { image: img, volumes: ["vol:/data"] }, b: { image: img, volumes: ["vol:/data"] } }
volumes: { vol: {} }
`;
  expect(kindsOf(shared)).toContain('Deployment');
  expect(objects(shared, '20-storage.yaml')[0]).toMatchObject({
    kind: 'PersistentVolumeClaim',
    spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '1Gi' } } },
  });
});

test('services in one network namespace are one pod, with the names of the one whose network it is', () => {
  const compose = `services:
  a: { image: img, ports: ["80:80"] }
  side: { image: img, network_mode: "service:a" }
`;
  const made = translated(compose);
  expect(made.files.map(({ path }) => path)).not.toContain('side.yaml');
  expect(contentOf(made, 'a.yaml')).toContain('member.portolan/side: "true"');
  expect(contentOf(made, 'a.yaml')).toContain('- name: side');
});

test('entrypoint is command, command is args, and what Kubernetes would expand is escaped', () => {
  const { container } = podOf('entrypoint: ["/run", "$$$$(X)"], command: ["-v", "$$Y"]');
  expect(container).toMatchObject({ command: ['/run', '$$$$(X)'], args: ['-v', '$Y'] });
});

/** What Kubernetes makes of a text without variables (k8s.io/kubernetes/third_party/forked/golang/expansion). */
function expanded(text: string): string {
  return text.replace(/\$(?:\$|\(([^)]*)\))/g, (all) => (all === '$$' ? '$' : 'EXPANDED'));
}

test.each(['$(HOME)', '$$', '$$(A)', 'a$b', '$', '$$$(A)$', '$X'])('%s stays what it is', (text) => {
  expect(expanded(unexpanded(text))).toBe(text);
});

test('values that look secret are in a Secret, and the others where they are used', () => {
  const all = objects(
    'services: { a: { image: img, environment: { DB_PASSWORD: hunter2, URL: "postgres://u:p@db/x", PASSWORD_FILE: /run/p, TZ: UTC } } }\n',
    'a.yaml',
  );
  expect(all[0]).toMatchObject({ kind: 'Secret', stringData: { DB_PASSWORD: 'hunter2', URL: 'postgres://u:p@db/x' } });
  const { container } = podOf('environment: { DB_PASSWORD: hunter2, TZ: UTC }');
  expect(container['env']).toEqual([
    { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'a-env', key: 'DB_PASSWORD' } } },
    { name: 'TZ', value: 'UTC' },
  ]);
});

test('a health check is a readiness probe, by a shell where Compose asks one, with the defaults of Docker', () => {
  const shell = podOf('healthcheck: { test: "curl localhost || exit 1", interval: 10s, start_period: 1m }').container;
  expect(shell['readinessProbe']).toEqual({
    exec: { command: ['/bin/sh', '-c', 'curl localhost || exit 1'] },
    periodSeconds: 10,
    timeoutSeconds: 30,
    failureThreshold: 3,
  });
  expect(shell['startupProbe']).toMatchObject({ failureThreshold: 9 });
  expect(shell).not.toHaveProperty('livenessProbe');
  expect(podOf('healthcheck: { test: ["CMD", "pg_isready"] }').container['readinessProbe']).toMatchObject({
    exec: { command: ['pg_isready'] },
  });
  expect(podOf('healthcheck: { disable: true }').container).not.toHaveProperty('readinessProbe');
});

test('resources, user, capabilities, sysctls and grace period have their fields', () => {
  const { pod, container } = podOf(
    'deploy: { resources: { limits: { cpus: "0.5", memory: 64M }, reservations: { memory: 32M } } }, user: "1000:1001", cap_add: [NET_ADMIN], cap_drop: [ALL], read_only: true, sysctls: { net.core.somaxconn: 1024 }, stop_grace_period: 1m30s, group_add: ["20"]',
  );
  expect(container['resources']).toEqual({ limits: { cpu: '500m', memory: '64Mi' }, requests: { memory: '32Mi' } });
  expect(container['securityContext']).toEqual({
    runAsUser: 1000,
    runAsGroup: 1001,
    readOnlyRootFilesystem: true,
    capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
  });
  expect(pod['securityContext']).toEqual({
    supplementalGroups: [20],
    sysctls: [{ name: 'net.core.somaxconn', value: '1024' }],
  });
  expect(pod['terminationGracePeriodSeconds']).toBe(90);
});

test('hosts, servers and a hostname have their fields, and host-gateway is a loss', () => {
  const { pod } = podOf(
    'extra_hosts: ["x:192.0.2.1", "h:host-gateway"], dns: [192.0.2.53], dns_search: [example.org], hostname: box',
  );
  expect(pod['hostAliases']).toEqual([{ ip: '192.0.2.1', hostnames: ['x'] }]);
  expect(pod['dnsConfig']).toEqual({ nameservers: ['192.0.2.53'], searches: ['example.org'] });
  expect(pod['hostname']).toBe('box');
  const made = translated('services: { a: { image: img, extra_hosts: ["h:host-gateway"] } }\n');
  expect(made.translation.losses.map(({ code }) => code)).toContain('L10');
});

test('a pod has no token and no variables of other Services, as a container has none', () => {
  expect(podOf('restart: always').pod).toMatchObject({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
  });
});

test('a file that was sent is a ConfigMap, a private key a Secret, and a path that was not sent is a loss', () => {
  const compose =
    'services: { a: { image: img, volumes: ["./conf/a.conf:/etc/a.conf:ro", "./key.pem:/key", "./src:/src"] } }\n';
  const beside = { 'conf/a.conf': 'x=1\n', 'key.pem': '-----BEGIN PRIVATE KEY-----\nAA\n' };
  const made = translated(compose, { beside });
  const all = objects(compose, 'a.yaml', { beside });
  expect(all.slice(0, 2)).toMatchObject([
    { kind: 'ConfigMap', data: { 'a.conf': 'x=1\n' } },
    { kind: 'Secret', stringData: { 'key.pem': beside['key.pem'] } },
  ]);
  expect(made.translation.losses.filter(({ code }) => code === 'L25').map(({ reason }) => reason)).toContain(
    'src is on no node and was not sent, so nothing is mounted at /src.',
  );
});

test('the socket of the engine is refused', () => {
  const made = translated('services: { a: { image: img, volumes: ["/var/run/docker.sock:/var/run/docker.sock"] } }\n');
  expect(made.translation.losses.find(({ code }) => code === 'L25')).toMatchObject({ severity: 'error', service: 'a' });
  expect(contentOf(made, 'a.yaml')).not.toContain('docker.sock');
});

test('a secret that was sent is mounted as the one file that Docker mounts', () => {
  const compose = `services: { a: { image: img, secrets: [{ source: pw, mode: 0400 }] } }
secrets: { pw: { file: ./pw.txt } }
`;
  const beside = { 'pw.txt': 'hunter2' };
  expect(objects(compose, '20-storage.yaml', { beside })[0]).toMatchObject({
    kind: 'Secret',
    stringData: { 'pw.txt': 'hunter2' },
  });
  expect(contentOf(translated(compose, { beside }), 'a.yaml')).toContain('mountPath: /run/secrets/pw');
});

test('with order=wait an init container waits for a declared port of whom it may dial', () => {
  const compose = 'services: { a: { image: img, depends_on: [db] }, db: { image: img, expose: ["5432"] } }\n';
  const content = contentOf(translated(compose, { options: { order: 'wait' } }), 'a.yaml');
  expect(content).toContain('until nc -z -w 2 db 5432');
  const plain = translated(compose);
  expect(plain.translation.losses.map(({ code }) => code)).toContain('L11');
});
