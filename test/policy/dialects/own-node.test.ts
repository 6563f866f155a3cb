import { describe, expect, it } from 'vitest';
import { formatConnections } from '../../../src/algebra/connection-set.ts';
import { analysisOf, nodeOf } from '../../support/bundle.ts';
import { pod, policy, together } from '../../support/objects.ts';

const DENY_ALL = policy('a/deny', '{ policyTypes: [Ingress, Egress] }');

/** A closed pod and a host-network pod, each on the node it names, if any. */
function between(webNode: string | undefined, hostNode: string | undefined) {
  const on = (nodeName: string | undefined) => (nodeName === undefined ? {} : { nodeName });
  const web = pod('a/web', { spec: on(webNode) });
  const host = pod('b/host', { spec: { hostNetwork: true, ...on(hostNode) } });
  const reach = analysisOf(together(DENY_ALL, web, host)).reach();
  const cell = (from: string, to: string) => {
    const { allow, unknown } = reach.between(nodeOf(reach, from), nodeOf(reach, to));
    return `${formatConnections(allow)} / ${formatConnections(unknown)}`;
  };
  return { in: cell('b/host[Pod]', 'a/web[Pod]'), out: cell('a/web[Pod]', 'b/host[Pod]') };
}

describe('traffic from the node of a pod', () => {
  it('is allowed whatever policies say, where both are shown on one node', () => {
    expect(between('n1', 'n1').in).toBe('all / nothing');
  });

  it('is under policy where they are shown on two nodes', () => {
    expect(between('n1', 'n2').in).toBe('nothing / nothing');
  });

  it.each([
    ['n1', undefined],
    [undefined, 'n1'],
    [undefined, undefined],
  ])('is unknown with the pod on %s and the host on %s', (web, host) => {
    expect(between(web, host).in).toBe('nothing / all');
  });

  it('is one way: egress to the own node is under policy', () => {
    expect(between('n1', 'n1').out).toBe('nothing / nothing');
  });
});

describe('the tier of the own node', () => {
  const tiers = (text: string) =>
    analysisOf(text)
      .policies()
      .stack.layers.flatMap((l) => l.tiers.map((t) => t.name));

  it('is there only where something runs in the network of a node', () => {
    expect(tiers(together(DENY_ALL, pod('a/web')))).toEqual(['NetworkPolicy']);
    expect(tiers(together(DENY_ALL, pod('a/web', { spec: { hostNetwork: true } })))).toEqual([
      'own node',
      'NetworkPolicy',
    ]);
  });

  it('is not among the policies of the user', () => {
    const { policies } = analysisOf(together(DENY_ALL, pod('a/web', { spec: { hostNetwork: true } }))).policies();
    expect(policies.map((p) => p.kind)).toEqual(['NetworkPolicy']);
  });

  it('leaves pods of another pod network under policy', () => {
    const reach = analysisOf(
      together(DENY_ALL, pod('a/web', { spec: { nodeName: 'n1' } }), pod('b/web', { spec: { nodeName: 'n1' } })),
    ).reach();
    expect(reach.between(nodeOf(reach, 'b/web[Pod]'), nodeOf(reach, 'a/web[Pod]'))).toEqual({ allow: [], unknown: [] });
  });
});
