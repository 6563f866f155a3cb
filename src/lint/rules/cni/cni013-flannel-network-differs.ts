/** CNI013: a network of Flannel that is not the one the cluster gives nodes. */

import { rangeOf } from '../../context/addresses.ts';
import { cniConfigs } from '../../context/cni-config.ts';
import { kubeadmRanges } from '../../context/service-ranges.ts';
import type { KubernetesRule } from '../../rule.ts';
import { configMap } from './examples.ts';

const manifests = (network: string) =>
  `${configMap('kube-flannel-cfg', 'net-conf.json', `{"Network": "${network}", "Backend": {"Type": "vxlan"}}`)}---\n${configMap('kubeadm-config', 'ClusterConfiguration', 'networking:\n  podSubnet: 10.200.0.0/16')}`;

export const flannelNetworkDiffers: KubernetesRule = {
  id: 'CNI013',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Network of Flannel is not the podSubnet of kubeadm',
  why: 'Nodes are given blocks of the podSubnet, and Flannel carries only what lies in its Network: pods of different nodes do not reach each other.',
  fix: 'Write the podSubnet of kubeadm as Network.',
  references: ['https://github.com/flannel-io/flannel#deploying-flannel-manually'],
  bad: [{ line: 7, text: manifests('10.244.0.0/16') }],
  good: [manifests('10.200.0.0/16')],
  check(context, report) {
    const subnets = kubeadmRanges(context, 'podSubnet').filter(({ range }) => range.family === 'IPv4');
    const [subnet] = subnets;
    if (!subnet) return;
    for (const { field, kind, value } of cniConfigs(context)) {
      const network = kind === 'flannel' ? value?.['Network'] : undefined;
      const range = typeof network === 'string' ? rangeOf(network) : undefined;
      if (!range || (range.first <= subnet.range.first && range.last >= subnet.range.last)) continue;
      report(
        field,
        `Network is ${network}, and nodes are given blocks of ${subnet.text} (${subnet.what}). Write ${subnet.text}.`,
      );
    }
  },
};
