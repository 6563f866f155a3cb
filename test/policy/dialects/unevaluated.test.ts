import { describe, expect, it } from 'vitest';
import { formatConnections } from '../../../src/algebra/connection-set.ts';
import { UNEVALUATED_KINDS } from '../../../src/policy/dialects/unevaluated/kinds.ts';
import { analysisOf, briefly, nodeOf } from '../../support/bundle.ts';
import { policiesOf } from '../../support/compiled.ts';
import { pod, policy, together } from '../../support/objects.ts';

function object(apiVersion: string, kind: string, namespace = 'a'): string {
  return JSON.stringify({ apiVersion, kind, metadata: { name: 'p', namespace }, spec: {} });
}

/** What of `from → to` is unknown with the object in the bundle: pods a/x, b/x and c/x. */
function unknownWith(...objects: readonly string[]) {
  const reach = analysisOf(together(pod('a/x'), pod('b/x'), pod('c/x'), ...objects)).reach();
  return (from: string, to: string) =>
    formatConnections(reach.between(nodeOf(reach, `${from}/x[Pod]`), nodeOf(reach, `${to}/x[Pod]`)).unknown);
}

describe.each(UNEVALUATED_KINDS.map((row) => [row.group, row.kind, row] as const))('%s %s', (group, kind, row) => {
  const text = object(`${group}/v1`, kind);

  it('goes into its layer, with a warning that it is not evaluated', () => {
    const { stack, policies, findings, refused } = policiesOf(text);
    expect(stack.layers.map((l) => l.name)).toEqual([row.layer]);
    expect(policies).toMatchObject([{ kind, name: 'p' }]);
    expect(policies[0]?.namespace).toBe(row.scope === 'namespace' ? 'a' : undefined);
    expect(findings.map(briefly)).toEqual(['NET040 ']);
    expect(findings[0]?.severity).toBe('warning');
    expect(refused).toBe(0);
  });

  it('makes verdicts about what it may select unknown, in its directions, and leaves the others', () => {
    const unknown = unknownWith(text);
    const everywhere = row.scope === 'cluster';
    expect(unknown('b', 'a')).toBe(row.directions.includes('ingress') || everywhere ? 'all' : 'nothing');
    expect(unknown('a', 'b')).toBe(row.directions.includes('egress') || everywhere ? 'all' : 'nothing');
    expect(unknown('b', 'c')).toBe(everywhere ? 'all' : 'nothing');
  });
});

describe('an Istio policy', () => {
  it('in the root namespace of the mesh is about every namespace', () => {
    const unknown = unknownWith(object('security.istio.io/v1', 'AuthorizationPolicy', 'istio-system'));
    expect(unknown('b', 'c')).toBe('all');
  });
});

describe('a policy that is not evaluated', () => {
  const calico = object('projectcalico.org/v3', 'GlobalNetworkPolicy');

  it('is known by its group: another group with the same kind is left unclaimed', () => {
    expect(policiesOf(object('example.com/v1', 'GlobalNetworkPolicy')).policies).toEqual([]);
    expect(policiesOf(object('crd.projectcalico.org/v1', 'GlobalNetworkPolicy')).policies).toHaveLength(1);
  });

  it('does not make open what another layer closes', () => {
    const unknown = unknownWith(object('security.istio.io/v1', 'AuthorizationPolicy', 'b'), policy('a/p', '{}'));
    expect(unknown('c', 'b')).toBe('all');
    expect(unknown('c', 'a')).toBe('nothing');
  });

  it('may open in its own layer what a NetworkPolicy closes', () => {
    expect(unknownWith(calico, policy('a/p', '{}'))('b', 'a')).toBe('all');
  });

  it('without a name is refused, and then changes nothing', () => {
    const { refused, stack, findings } = policiesOf('{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy }');
    expect(refused).toBe(1);
    expect(stack.layers).toEqual([]);
    expect(findings.map(briefly)).toEqual(['SCH004 /metadata !']);
  });
});
