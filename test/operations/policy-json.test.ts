import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { policiesInForce, policiesJson } from '../../src/operations/policy-json.ts';
import { analysisOf } from '../support/bundle.ts';
import { policy, together } from '../support/objects.ts';

const written = (analysis: Analysis) => policiesJson(analysis, policiesInForce(analysis));

describe('the policies of a bundle', () => {
  it('are sorted by kind, namespace and name, with their file and line', () => {
    const calico = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';
    const analysis = analysisOf({ 'z.yaml': together(policy('b/p', '{}'), policy('a/q', '{}')), 'a.yaml': calico });
    expect(written(analysis)).toMatchObject([
      { kind: 'GlobalNetworkPolicy', name: 'g', file: 'a.yaml', line: 1 },
      { kind: 'NetworkPolicy', namespace: 'a', name: 'q', file: 'z.yaml', line: 8 },
      { kind: 'NetworkPolicy', namespace: 'b', name: 'p', file: 'z.yaml', line: 1 },
    ]);
  });

  it('of a kind that is not evaluated isolate nobody, and allow and deny nobody knows whom', () => {
    const [calico] = written(
      analysisOf('{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }'),
    );
    expect(calico?.isolates).toEqual([]);
    expect(new Set(calico?.rules.flatMap((rule) => rule.peers.map((peer) => peer.kind)))).toEqual(new Set(['unknown']));
  });

  it('isolate in the directions they apply to', () => {
    const [both] = written(analysisOf(policy('a/p', '{ podSelector: {}, egress: [{}] }')));
    expect(both?.isolates.map((end) => end.direction)).toEqual(['ingress', 'egress']);
    expect(both?.rules).toMatchObject([{ position: 0, direction: 'egress', peers: [{ kind: 'any' }], ports: 'all' }]);
  });
});
