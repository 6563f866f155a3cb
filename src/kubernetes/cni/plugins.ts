/**
 * The network plugins that are known, one row each: what they are recognised by, and whether they enforce NetworkPolicy
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites leaves it to the plugin).
 */

import type { AgentContainer } from './agent.ts';
import {
  type Judgement,
  judgeAws,
  judgeAwsConfig,
  judgeCilium,
  judgeCiliumConfig,
  judgeKindnet,
  judgeKubeRouter,
  judgeWeave,
} from './judgement.ts';

export type Enforces = 'yes' | 'no' | 'unknown';

export interface Plugin {
  readonly name: string;
  /** Where its settings do not say otherwise. */
  readonly enforces: Enforces;
  /** Names of its DaemonSet. */
  readonly daemons?: RegExp;
  /** Images of its containers, without tag. */
  readonly images?: RegExp;
  readonly configMaps?: RegExp;
  /** `type` in a CNI configuration. */
  readonly types?: readonly string[];
  /** Groups of API kinds that only it serves. */
  readonly groups?: readonly string[];
  /** Plugins it is made of, which then are not counted beside it. */
  readonly parts?: readonly string[];
  judge?(containers: readonly AgentContainer[]): Judgement;
  judgeConfig?(data: ReadonlyMap<string, string>): Judgement;
}

/** Plugins of https://www.cni.dev/plugins/current, which know no policies; kubenet, no plugin of its own, used them. */
export const REFERENCE_PLUGINS = 'CNI reference plugins';

export const PLUGINS: readonly Plugin[] = [
  {
    name: 'Canal',
    enforces: 'yes',
    daemons: /(?:^|-)canal$/,
    configMaps: /(?:^|-)canal-config$/,
    parts: ['Flannel', 'Calico'],
  },
  {
    name: 'Flannel',
    enforces: 'no',
    daemons: /^kube-flannel(?:-ds(?:-.*)?)?$/,
    images: /(?:^|[/-])flannel$/,
    configMaps: /^kube-flannel-cfg$/,
    types: ['flannel'],
  },
  {
    name: 'Calico',
    enforces: 'yes',
    daemons: /^calico-node$/,
    images: /(?:calico[/-]node|hardened-calico)$/,
    configMaps: /^calico-config$/,
    types: ['calico'],
    groups: ['crd.projectcalico.org', 'projectcalico.org', 'operator.tigera.io'],
  },
  {
    name: 'Cilium',
    enforces: 'yes',
    // `anetd` is Cilium as GKE runs it.
    daemons: /^(?:cilium|anetd)$/,
    images: /(?:^|[/-])cilium$/,
    configMaps: /^cilium-config$/,
    types: ['cilium-cni'],
    groups: ['cilium.io'],
    judge: judgeCilium,
    judgeConfig: judgeCiliumConfig,
  },
  {
    name: 'Antrea',
    enforces: 'yes',
    daemons: /^antrea-agent$/,
    images: /(?:^|\/)antrea-(?:agent-)?(?:ubuntu|ubi|debian|photon)$/,
    configMaps: /^antrea-config(?:-.*)?$/,
    types: ['antrea'],
    groups: ['crd.antrea.io'],
  },
  {
    name: 'OVN-Kubernetes',
    enforces: 'yes',
    daemons: /^ovnkube-(?:node|master)$/,
    images: /(?:^|\/)ovn-kube(?:rnetes|-[a-z])?$/,
    configMaps: /^ovnkube-config$/,
    types: ['ovn-k8s-cni-overlay'],
    groups: ['k8s.ovn.org'],
  },
  {
    name: 'kube-router',
    enforces: 'yes',
    daemons: /^kube-router$/,
    images: /(?:^|[/-])kube-router$/,
    configMaps: /^kube-router-cfg$/,
    judge: judgeKubeRouter,
  },
  {
    name: 'kindnet',
    enforces: 'unknown',
    daemons: /^kindnet$/,
    images: /(?:^|\/)kindnetd$/,
    judge: judgeKindnet,
  },
  {
    name: 'kube-network-policies',
    enforces: 'yes',
    daemons: /^kube-network-policies$/,
    images: /(?:^|\/)kube-network-policies$/,
  },
  {
    name: 'AWS VPC CNI',
    enforces: 'unknown',
    daemons: /^aws-node$/,
    images: /(?:^|\/)amazon-k8s-cni$/,
    configMaps: /^amazon-vpc-cni$/,
    types: ['aws-cni'],
    judge: judgeAws,
    judgeConfig: judgeAwsConfig,
  },
  {
    name: 'Azure NPM',
    enforces: 'yes',
    daemons: /^azure-npm(?:-win)?$/,
    images: /(?:^|\/)azure-npm$/,
    configMaps: /^azure-npm-config$/,
  },
  {
    name: 'Weave Net',
    enforces: 'yes',
    daemons: /^weave-net$/,
    images: /(?:^|\/)weave-(?:kube|npc)$/,
    types: ['weave-net'],
    judge: judgeWeave,
  },
  {
    name: 'Cisco ACI',
    enforces: 'yes',
    daemons: /^aci-containers-host$/,
    images: /(?:^|\/)aci-containers-host$/,
    configMaps: /^aci-containers-config$/,
  },
  {
    name: REFERENCE_PLUGINS,
    enforces: 'no',
    types: ['bridge', 'ptp', 'ipvlan', 'macvlan', 'host-device', 'vlan'],
  },
];

/** Multus runs other plugins (https://github.com/k8snetworkplumbingwg/multus-cni), for further networks too. */
export const MULTUS = /(?:^|\/)multus(?:-cni)?$/;
