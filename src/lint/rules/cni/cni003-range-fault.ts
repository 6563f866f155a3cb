/** CNI003: a range of addresses for pods that cannot be. */

import type { JsonObject } from '../../../ingest/document.ts';
import { overlap, rangeOf } from '../../context/addresses.ts';
import { cniConfigs } from '../../context/cni-config.ts';
import { type KnownRange, serviceRanges } from '../../context/service-ranges.ts';
import type { KubernetesRule } from '../../rule.ts';
import { configMap } from './examples.ts';

const SERVICES = `---
apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata:
  name: kubernetes
spec:
  cidrs: [10.96.0.0/12]
`;

const manifests = (network: string) =>
  configMap('kube-flannel-cfg', 'net-conf.json', `{${network}"Backend": {"Type": "vxlan"}}`) + SERVICES;

export const rangeFault: KubernetesRule = {
  id: 'CNI003',
  model: 'kubernetes',
  severity: 'error',
  title: 'Network of pods is missing, invalid or taken',
  why: 'Flannel does not start without a network. Where it overlaps the addresses of Services, traffic to some Services goes to pods, and the other way around.',
  fix: 'Write a network that nothing else uses, the one that kubeadm was given as podSubnet: "Network": "10.244.0.0/16".',
  references: ['https://github.com/flannel-io/flannel/blob/master/Documentation/configuration.md'],
  bad: [
    { line: 7, text: manifests('') },
    { line: 7, text: manifests('"Network": "10.244.0.0", ') },
    { line: 7, text: manifests('"Network": "10.100.0.0/16", ') },
  ],
  good: [manifests('"Network": "10.244.0.0/16", ')],
  check(context, report) {
    const configs = cniConfigs(context).filter(({ kind }) => kind === 'flannel');
    const services = configs.length > 0 ? serviceRanges(context) : [];
    for (const { field, value } of configs) {
      for (const message of value ? faults(value, services) : []) report(field, message);
    }
  },
};

function faults(value: JsonObject, services: readonly KnownRange[]): string[] {
  const v4 = value['EnableIPv4'] === false ? [] : networkFaults(value, 'Network', services);
  return value['EnableIPv6'] === true ? [...v4, ...networkFaults(value, 'IPv6Network', services)] : v4;
}

function networkFaults(value: JsonObject, key: 'Network' | 'IPv6Network', services: readonly KnownRange[]): string[] {
  const text = value[key];
  if (typeof text !== 'string')
    return [`The configuration has no ${key}, without which Flannel does not start. Add it.`];
  const range = rangeOf(text);
  if (!range) return [`${key} is ${text}, which is no CIDR block. Write an address and a prefix.`];
  const taken = services.find((service) => overlap(service.range, range));
  if (taken)
    return [`${key} ${text} overlaps ${taken.text}, the addresses of Services (${taken.what}). Use another one.`];
  const length = value[key === 'Network' ? 'SubnetLen' : 'IPv6SubnetLen'];
  if (typeof length !== 'number' || length > range.prefix) return [];
  return [`Each node gets a block of /${length}, which ${key} ${text} cannot be divided into. Use a longer prefix.`];
}
