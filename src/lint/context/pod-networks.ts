/**
 * The blocks of addresses that pods of the cluster have, as far as a bundle shows them: in the settings of network
 * plugins, of kubeadm, and of nodes.
 */

import { type Cidr, parseCidr } from '../../algebra/cidr.ts';
import type { JsonValue } from '../../ingest/document.ts';
import { isObject, own } from '../../ingest/document.ts';
import type { LintObject } from './lint-object.ts';

export interface PodNetwork {
  readonly block: Cidr;
  /** Which object says so. */
  readonly what: string;
}

/** Keys of ConfigMaps that hold blocks, with commas or blanks between. */
const CONFIG_KEYS: readonly string[] = ['cluster-pool-ipv4-cidr', 'cluster-pool-ipv6-cidr', 'ipv4-native-routing-cidr'];

export function podNetworks(objects: readonly LintObject[]): PodNetwork[] {
  return objects.flatMap((object) => {
    const what = `${object.kind} ${object.name}`;
    return blocksOf(object).flatMap((text) => {
      const block = parseCidr(text.trim());
      return block && block.prefix > 0 ? [{ block, what }] : [];
    });
  });
}

function blocksOf({ kind, group, root, spec }: LintObject): string[] {
  switch (kind) {
    case 'ConfigMap':
      return configured(root.at('data').value);
    case 'IPPool':
      return [spec.stringAt('cidr') ?? ''];
    case 'Node':
      return [spec.stringAt('podCIDR') ?? '', ...spec.itemsAt('podCIDRs').map((item) => item.string() ?? '')];
    case 'ClusterConfiguration':
      return group === 'kubeadm.k8s.io' ? (root.at('networking').stringAt('podSubnet') ?? '').split(',') : [];
    default:
      return [];
  }
}

function configured(data: JsonValue | undefined): string[] {
  if (!isObject(data)) return [];
  const plain = CONFIG_KEYS.flatMap((key) => textAt(data, key).split(/[\s,]+/));
  return [...plain, ...flannelNetworks(textAt(data, 'net-conf.json'))];
}

function flannelNetworks(text: string): string[] {
  try {
    const conf: JsonValue = JSON.parse(text);
    return isObject(conf) ? [textAt(conf, 'Network'), textAt(conf, 'IPv6Network')] : [];
  } catch {
    return [];
  }
}

function textAt(value: JsonValue | undefined, key: string): string {
  const text = isObject(value) ? own(value, key) : undefined;
  return typeof text === 'string' ? text : '';
}
