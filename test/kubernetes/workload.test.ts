import { describe, expect, it } from 'vitest';
import { groupOf, typeOf } from '../../src/kubernetes/object.ts';
import { ClusterDraft } from '../../src/kubernetes/resource-kinds.ts';
import { readWorkload } from '../../src/kubernetes/workload.ts';
import { workloadKind } from '../../src/kubernetes/workload-kinds.ts';
import { briefly, documentOf } from '../support/bundle.ts';
import { pod, workload } from '../support/objects.ts';

function read(text: string) {
  const document = documentOf(text);
  const { apiVersion, kind } = typeOf(document);
  const row = workloadKind(groupOf(apiVersion), kind);
  if (!row) throw new Error(`${apiVersion} ${kind} is no workload`);
  return readWorkload(document, row, new ClusterDraft('default'));
}

const labelsOf = (text: string) => read(text).object?.groups.map((g) => Object.fromEntries(g.labels));

describe('pods of a workload', () => {
  it.each(['Deployment', 'ReplicaSet', 'DaemonSet', 'Job', 'CronJob', 'ReplicationController'])(
    'have the labels of the template of a %s, not those of the object itself',
    (kind) => {
      const text = workload(kind, 'shop/web', { labels: { app: 'web' } });
      const object: { metadata: object } = JSON.parse(text);
      const labelled = { ...object, metadata: { ...object.metadata, labels: { app: 'other', own: 'x' } } };
      const [labels] = labelsOf(JSON.stringify(labelled)) ?? [];
      expect(labels).toMatchObject({ app: 'web' });
      expect(labels).not.toHaveProperty('own');
    },
  );

  it('that exist have their own labels, and no others are added', () => {
    expect(labelsOf(pod('shop/web', { labels: { app: 'web' } }))).toEqual([{ app: 'web' }]);
  });

  it('keep a label of their template that the controller would add', () => {
    const text = workload('Deployment', 'shop/web', { labels: { 'pod-template-hash': 'abc' } });
    expect(labelsOf(text)).toEqual([{ 'pod-template-hash': 'abc' }]);
  });

  it('of a StatefulSet are one group with their names, which win over the template', () => {
    const labels = { app: 'db', 'statefulset.kubernetes.io/pod-name': 'liar' };
    const text = workload('StatefulSet', 'shop/db', { labels }, { replicas: 2, ordinals: { start: 3 } });
    expect(read(text).object?.groups.map((g) => g.pods)).toEqual([['db-3', 'db-4']]);
    expect(labelsOf(text)).toEqual([
      {
        app: 'db',
        'controller-revision-hash': null,
        'statefulset.kubernetes.io/pod-name': null,
        'apps.kubernetes.io/pod-index': null,
      },
    ]);
  });

  it('are found under the job template of a CronJob', () => {
    const text = workload('CronJob', 'shop/tick', { ports: [{ name: 'http', containerPort: 80 }] });
    expect(read(text).object?.groups[0]?.ports).toEqual([{ name: 'http', protocol: 'TCP', port: 80 }]);
  });
});

describe('a workload object', () => {
  it('is in the default namespace where it names none', () => {
    expect(read('{ apiVersion: v1, kind: Pod, metadata: { name: a } }').object?.namespace).toBe('default');
  });

  it('is live when it is a pod, and has ended when its phase says so', () => {
    expect(read(pod('a/x', { status: { phase: 'Failed' } })).object).toMatchObject({ live: true, terminated: true });
    expect(read(workload('Job', 'a/x')).object).toMatchObject({ live: false, terminated: false });
  });

  it('without a template has no labels and no ports, and is still a workload', () => {
    const { object, findings } = read('{ apiVersion: apps/v1, kind: DaemonSet, metadata: { name: a } }');
    expect(findings).toEqual([]);
    expect(object?.groups).toMatchObject([{ ports: [], hostNetwork: false, addresses: [] }]);
  });

  it.each([
    ['apps/v1beta1', 'Deployment'],
    ['apps/v1beta2', 'StatefulSet'],
    ['extensions/v1beta1', 'DaemonSet'],
    ['batch/v1beta1', 'CronJob'],
    ['batch/v2alpha1', 'CronJob'],
  ])('of %s %s is refused, since no server serves it any more', (apiVersion, kind) => {
    const { object, findings } = read(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a } }`);
    expect(object).toBeUndefined();
    expect(findings.map(briefly)).toEqual(['SCH005 /apiVersion !']);
    expect(findings[0]?.message).toContain(`${apiVersion} ${kind}`);
  });

  it.each([
    ['{ spec: [] }', 'SCH003 /spec !'],
    ['{ spec: { template: x } }', 'SCH003 /spec/template !'],
    ['{ spec: { template: { metadata: 5 } } }', 'SCH003 /spec/template/metadata !'],
    ['{ spec: { template: { metadata: { labels: { on: "1" } } } } }', undefined],
    ['{ spec: { template: { metadata: { labels: { a: on } } } } }', 'YML003 /spec/template/metadata/labels/a !'],
    ['{ spec: { template: { metadata: { labels: { a: 1.10 } } } } }', 'YML005 /spec/template/metadata/labels/a !'],
    ['{ spec: { template: { spec: { containers: 5 } } } }', 'SCH003 /spec/template/spec/containers !'],
    ['{ spec: { replicas: 1.5 } }', 'SCH003 /spec/replicas !'],
    ['{ metadata: { name: web, ownerReferences: x } }', 'SCH003 /metadata/ownerReferences !'],
  ])('with %s is refused at the mistyped field', (fields, fault) => {
    const head = 'apiVersion: apps/v1\nkind: Deployment\n';
    const name = fields.includes('name: web') ? '' : 'metadata: { name: web }\n';
    const { object, findings } = read(`${head}${name}${fields.slice(2, -2)}\n`);
    expect(new Set(findings.map(briefly))).toEqual(new Set(fault === undefined ? [] : [fault]));
    expect(object === undefined).toBe(fault !== undefined);
  });
});
