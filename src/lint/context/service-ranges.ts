/**
 * The addresses that a cluster gives Services, where the bundle shows them: ServiceCIDRs, the argument of the API server,
 * or the configuration of kubeadm (https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-Networking).
 */

import { type Range, rangeOf } from './addresses.ts';
import type { KubernetesContext } from './kubernetes-context.ts';

export interface KnownRange {
  readonly range: Range;
  readonly text: string;
  /** `ConfigMap kube-system/kubeadm-config`. */
  readonly what: string;
}

export function serviceRanges(context: KubernetesContext): KnownRange[] {
  const declared = context.ofKind('ServiceCIDR').flatMap(({ spec, name }) => {
    const texts = spec.itemsAt('cidrs').flatMap((cidr) => cidr.string() ?? []);
    return texts.flatMap((text) => known(text, `ServiceCIDR ${name}`));
  });
  const ofServer = context.pods.in('kube-system').flatMap(({ containers, object }) =>
    containers
      .flatMap((container) => [...container.itemsAt('command'), ...container.itemsAt('args')])
      .flatMap((argument) => {
        const [, list = ''] = /^--service-cluster-ip-range=(.+)$/.exec(String(argument.value)) ?? [];
        return known(list, `${object.kind} ${object.namespace}/${object.name}`);
      }),
  );
  return [...declared, ...ofServer, ...kubeadmRanges(context, 'serviceSubnet')];
}

/** What kubeadm was told, which it keeps as text. */
export function kubeadmRanges(context: KubernetesContext, key: 'serviceSubnet' | 'podSubnet'): KnownRange[] {
  const map = context.find('kube-system/kubeadm-config[ConfigMap]');
  const text = map?.root.at('data').stringAt('ClusterConfiguration') ?? '';
  const [, list = ''] = new RegExp(`^\\s*${key}:\\s*["']?([0-9a-fA-F.:/,]+)`, 'm').exec(text) ?? [];
  return known(list, 'ConfigMap kube-system/kubeadm-config');
}

/** Two families are written as a list. */
function known(list: string, what: string): KnownRange[] {
  return list.split(',').flatMap((text) => {
    const range = rangeOf(text.trim());
    return range ? [{ range, text: text.trim(), what }] : [];
  });
}
