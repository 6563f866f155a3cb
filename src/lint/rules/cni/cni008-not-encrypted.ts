/** CNI008: traffic between nodes that anybody on the way may read. */

import type { CniPlugin } from '../../../kubernetes/cni/evidence.ts';
import { cniConfigs } from '../../context/cni-config.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';
import { configMap } from './examples.ts';

const manifests = (type: string) =>
  configMap('kube-flannel-cfg', 'net-conf.json', `{"Network": "10.244.0.0/16", "Backend": {"Type": "${type}"}}`);

export const notEncrypted: KubernetesRule = {
  id: 'CNI008',
  model: 'kubernetes',
  severity: 'info',
  title: 'Network plugin does not encrypt between nodes',
  why: 'What pods say to each other in plain text can be read and changed by whoever has a place in the network between the nodes.',
  fix: 'Switch on WireGuard or IPsec in the plugin, or let a mesh encrypt; where the network between nodes is trusted, nothing is to be done.',
  references: [
    'https://docs.cilium.io/en/stable/security/network/encryption/',
    'https://docs.tigera.io/calico/latest/network-policy/encrypt-cluster-pod-traffic',
    'https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md',
  ],
  bad: [{ line: 1, text: manifests('vxlan') }],
  good: [manifests('wireguard')],
  check(context, report) {
    for (const plugin of context.cni.plugins) {
      const settings = ENCRYPTS[plugin.name];
      if (!settings || !isInstalled(plugin) || settings(context)) continue;
      report(
        plugin.origin,
        `${plugin.what} has ${plugin.name} carry traffic between nodes, and nothing in the bundle has it encrypt. Switch its encryption on, or see to it elsewhere.`,
      );
    }
  },
};

/** By its own objects; objects of its kinds are no installation. */
function isInstalled({ what }: CniPlugin): boolean {
  return /^(?:DaemonSet|ConfigMap) /.test(what);
}

/** Whether each plugin is told to encrypt. */
const ENCRYPTS: Readonly<Record<string, (context: KubernetesContext) => boolean>> = {
  Cilium: (context) =>
    context.ofKind('ConfigMap').some(({ name, root }) => {
      const data = root.at('data');
      return (
        name === 'cilium-config' && ['enable-wireguard', 'enable-ipsec'].some((key) => data.at(key).value === 'true')
      );
    }),
  Calico: (context) =>
    context.ofKind('FelixConfiguration').some(({ spec }) => {
      return ['wireguardEnabled', 'wireguardEnabledV6'].some((key) => spec.at(key).value === true);
    }),
  Flannel: (context) =>
    cniConfigs(context).some(({ kind, value }) => {
      return kind === 'flannel' && /"Type":"(?:wireguard|ipsec)"/.test(JSON.stringify(value ?? {}));
    }),
};
