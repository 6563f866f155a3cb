import { describe, expect, it } from 'vitest';
import { isBuiltInGroup, KnownKinds } from '../../src/schemas/known-kinds.ts';
import { RELEASES } from '../../src/schemas/releases.ts';
import { deprecation, isUpTo, removedVersion } from '../../src/schemas/removed-versions.ts';

const kinds = new KnownKinds('1.35');

describe('the kinds that are known', () => {
  it.each([
    ['v1', 'Pod', { isClustered: false, isCustom: false }],
    ['v1', 'Namespace', { isClustered: true, isCustom: false }],
    ['gateway.networking.k8s.io/v1', 'GatewayClass', { isClustered: true, isCustom: true }],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', { isClustered: false, isCustom: true }],
    ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', { isClustered: true, isCustom: true }],
    ['networking.istio.io/v1', 'Gateway', { isClustered: false, isCustom: true }],
  ])('hold %s %s', (apiVersion, kind, expected) => {
    expect(kinds.find(apiVersion, kind)).toMatchObject(expected);
  });

  it('are those of the version that is asked for', () => {
    const served = RELEASES.map(
      (release) => new KnownKinds(release).find('resource.k8s.io/v1', 'ResourceClaim') !== undefined,
    );
    expect(served).toEqual([true, true, false]);
  });

  it('have versions, and names that are near', () => {
    expect(kinds.versions('gateway.networking.k8s.io', 'HTTPRoute')).toEqual([
      'gateway.networking.k8s.io/v1',
      'gateway.networking.k8s.io/v1beta1',
    ]);
    expect(kinds.versions('a.org', 'HTTPRoute')).toEqual([]);
    expect(kinds.nearest('v1', 'Pods')).toBe('Pod');
    expect(kinds.nearest('v1', 'Widget')).toBeUndefined();
  });

  it('tell groups of Kubernetes from others', () => {
    expect(['', 'apps', 'extensions', 'networking.k8s.io'].every(isBuiltInGroup)).toBe(true);
    expect(['gateway.networking.k8s.io', 'example.org'].some(isBuiltInGroup)).toBe(false);
  });
});

describe('versions that were removed', () => {
  it.each([
    ['extensions/v1beta1', 'Deployment', '1.16', 'apps/v1'],
    ['networking.k8s.io/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.32', 'flowcontrol.apiserver.k8s.io/v1'],
    ['policy/v1beta1', 'PodSecurityPolicy', '1.25', undefined],
  ])('%s %s left with %s', (apiVersion, kind, removed, instead) => {
    expect(removedVersion(apiVersion, kind)).toEqual({ removed, instead });
  });

  it('are compared by number, not by letters', () => {
    expect(isUpTo('1.9', '1.33')).toBe(true);
    expect(isUpTo('1.34', '1.33')).toBe(false);
    expect(deprecation('v1', 'Endpoints')?.since).toBe('1.33');
    expect(deprecation('v1', 'Pod')).toBeUndefined();
  });
});
