/**
 * Merges pods of one workload that the policies cannot tell apart into one endpoint, and numbers the variants where
 * they can. What tells pods apart: a selector that the ways mention, a port name, an address block.
 */

import { type Endpoint, resolvePort } from '../policy/endpoint.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import { byKeys, compareText, pushTo } from '../util/ordering.ts';
import { portSignature, splitByAll } from './classes.ts';
import { type Membership, Memberships } from './membership.ts';
import { makeNodes } from './node.ts';
import { Partition } from './partition.ts';
import { addressSetsOf, labelKeysOf, type Vocabulary } from './vocabulary.ts';

/** The endpoints to analyse, sorted by id. Input endpoints are single pods, or templates of pods. */
export function mergeVariants(pods: readonly Endpoint[], vocabulary: Vocabulary): Endpoint[] {
  const units = groupBy(pods, unitKey(vocabulary)).map(mergeEndpoints);
  const partition = distinguish(units, vocabulary);
  const blocks = groupBy([...units.keys()], (i) => `${units[i]?.workload} ${partition.blockOf[i]}`);
  const merged = blocks.map((group) => mergeEndpoints(group.flatMap((i) => units[i] ?? [])));
  return groupBy(merged, (e) => e.workload)
    .flatMap(numberVariants)
    .sort(byKeys((e) => e.id));
}

/** A key that is equal for pods no selector can tell apart; far cheaper than asking every selector. */
function unitKey(vocabulary: Vocabulary): (e: Endpoint) => string {
  const keys = [...labelKeysOf(vocabulary)].filter((key) => key !== NODE_LABEL).sort(compareText);
  const names = vocabulary.portNames;
  const sets = addressSetsOf(vocabulary);
  return (e) => {
    const labels = keys.map((key) => (e.labels.has(key) ? (e.labels.get(key) ?? null) : false));
    const addresses = sets.length > 0 ? e.addresses.map((a) => `${a.family} ${a.value}`) : [];
    const ports = portSignature({ kind: 'endpoint', endpoint: e }, names);
    return JSON.stringify([e.workload, e.hostNetwork, labels, addresses, ports]);
  };
}

/** Partitions units exactly, by every selector, peer and port name of the vocabulary. */
function distinguish(units: readonly Endpoint[], vocabulary: Vocabulary): Partition {
  const nodes = makeNodes(units, []).slice(0, units.length);
  const memberships = new Memberships(nodes);
  const partition = new Partition(units.length);
  const { subjects, peers, openings, targets, portNames } = vocabulary;
  const sets = new Set<Membership>();
  for (const s of [...subjects.ingress, ...subjects.egress]) sets.add(memberships.ofSelector(s));
  for (const p of [...peers.ingress, ...peers.egress, ...openings, ...targets]) sets.add(memberships.ofPeer(p));
  splitByAll(partition, sets);
  partition.splitByKey((i) => `${units[i]?.hostNetwork} ${portSignature(nodes[i], portNames)}`);
  return partition;
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
