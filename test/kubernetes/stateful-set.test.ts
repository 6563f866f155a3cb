import { describe, expect, it } from 'vitest';
import type { PodGroup } from '../../src/kubernetes/pod-group.ts';
import { hasOrdinals, ordinalLabels, statefulGroups } from '../../src/kubernetes/stateful-set.ts';

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';

const GROUP: PodGroup = {
  labels: new Map([['app', 'db']]),
  ports: [{ name: 'sql', protocol: 'TCP', port: 5432 }],
  hostNetwork: false,
  node: undefined,
  addresses: [],
  pods: [],
};

const groups = (replicas: number, start = 0) => statefulGroups(GROUP, { name: 'db', start, replicas });

describe('the pods of a StatefulSet', () => {
  it('are one group, named by their ordinals, whose own labels have no value that holds for all', () => {
    expect(groups(2).map(({ pods, labels }) => [pods, Object.fromEntries(labels)])).toEqual([
      [['db-0', 'db-1'], { app: 'db', [POD_NAME]: null, [POD_INDEX]: null }],
    ]);
    expect(groups(2).map(hasOrdinals)).toEqual([true]);
  });

  it('begin at the first ordinal asked for', () => {
    expect(groups(2, 5).flatMap((g) => g.pods)).toEqual(['db-5', 'db-6']);
  });

  it('are one, as a template is, where none is asked for', () => {
    expect(groups(0).flatMap((g) => g.pods)).toEqual(['db-0']);
  });

  it('share ports and place with their template, which is left as it was', () => {
    const [first] = groups(1);
    expect(first).toMatchObject({ ports: GROUP.ports, hostNetwork: false, node: undefined });
    expect([...GROUP.labels]).toEqual([['app', 'db']]);
  });

  it('up to 32 have names, and none is left over', () => {
    expect(groups(32).map((g) => g.pods.length)).toEqual([32]);
  });

  it.each([33, 1000, 1e9])('beyond 32 of %i are one group without names', (replicas) => {
    const [, rest, ...more] = groups(replicas);
    expect(more).toEqual([]);
    expect(rest?.pods).toEqual([]);
    expect(rest?.labels.get(POD_NAME)).toBeNull();
    expect(rest && hasOrdinals(rest)).toBe(false);
  });
});

describe('the labels of one pod of a StatefulSet', () => {
  it.each([
    ['db-0', '0'],
    ['my-db-12', '12'],
    ['db--3', '-3'],
    ['db-1e+21', '1e+21'],
  ])('are its name %s and its ordinal', (pod, index) => {
    expect(ordinalLabels(pod)).toEqual([
      [POD_NAME, pod],
      [POD_INDEX, index],
    ]);
  });

  it('are those a pod that exists is shown with', () => {
    expect(hasOrdinals({ ...GROUP, labels: new Map([[POD_NAME, 'db-0']]), pods: ['db-0'] })).toBe(false);
  });
});
