/**
 * Everything the ways mention by which two nodes could be told apart: selectors of subjects, peers of rules, targets
 * of openings, names of ports. Collected once, in one pass; variants, classes and outside ranges are cut by it.
 */

import type { AddressSet } from '../algebra/address-set.ts';
import type { Target } from '../policy/front-end.ts';
import type { Peer, PortSpec, Rule } from '../policy/rule.ts';
import type { Predicate, Selector } from '../policy/selector.ts';
import type { PolicyStack, Tier } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';

/** A peer that is no selector, though it may have one within. */
export type OtherPeer = Exclude<Peer, { readonly kind: 'endpoints' }>;

export interface Vocabulary {
  /** The policies themselves, each stack once. */
  readonly stacks: readonly PolicyStack[];
  /** Every selector by which rules and openings surely mean someone, once. */
  readonly selectors: ReadonlySet<Selector>;
  /** Whom rules and openings mean otherwise. */
  readonly others: readonly OtherPeer[];
  /**
   * What front ends lead to, which questions are followed through: they tell the pods of a workload apart, and no cell
   * from another. They are made while they are asked for, for a large cluster has more of them than policies.
   */
  readonly targets: Iterable<Target>;
  /** The address sets of all peers and targets. */
  readonly addressSets: readonly AddressSet[];
  /** What the openings of ways lead to. */
  readonly openings: readonly Peer[];
  /** The keys of endpoint labels that selectors mention. */
  readonly labelKeys: ReadonlySet<string>;
  /** `PROTOCOL/name` of every port that is asked for by name. */
  readonly portNames: ReadonlySet<string>;
}

export function vocabularyOf(ways: readonly Way[], targets: Iterable<Target>): Vocabulary {
  const collector = new Collector();
  const stacks = [...new Set(ways.map((way) => way.stack))];
  for (const { layers } of stacks) for (const { tiers } of layers) for (const tier of tiers) collector.addTier(tier);
  const openings = ways.flatMap((way) => (way.via === 'entry' ? way.openings : []));
  for (const { to, ports } of openings) collector.add(to, ports);
  const { selectors, others, portNames, labelKeys } = collector;
  const addressSets = others.flatMap((peer) => (peer.kind === 'addresses' ? [peer.set] : []));
  for (const { endpoint } of selectors) collector.addKeys(endpoint);
  for (const peer of others) collector.addKeysOf(peer);
  for (const { to, ports } of targets) {
    collector.addPorts(ports);
    collector.addKeysOf(to);
    if (to.kind === 'addresses') addressSets.push(to.set);
  }
  return {
    stacks,
    selectors,
    others,
    targets,
    addressSets,
    openings: openings.map(({ to }) => to),
    labelKeys,
    portNames,
  };
}

class Collector {
  readonly selectors = new Set<Selector>();
  readonly others: OtherPeer[] = [];
  readonly portNames = new Set<string>();
  readonly labelKeys = new Set<string>();
  /** Predicates are shared by many selectors, and looked at once. */
  readonly #seen = new Set<Predicate>();

  addTier({ groups, ends }: Tier): void {
    for (const group of groups) {
      for (const { rules } of group) {
        for (let i = 0; i < rules.length; i++) this.#addRule(rules[i] as Rule);
      }
    }
    for (const { subject } of ends) this.selectors.add(subject);
  }

  #addRule({ subject, peers, ports }: Rule): void {
    this.selectors.add(subject);
    for (let i = 0; i < peers.length; i++) this.#addPeer(peers[i] as Peer);
    this.addPorts(ports);
  }

  add(peer: Peer, ports: PortSpec): void {
    this.#addPeer(peer);
    this.addPorts(ports);
  }

  #addPeer(peer: Peer): void {
    if (peer.kind === 'endpoints') {
      this.selectors.add(peer.selector);
      return;
    }
    if (peer.kind !== 'any') this.others.push(peer);
  }

  addPorts({ names }: PortSpec): void {
    if (names.length === 0) return;
    for (const { protocol, name } of names) this.portNames.add(`${protocol}/${name}`);
  }

  addKeysOf(peer: Peer): void {
    const selector = selectorOf(peer);
    if (selector) this.addKeys(selector.endpoint);
  }

  addKeys(predicate: Predicate): void {
    if (predicate.kind === 'in' || predicate.kind === 'exists') {
      this.labelKeys.add(predicate.key);
      return;
    }
    if (this.#seen.has(predicate)) return;
    this.#seen.add(predicate);
    if (predicate.kind === 'not') this.addKeys(predicate.of);
    else for (const part of predicate.of) this.addKeys(part);
  }
}

/** The selector a peer is told by, surely or possibly. */
function selectorOf(peer: Peer): Selector | undefined {
  if (peer.kind === 'endpoints') return peer.selector;
  return peer.kind === 'unknown' && typeof peer.within === 'object' ? peer.within : undefined;
}

/** Every selector, whoever it is about. */
export function* selectorsOf({ selectors, others, targets }: Vocabulary): Generator<Selector> {
  yield* selectors;
  for (const peer of [...others, ...Array.from(targets, ({ to }) => to)]) {
    const selector = selectorOf(peer);
    if (selector) yield selector;
  }
}

export function* rulesOf(tier: Tier): Generator<Rule> {
  for (const group of tier.groups) for (const policy of group) yield* policy.rules;
}

export function* stackRules(stack: PolicyStack): Generator<Rule> {
  for (const { tiers } of stack.layers) for (const tier of tiers) yield* rulesOf(tier);
}
