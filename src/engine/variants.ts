/**
 * Merges pods of one workload that the policies cannot tell apart into one endpoint, and numbers the variants where
 * they can. What tells pods apart: a selector that the ways mention, a port name, an address block.
 */

import { type Endpoint, resolvePort } from '../policy/endpoint.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import { byKeys, compareText, pushTo } from '../util/ordering.ts';
import { AddressCuts } from './address-cuts.ts';
import { Memberships } from './membership.ts';
import type { Node } from './node.ts';
import { Partition } from './partition.ts';
import { portSignature } from './port-names.ts';
import { addressSetsOf, labelKeysOf, type Vocabulary } from './vocabulary.ts';

/** The endpoints to analyse, sorted by id. Input endpoints are single pods, or templates of pods. */
export function mergeVariants(pods: readonly Endpoint[], vocabulary: Vocabulary): Endpoint[] {
  const workloads = groupBy(pods, (e) => e.workload);
  // Most workloads are one template, which nothing can tell apart from itself.
  const [single, several] = [workloads.filter((w) => w.length === 1), workloads.filter((w) => w.length > 1)];
  const merged = several.length > 0 ? several.map(unitsBy(vocabulary)) : [];
  const settled = merged.filter((units) => units.length === 1);
  const variants = distinguish(merged.filter((units) => units.length > 1).flat(), vocabulary);
  return [...single, ...settled, ...variants].flatMap(numberVariants).sort(byKeys((e) => e.id));
}

/** Pods of one workload merged where no selector can tell them apart: far cheaper than asking every selector. */
function unitsBy(vocabulary: Vocabulary): (pods: readonly Endpoint[]) => Endpoint[] {
  const keys = [...labelKeysOf(vocabulary)].filter((key) => key !== NODE_LABEL).sort(compareText);
  const names = vocabulary.portNames;
  const cuts = new AddressCuts(addressSetsOf(vocabulary));
  const keyOf = (e: Endpoint): string => {
    const labels = keys.map((key) => (e.labels.has(key) ? (e.labels.get(key) ?? null) : false));
    const ranges = new Set(e.addresses.map((address) => cuts.rangeOf(address)));
    return JSON.stringify([e.hostNetwork, labels, [...ranges].sort(), portSignature(e.ports, names)]);
  };
  return (pods) => groupBy(pods, keyOf).map(mergeEndpoints);
}

/** Partitions the units of several workloads exactly, by every selector, peer and port name of the vocabulary. */
function distinguish(units: readonly Endpoint[], vocabulary: Vocabulary): Endpoint[][] {
  if (units.length === 0) return [];
  const nodes = units.map((endpoint): Node => ({ kind: 'endpoint', endpoint }));
  const memberships = new Memberships(nodes);
  memberships.admit(vocabulary.stacks);
  const partition = new Partition(units.length);
  const { subjects, peers, openings, targets, portNames } = vocabulary;
  partition.splitByAll([...subjects.ingress, ...subjects.egress].map((s) => memberships.ofSelector(s)));
  partition.splitByAll([...peers.ingress, ...peers.egress, ...openings, ...targets].map((p) => memberships.ofPeer(p)));
  partition.splitByKey((i) => `${units[i]?.hostNetwork} ${portSignature(units[i]?.ports ?? [], portNames)}`);
  const blocks = groupBy([...units.keys()], (i) => `${units[i]?.workload} ${partition.blockOf[i]}`);
  const merged = blocks.map((group) => mergeEndpoints(group.flatMap((i) => units[i] ?? [])));
  return groupBy(merged, (e) => e.workload);
}

/**
 * One endpoint for several that are treated alike. A label whose values differ among them is shown by the first; a port
 * name that does not mean the same at all of them is left out.
 */
function mergeEndpoints(group: readonly Endpoint[]): Endpoint {
  const [first, ...rest] = group;
  if (!first) throw new Error('a group has at least one endpoint');
  if (rest.length === 0) return first;
  const node = group.every((e) => e.labels.get(NODE_LABEL) === first.labels.get(NODE_LABEL));
  const labels = node ? first.labels : new Map([...first.labels, [NODE_LABEL, null]]);
  return {
    ...first,
    labels,
    ports: first.ports.filter((port) => group.every((e) => resolvePort(e, port.protocol, port.name) === port.port)),
    addresses: group.flatMap((e) => e.addresses),
    pods: group.flatMap((e) => e.pods).sort(compareText),
  };
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
