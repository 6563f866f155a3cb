/** What a generated cluster is made of. */

export const PROFILES = ['microservices', 'adversarial-labels', 'adversarial-ports', 'adversarial-cidrs'] as const;
export type Profile = (typeof PROFILES)[number];

/** AdminNetworkPolicy with BaselineAdminNetworkPolicy (`v1alpha1`), or ClusterNetworkPolicy (`v1alpha2`). */
export const ADMIN_APIS = ['anp', 'cnp'] as const;
export type AdminApi = (typeof ADMIN_APIS)[number];

export interface ClusterOptions {
  /** Application namespaces; those of the system come on top. */
  readonly namespaces: number;
  /** Application workloads, spread unevenly over the namespaces. */
  readonly workloads: number;
  /** The mean of the replicas. */
  readonly podsPerWorkload: number;
  readonly policies: number;
  /** How many distinct ipBlocks the policies pick from; at least 3. */
  readonly cidrs: number;
  readonly profile: Profile;
  /** Policies of the tier Admin, at most 1000; with any there is a baseline policy, too. */
  readonly adminPolicies: number;
  readonly adminApi: AdminApi;
  /** The mean of the rules of a generated policy in each direction. */
  readonly rulesPerPolicy: number;
  /** Pods, as a dump of a running cluster has them, in place of the controllers. */
  readonly emitPods: boolean;
  readonly seed: string;
}

export const DEFAULT_OPTIONS: ClusterOptions = {
  namespaces: 20,
  workloads: 200,
  podsPerWorkload: 3,
  policies: 150,
  cidrs: 50,
  profile: 'microservices',
  adminPolicies: 0,
  adminApi: 'anp',
  rulesPerPolicy: 1.6,
  emitPods: false,
  seed: '1',
};
