/**
 * Merges pods of one workload that the policies cannot tell apart into one endpoint, and numbers the variants where
 * they can. What tells pods apart: a selector that the ways mention, a port name, an address block.
 */

import { AddressList } from '../algebra/address-list.ts';
import { type Endpoint, resolvePort } from '../policy/endpoint.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import { byKeys, compareText, pushTo } from '../util/ordering.ts';
import { AddressCuts } from './address-cuts.ts';
import { Memberships } from './membership.ts';
import type { Node } from './node.ts';
import { Partition } from './partition.ts';
import { PortSignatures, portSignature } from './port-names.ts';
import { splitBy, tierSides } from './tier-side.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The endpoints to analyse, sorted by id. Input endpoints are single pods, or templates of pods. */
export function mergeVariants(pods: Iterable<Endpoint>, vocabulary: Vocabulary): Endpoint[] {
  const workloads = new Map<string, Units>();
  const keyOf = unitKey(vocabulary);
  for (const pod of pods) {
    const units = workloads.get(pod.workload);
    if (units) units.add(pod);
    else workloads.set(pod.workload, new Units(pod, keyOf));
  }
  const merged: Endpoint[][] = [];
  for (const [workload, units] of workloads) {
    merged.push(units.finish());
    // What has grown for it is not to stay until the last.
    workloads.delete(workload);
  }
  const settled = merged.filter((units) => units.length === 1);
  const variants = distinguish(merged.filter((units) => units.length > 1).flat(), vocabulary);
  return [...settled, ...variants].flatMap(numberVariants).sort(byKeys((e) => e.id));
}

/** A key that is equal for pods no selector can tell apart; far cheaper than asking every selector. */
function unitKey(vocabulary: Vocabulary): (e: Endpoint) => string {
  const keys = [...vocabulary.labelKeys].filter((key) => key !== NODE_LABEL).sort(compareText);
  const names = vocabulary.portNames;
  let cuts: AddressCuts | undefined;
  const portsOf = lastOf((ports: Endpoint['ports']) => portSignature(ports, names));
  return (e) => {
    let key = `${e.hostNetwork} ${portsOf(e.ports)}`;
    for (let i = 0; i < keys.length; i++) {
      const value = e.labels.get(keys[i] as string);
      key += value === undefined ? ';' : value === null ? ';?' : `;${JSON.stringify(value)}`;
    }
    const made = cuts ?? new AddressCuts(vocabulary.addressSets);
    cuts = made;
    const ranges = new Set<string>();
    for (const address of e.addresses) ranges.add(made.rangeOf(address));
    return `${key} ${[...ranges].sort().join()}`;
  };
}

/** The same, the last value kept: pods that are alike share their lists of ports. */
function lastOf<K extends object, V>(make: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/** The pods of one workload, merged while they come. Most workloads are one template, and never asked for a key. */
class Units {
  readonly #keyOf: (e: Endpoint) => string;
  readonly #first: Merger;
  #byKey: Map<string, Merger> | undefined;

  constructor(first: Endpoint, keyOf: (e: Endpoint) => string) {
    this.#keyOf = keyOf;
    this.#first = new Merger(first);
  }

  add(pod: Endpoint): void {
    this.#byKey ??= new Map([[this.#keyOf(this.#first.endpoint), this.#first]]);
    const key = this.#keyOf(pod);
    const unit = this.#byKey.get(key);
    if (unit) unit.add(pod);
    else this.#byKey.set(key, new Merger(pod));
  }

  finish(): Endpoint[] {
    return this.#byKey ? [...this.#byKey.values()].map((unit) => unit.finish()) : [this.#first.finish()];
  }
}

/** Partitions the units of several workloads exactly, by every selector, peer and port name of the vocabulary. */
function distinguish(units: readonly Endpoint[], vocabulary: Vocabulary): Endpoint[][] {
  if (units.length === 0) return [];
  const nodes = units.map((endpoint): Node => ({ kind: 'endpoint', endpoint }));
  const memberships = new Memberships(nodes);
  const partition = new Partition(units.length);
  const { stacks, openings, targets, portNames } = vocabulary;
  const tiers = stacks.flatMap(({ layers }) => layers.flatMap((layer) => layer.tiers));
  for (const sides of tiers.map((tier) => tierSides(tier, memberships))) {
    for (const side of [sides.ingress, sides.egress]) {
      side.splitSubjects(partition);
      side.splitPeers(partition);
    }
  }
  for (const to of openings) splitBy(partition, memberships.ofPeer(to));
  for (const { to } of targets) splitBy(partition, memberships.ofPeer(to));
  partition.splitByKeys(new PortSignatures(nodes, portNames).of);
  partition.splitByKeys(Uint8Array.from(units, ({ hostNetwork }) => Number(hostNetwork)));
  const blocks = groupBy([...units.keys()], (i) => `${units[i]?.workload} ${partition.blockOf[i]}`);
  const merged = blocks.flatMap((group) => mergeEndpoints(group.flatMap((i) => units[i] ?? [])));
  return groupBy(merged, (e) => e.workload);
}

/**
 * One endpoint for several that are treated alike. A label whose values differ among them is shown by the first; a port
 * name that does not mean the same at all of them is left out.
 */
class Merger {
  /** The first. */
  readonly endpoint: Endpoint;
  #sameNode = true;
  #ports: Endpoint['ports'];
  #addresses: AddressList | undefined;
  #pods: string[] | undefined;

  constructor(first: Endpoint) {
    this.endpoint = first;
    this.#ports = first.ports;
  }

  add(other: Endpoint): void {
    const { labels, addresses, pods } = this.endpoint;
    if (!this.#addresses) {
      this.#addresses = new AddressList();
      this.#addresses.add(addresses);
    }
    this.#addresses.add(other.addresses);
    this.#pods ??= [...pods];
    this.#pods.push(...other.pods);
    if (other.labels.get(NODE_LABEL) !== labels.get(NODE_LABEL)) this.#sameNode = false;
    const means = ({ protocol, name, port }: Endpoint['ports'][number]) => resolvePort(other, protocol, name) === port;
    if (other.ports !== this.#ports && !this.#ports.every(means)) this.#ports = this.#ports.filter(means);
  }

  finish(): Endpoint {
    if (!this.#addresses || !this.#pods) return this.endpoint;
    const { labels } = this.endpoint;
    return {
      ...this.endpoint,
      labels: this.#sameNode ? labels : new Map([...labels, [NODE_LABEL, null]]),
      ports: this.#ports,
      addresses: this.#addresses.trim(),
      pods: this.#pods.toSorted(compareText),
    };
  }
}

function mergeEndpoints(group: readonly Endpoint[]): Endpoint[] {
  const [first, ...rest] = group;
  if (!first) return [];
  const merger = new Merger(first);
  for (const endpoint of rest) merger.add(endpoint);
  return [merger.finish()];
}

function numberVariants(variants: readonly Endpoint[]): Endpoint[] {
  if (variants.length === 1) return [...variants];
  return variants.map((e, i) => ({ ...e, id: `${e.workload}#${i + 1}` }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) pushTo(groups, keyOf(item), item);
  return [...groups.values()];
}
