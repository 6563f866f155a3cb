/**
 * Merges pods of one workload that the policies cannot tell apart into one endpoint, and numbers the variants where
 * they can. What tells pods apart: a selector of the stack, a port name it mentions, an address block it names.
 */

import type { AddressSet } from '../algebra/address-set.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import type { Predicate } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { byKeys, compareText, pushTo } from '../util/ordering.ts';
import { mentionedPortNames, portSignature } from './classes.ts';
import { type Membership, Memberships } from './membership.ts';
import { makeNodes } from './node.ts';
import { Partition } from './partition.ts';
import { stackRules, stackSelectors } from './program.ts';

/** The endpoints to analyse, sorted by id. Input endpoints are single pods, or templates of pods. */
export function mergeVariants(pods: readonly Endpoint[], stacks: readonly PolicyStack[]): Endpoint[] {
  const units = groupBy(pods, unitKey(stacks)).map(mergeEndpoints);
  const partition = distinguish(units, stacks);
  const blocks = groupBy([...units.keys()], (i) => `${units[i]?.workload} ${partition.blockOf[i]}`);
  const merged = blocks.map((group) => mergeEndpoints(group.flatMap((i) => units[i] ?? [])));
  return groupBy(merged, (e) => e.workload)
    .flatMap(numberVariants)
    .sort(byKeys((e) => e.id));
}

/** A key that is equal for pods no selector can tell apart; far cheaper than asking every selector. */
function unitKey(stacks: readonly PolicyStack[]): (e: Endpoint) => string {
  const keys = [...mentionedLabels(stacks)].filter((key) => key !== NODE_LABEL).sort(compareText);
  const names = mentionedPortNames(stacks);
  const sets = addressSets(stacks);
  return (e) => {
    const labels = keys.map((key) => (e.labels.has(key) ? (e.labels.get(key) ?? null) : false));
    const addresses = sets.length > 0 ? e.addresses.map((a) => `${a.family} ${a.value}`) : [];
    const ports = portSignature({ kind: 'endpoint', endpoint: e }, names);
    return JSON.stringify([e.workload, e.hostNetwork, labels, addresses, ports]);
  };
}

function mentionedLabels(stacks: readonly PolicyStack[]): Set<string> {
  const keys = new Set<string>();
  const visit = (p: Predicate): void => {
    if (p.kind === 'and') p.of.forEach(visit);
    else if (p.kind === 'not') visit(p.of);
    else keys.add(p.key);
  };
  for (const stack of stacks) for (const s of stackSelectors(stack)) visit(s.endpoint);
  return keys;
}

/** The address blocks that may mean endpoints. */
function addressSets(stacks: readonly PolicyStack[]): AddressSet[] {
  return stacks.flatMap((stack) =>
    [...stackRules(stack)].flatMap((r) =>
      r.peers.flatMap((p) => (p.kind === 'addresses' && p.endpoints ? [p.set] : [])),
    ),
  );
}

/** Partitions units exactly, by every selector, peer and port name of the stacks. */
function distinguish(units: readonly Endpoint[], stacks: readonly PolicyStack[]): Partition {
  const nodes = makeNodes(units, []).slice(0, units.length);
  const memberships = new Memberships(nodes);
  const partition = new Partition(units.length);
  const split = ({ sure, maybe }: Membership): void => {
    partition.splitBySet(sure);
    if (maybe) partition.splitBySet(maybe);
  };
  for (const stack of stacks) {
    for (const s of stackSelectors(stack)) split(memberships.ofSelector(s));
    for (const rule of stackRules(stack)) for (const p of rule.peers) split(memberships.ofPeer(p));
  }
  const names = mentionedPortNames(stacks);
  partition.splitByKey((i) => `${units[i]?.hostNetwork} ${portSignature(nodes[i], names)}`);
  return partition;
}

/** One endpoint for several that are treated alike; a label whose values differ among them is shown by the first. */
function mergeEndpoints(group: readonly Endpoint[]): Endpoint {
  const [first, ...rest] = group;
  if (!first) throw new Error('a group has at least one endpoint');
  if (rest.length === 0) return first;
  const node = group.every((e) => e.labels.get(NODE_LABEL) === first.labels.get(NODE_LABEL));
  const labels = node ? first.labels : new Map([...first.labels, [NODE_LABEL, null]]);
  return {
    ...first,
    labels,
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
