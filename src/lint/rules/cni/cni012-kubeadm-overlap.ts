/** CNI012: addresses of pods that are addresses of Services too. */

import { overlap } from '../../context/addresses.ts';
import { kubeadmRanges, serviceRanges } from '../../context/service-ranges.ts';
import type { KubernetesRule } from '../../rule.ts';
import { configMap } from './examples.ts';

const manifests = (pods: string) =>
  configMap(
    'kubeadm-config',
    'ClusterConfiguration',
    `networking:\n  podSubnet: ${pods}\n  serviceSubnet: 10.96.0.0/12`,
  );

export const kubeadmOverlap: KubernetesRule = {
  id: 'CNI012',
  model: 'kubernetes',
  severity: 'error',
  title: 'Addresses of pods and of Services overlap',
  why: 'An address may be a pod and a Service at once: connections to it go to the wrong one, depending on the node.',
  fix: 'Give pods and Services ranges that do not overlap, nor the network of the nodes.',
  references: ['https://kubernetes.io/docs/concepts/cluster-administration/networking/#kubernetes-ip-address-ranges'],
  bad: [{ line: 7, text: manifests('10.96.0.0/16') }],
  good: [manifests('10.244.0.0/16')],
  check(context, report) {
    const map = context.find('kube-system/kubeadm-config[ConfigMap]');
    if (!map) return;
    const services = serviceRanges(context);
    for (const { range, text } of kubeadmRanges(context, 'podSubnet')) {
      const taken = services.find((service) => overlap(service.range, range));
      if (!taken) continue;
      report(
        map.root.at('data').at('ClusterConfiguration'),
        `podSubnet ${text} overlaps ${taken.text}, the addresses of Services (${taken.what}). Use ranges that do not.`,
      );
    }
  },
};
