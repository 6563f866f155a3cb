import { describe, expect, it } from 'vitest';
import { KUBERNETES_DIALECTS, PolicyReading } from '../../../src/policy/dialects/registry.ts';
import { documentsOf } from '../../support/bundle.ts';
import { policiesOf } from '../../support/compiled.ts';
import { pod, policy, together } from '../../support/objects.ts';

const istio = '{ apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: { name: m } }';
const calico = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';
const network = '{ apiVersion: k8s.ovn.org/v1, kind: ClusterUserDefinedNetwork, metadata: { name: u } }';
const host = pod('a/host', { spec: { hostNetwork: true } });

describe('the policy stack', () => {
  const shape = (text: string) =>
    policiesOf(text).stack.layers.map((l) => `${l.name}: ${l.tiers.map((t) => t.name).join(', ')}`);

  it('has its layers and tiers in one order, whatever order the documents have', () => {
    const documents = [istio, policy('a/p', '{}'), calico, network, host];
    const expected = [
      'network: policies that are not evaluated',
      'cni: own node, policies that are not evaluated, NetworkPolicy',
      'mesh: policies that are not evaluated',
    ];
    expect(shape(together(...documents))).toEqual(expected);
    expect(shape(together(...documents.toReversed()))).toEqual(expected);
  });

  it('has no layer that holds nothing', () => {
    expect(shape(policy('a/p', '{}'))).toEqual(['cni: NetworkPolicy']);
    expect(shape(pod('a/x'))).toEqual([]);
  });
});

describe('the dialects', () => {
  it('claim no kind twice', () => {
    const kinds = [
      ['networking.k8s.io', 'NetworkPolicy'],
      ['extensions', 'NetworkPolicy'],
      ['projectcalico.org', 'NetworkPolicy'],
      ['crd.antrea.io', 'NetworkPolicy'],
      ['policy.networking.k8s.io', 'AdminNetworkPolicy'],
    ] as const;
    for (const [group, kind] of kinds) {
      expect(KUBERNETES_DIALECTS.filter((d) => d.claims(group, kind))).toHaveLength(1);
    }
  });

  it('leave what none of them claims', () => {
    const text = together(
      '{ apiVersion: v1, kind: ConfigMap, metadata: { name: i } }',
      '{ apiVersion: v1, kind: NetworkPolicy, metadata: { name: n } }',
    );
    const reading = new PolicyReading({ namespace: 'default', ipBlockPods: 'match' });
    expect(documentsOf(text).map((document) => reading.take(document))).toEqual([false, false]);
  });

  it('add up what they refuse and find', () => {
    const compiled = policiesOf(
      together(
        policy('a/p', '{ policyTypes: [x] }'),
        '{ apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy }',
        calico,
      ),
    );
    expect(compiled.refused).toBe(2);
    expect(compiled.findings.map((f) => f.rule).sort()).toEqual(['NET040', 'SCH003', 'SCH004']);
    expect(compiled.policies.map((p) => p.name)).toEqual(['g']);
  });
});
