/** How the settings of some plugins decide whether they enforce NetworkPolicy. What cannot be told is left open. */

import type { AgentContainer } from './agent.ts';

export interface Judgement {
  readonly enforces?: 'yes' | 'no';
  /** Whether pods that no policy selects are isolated too. */
  readonly isolatesAll?: true;
}

type Containers = readonly AgentContainer[];

/**
 * kind has NetworkPolicy since v0.24.0, made for Kubernetes 1.31 (https://github.com/kubernetes-sigs/kind/issues/842);
 * its images are tagged with their date. The last release before it has v20240513, the first image with it is
 * v20240730; builds between the two were never released. Outside kind, images are tagged v1.3.0 and later once they
 * have it (https://github.com/kubernetes/minikube/issues/19871).
 */
export function judgeKindnet(containers: Containers): Judgement {
  const tag = containers.find((c) => c.image.endsWith('kindnetd'))?.tag ?? '';
  const date = Number(/^v(\d{8})(?:-|$)/.exec(tag)?.[1]);
  if (date > 0) return date >= 20240730 ? { enforces: 'yes' } : date <= 20240513 ? { enforces: 'no' } : {};
  const [, major, minor] = /^v(\d{1,3})\.(\d{1,3})\./.exec(tag) ?? [];
  if (major === undefined) return {};
  return { enforces: Number(major) * 1000 + Number(minor) >= 1003 ? 'yes' : 'no' };
}

/** `weave-npc` is a container of its own, and `EXPECT_NPC=0` tells Weave Net to do without it. */
export function judgeWeave(containers: Containers): Judgement {
  const npc = containers.some((c) => /(?:^|\/)weave-npc$/.test(c.image) || c.name === 'weave-npc');
  const without = containers.some((c) => c.variables.get('EXPECT_NPC') === '0');
  return { enforces: npc && !without ? 'yes' : 'no' };
}

/**
 * The VPC CNI enforces with its node agent, where that is switched on
 * (https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html).
 */
export function judgeAws(containers: Containers): Judgement {
  const agent = containers.find(
    (c) => /(?:^|\/)aws-network-policy-agent$/.test(c.image) || c.name === 'aws-eks-nodeagent',
  );
  if (!agent) return { enforces: 'no' };
  const flag = agent.arguments.find((a) => a.startsWith('--enable-network-policy'));
  if (flag === undefined) return {};
  return { enforces: flag.endsWith('=false') ? 'no' : 'yes' };
}

/** EKS Auto Mode has no DaemonSet to look at, and only this switch. */
export function judgeAwsConfig(data: ReadonlyMap<string, string>): Judgement {
  return data.get('enable-network-policy-controller') === 'true' ? { enforces: 'yes' } : {};
}

export function judgeKubeRouter(containers: Containers): Judgement {
  return containers.some((c) => c.arguments.includes('--run-firewall=false')) ? { enforces: 'no' } : {};
}

export function judgeCilium(containers: Containers): Judgement {
  return containers.some((c) => c.arguments.includes('--enable-policy=never')) ? { enforces: 'no' } : {};
}

/** https://docs.cilium.io/en/stable/security/policy/intro/#policy-enforcement-modes. */
export function judgeCiliumConfig(data: ReadonlyMap<string, string>): Judgement {
  if (data.get('enable-policy') === 'never' || data.get('enable-k8s-networkpolicy') === 'false') {
    return { enforces: 'no' };
  }
  return data.get('enable-policy') === 'always' ? { isolatesAll: true } : {};
}
