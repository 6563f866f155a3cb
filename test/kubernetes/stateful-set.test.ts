import { describe, expect, it } from 'vitest';
import type { PodGroup } from '../../src/kubernetes/pod-group.ts';
import { expandStatefulSet } from '../../src/kubernetes/stateful-set.ts';

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

const expand = (replicas: number, start = 0) => expandStatefulSet(GROUP, { name: 'db', start, replicas });

describe('the pods of a StatefulSet', () => {
  it('are named by their ordinals, and carry name and ordinal as labels', () => {
    expect(expand(2).map(({ pods, labels }) => [pods, Object.fromEntries(labels)])).toEqual([
      [['db-0'], { app: 'db', [POD_NAME]: 'db-0', [POD_INDEX]: '0' }],
      [['db-1'], { app: 'db', [POD_NAME]: 'db-1', [POD_INDEX]: '1' }],
    ]);
  });

  it('begin at the first ordinal asked for', () => {
    expect(expand(2, 5).flatMap((g) => g.pods)).toEqual(['db-5', 'db-6']);
  });

  it('are one, as a template is, where none is asked for', () => {
    expect(expand(0).flatMap((g) => g.pods)).toEqual(['db-0']);
  });

  it('share ports and place with their template, which is left as it was', () => {
    const [first] = expand(1);
    expect(first).toMatchObject({ ports: GROUP.ports, hostNetwork: false, node: undefined });
    expect([...GROUP.labels.keys()]).toEqual(['app']);
  });

  it('up to 32 have names, and none is left over', () => {
    expect(expand(32).flatMap((g) => g.pods)).toHaveLength(32);
    expect(expand(32)).toHaveLength(32);
  });

  it.each([33, 1000, 1e9])('beyond 32 of %i are one group whose own labels are there but not shown', (replicas) => {
    const groups = expand(replicas);
    expect(groups).toHaveLength(33);
    const rest = groups.at(-1);
    expect(rest?.pods).toEqual([]);
    expect(rest?.labels.get(POD_NAME)).toBeNull();
    expect(rest?.labels.get(POD_INDEX)).toBeNull();
  });
});
