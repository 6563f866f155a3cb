/**
 * Random clusters with the whole picture of policy: everything of a random cluster, the tiers around NetworkPolicy, and the
 * Services through which clients come.
 */
import fc from 'fast-check';
import type { Manifest } from './manifests.ts';
import { randomCluster } from './random-cluster.ts';
import { clusterPolicies } from './random-cluster-policies.ts';
import { buildService, serviceSketch } from './random-services.ts';

export const randomPolicyPicture: fc.Arbitrary<readonly Manifest[]> = fc
  .record({
    cluster: randomCluster,
    policies: clusterPolicies,
    services: fc.array(serviceSketch, { maxLength: 3 }),
    policiesFirst: fc.boolean(),
  })
  .map(({ cluster, policies, services, policiesFirst }) => {
    const pods = cluster.filter(({ kind }) => kind === 'Pod');
    const built = services.map((sketch, index) => buildService(sketch, pods, index));
    return policiesFirst ? [...policies, ...cluster, ...built] : [...built, ...cluster, ...policies];
  });
