/** CNI007: packets that are larger than what is left of them inside a tunnel. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { LintObject } from '../../context/lint-object.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (mtu: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: calico-config
  namespace: kube-system
data:
  calico_backend: vxlan
  veth_mtu: "${mtu}"
`;

export const mtuTooLarge: KubernetesRule = {
  id: 'CNI007',
  model: 'kubernetes',
  severity: 'warning',
  title: 'MTU of pods leaves no room for the tunnel',
  why: 'On a network of 1500 bytes large packets are cut in two or dropped: small requests work, and large answers hang.',
  fix: 'Set veth_mtu to "0", so that Calico finds it out, or to what is left: 1450 for VXLAN, 1440 for WireGuard.',
  references: ['https://docs.tigera.io/calico/latest/networking/configuring/mtu'],
  bad: [{ line: 8, text: manifests('1500') }],
  good: [manifests('1450'), manifests('0'), manifests('8950')],
  check(context, report) {
    for (const object of context.ofKind('ConfigMap')) {
      if (object.name !== 'calico-config') continue;
      const field = object.root.at('data').at('veth_mtu');
      const tunnel = tunnelOf(object, context);
      const mtu = Number(field.value);
      // More than 1500 is a network of jumbo frames, whose size the bundle does not tell.
      if (!tunnel || !(mtu > tunnel.most && mtu <= ETHERNET)) continue;
      report(
        field,
        `${mtu} bytes do not fit into ${tunnel.name} on a network of ${ETHERNET}; ${tunnel.most} do. Write "${tunnel.most}", or "0" to have it found out.`,
      );
    }
  },
};

const ETHERNET = 1500;

interface Tunnel {
  readonly name: string;
  /** Bytes that are left inside. */
  readonly most: number;
}

function tunnelOf({ root }: LintObject, context: KubernetesContext): Tunnel | undefined {
  const encrypted = context.ofKind('FelixConfiguration').some(({ spec }) => spec.at('wireguardEnabled').value === true);
  if (encrypted) return { name: 'WireGuard', most: 1440 };
  return root.at('data').at('calico_backend').value === 'vxlan' ? { name: 'VXLAN', most: 1450 } : undefined;
}
