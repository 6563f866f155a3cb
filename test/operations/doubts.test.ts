import { describe, expect, it } from 'vitest';
import { doubts } from '../../src/operations/doubts.ts';
import { analysisOf, briefly } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

const BLOCK = policy('a/block', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }');
const CALICO = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';

function told(...objects: readonly string[]) {
  return doubts(analysisOf(together(...objects)));
}

describe('a doubt', () => {
  it('is told once for its kind, at the first rule that has it, as information', () => {
    const found = told(
      pod('a/x'),
      pod('a/y'),
      BLOCK,
      policy('a/second', '{ ingress: [{ from: [{ ipBlock: { cidr: 11.0.0.0/8 } }] }] }'),
    );
    expect(found.map(briefly)).toEqual(['NET041 /spec/ingress/0']);
    expect(found[0]).toMatchObject({ severity: 'info' });
    expect(found[0]?.message).toMatch(/^NetworkPolicy block: whether it means 2 of the workloads is unknown/);
  });

  it('about addresses is none where they are shown, or where blocks mean no pods', () => {
    expect(told(pod('a/x', { status: { podIP: '10.0.0.1' } }), BLOCK)).toEqual([]);
    expect(doubts(analysisOf(together(pod('a/x'), BLOCK), { ipBlockPods: 'ignore' }))).toEqual([]);
  });

  it('about a policy that is not evaluated counts workloads, and no outside addresses', () => {
    const [doubt, ...more] = told(pod('a/x'), CALICO);
    expect(more).toEqual([]);
    expect(doubt?.message).toBe(
      'GlobalNetworkPolicy g: whether it means 1 of the workloads is unknown: GlobalNetworkPolicy g is not evaluated',
    );
  });

  it('about the label of a peer or of a subject is told alike', () => {
    const peer = policy(
      'a/peer',
      '{ ingress: [{ from: [{ podSelector: { matchLabels: { pod-template-hash: x } } }] }] }',
    );
    const subject = policy('a/subject', '{ podSelector: { matchLabels: { pod-template-hash: x } } }');
    expect(told(workload('Deployment', 'a/web'), peer).map(briefly)).toEqual(['NET043 /spec/ingress/0']);
    expect(told(workload('Deployment', 'a/web'), subject).map(briefly)).toEqual(['NET043 ']);
  });

  it('about the node of a pod is told where something runs in the network of a node that is shown', () => {
    const host = pod('b/host', { spec: { hostNetwork: true, nodeName: 'n1' } });
    const found = told(pod('a/x'), host);
    expect(found.map((f) => f.rule)).toEqual(['NET042']);
    expect(found[0]?.message).toContain('on which node they run');
    expect(told(pod('a/x', { spec: { nodeName: 'n1' } }), host)).toEqual([]);
  });

  it('is none where every pod and every label is shown', () => {
    expect(told(pod('a/x'), policy('a/p', '{ ingress: [{ from: [{ podSelector: {} }] }] }'))).toEqual([]);
  });
});
