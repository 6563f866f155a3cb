import { describe, expect, it } from 'vitest';
import { endpointAt, resolveEnd } from '../../src/queries/resolve-end.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

const world = analysisOf(
  together(
    workload('Deployment', 'shop/api'),
    workload('StatefulSet', 'shop/db', {}, { replicas: 3 }),
    workload('Deployment', 'bank/api'),
    workload('Job', 'bank/api'),
    pod('bank/solo', { status: { podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] } }),
    pod('bank/host-1', { spec: { hostNetwork: true }, status: { podIP: '192.0.2.1' } }),
    pod('bank/host-2', { spec: { hostNetwork: true }, status: { podIP: '192.0.2.1' } }),
    policy('shop/p', '{ podSelector: { matchLabels: { statefulset.kubernetes.io/pod-name: db-1 } } }'),
    policy('shop/q', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }'),
  ),
).world();
const { reach } = world;

function resolved(name: string): string {
  const end = resolveEnd(world, name);
  if ('code' in end) return `${end.code}: ${end.alternatives?.join(', ') ?? 'no idea'}`;
  const ids = end.nodes.map((i) => endpointAt(reach, i)?.id ?? 'outside');
  return `${ids.join(' + ')}${end.pod === undefined ? '' : ` (pod ${end.pod})`}`;
}

describe('a name', () => {
  it.each([
    ['of a workload is its id', 'shop/api[Deployment]', 'shop/api[Deployment]'],
    ['may leave out the kind', 'shop/api', 'shop/api[Deployment]'],
    ['of variants is all of them', 'shop/db', 'shop/db[StatefulSet]#1 + shop/db[StatefulSet]#2'],
    ['of variants by id is all of them', 'shop/db[StatefulSet]', 'shop/db[StatefulSet]#1 + shop/db[StatefulSet]#2'],
    ['of one variant is that one', 'shop/db[StatefulSet]#2', 'shop/db[StatefulSet]#2'],
    ['of a pod that its controller names is that pod', 'shop/db-1', 'shop/db[StatefulSet]#2 (pod shop/db-1)'],
    ['of a pod among others is its variant, and the pod', 'shop/db-2', 'shop/db[StatefulSet]#1 (pod shop/db-2)'],
    ['of a pod alone is that pod', 'bank/solo', 'bank/solo[Pod] (pod bank/solo)'],
    ['may be bare where it is unique', 'solo', 'bank/solo[Pod] (pod bank/solo)'],
    [
      'that is bare and not unique is ambiguous',
      'api',
      'ambiguous-name: bank/api[Deployment], bank/api[Job], shop/api[Deployment]',
    ],
    ['of two kinds is ambiguous', 'bank/api', 'ambiguous-name: bank/api[Deployment], bank/api[Job]'],
    [
      'that is not there has the alternatives that share its last part',
      'bank/db',
      'unknown-name: shop/db[StatefulSet]#1, shop/db[StatefulSet]#2',
    ],
    [
      'of another kind has alternatives too',
      'shop/api[Job]',
      'unknown-name: bank/api[Deployment], bank/api[Job], shop/api[Deployment]',
    ],
    ['that nothing is like has none', 'nobody', 'unknown-name: no idea'],
    ['of a pod that is beyond the replicas is unknown', 'shop/db-3', 'unknown-name: no idea'],
    ['may not be empty', '', 'unknown-name: no idea'],
  ])('%s', (_says, name, expected) => {
    expect(resolved(name)).toBe(expected);
  });
});

describe('an address', () => {
  it.each([
    ['of a pod is that pod', '10.0.0.1', 'bank/solo[Pod] (pod bank/solo)'],
    ['of its other family too', 'fd00::1', 'bank/solo[Pod] (pod bank/solo)'],
    ['may be written otherwise', 'FD00:0::0001', 'bank/solo[Pod] (pod bank/solo)'],
    ['of nobody is outside', '10.0.0.2', 'outside'],
    ['of nobody is outside in IPv6', '::', 'outside'],
    ['with a zone is no address', 'fd00::1%eth0', 'unknown-name: no idea'],
  ])('%s', (_says, name, expected) => {
    expect(resolved(name)).toBe(expected);
  });

  it('outside is in the range that holds it', () => {
    const end = resolveEnd(world, '10.0.0.2');
    const node = 'code' in end ? undefined : reach.nodes[end.nodes[0] ?? -1];
    expect(node).toMatchObject({ kind: 'outside', range: { family: 'IPv4', first: 0x0a00_0000, last: 0x0aff_ffff } });
  });
});
