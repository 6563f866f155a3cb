/**
 * Everything the ways mention by which two nodes could be told apart: keys of labels, address blocks, names of ports.
 * Collected once, in one pass; variants and outside ranges are cut by it.
 */

import type { AddressSet } from '../algebra/address-set.ts';
import type { Target } from '../policy/front-end.ts';
import type { Peer, PortSpec, Rule } from '../policy/rule.ts';
import type { Predicate, Selector } from '../policy/selector.ts';
import type { PolicyStack, Tier } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';

export interface Vocabulary {
  /** The policies themselves, each stack once. */
  readonly stacks: readonly PolicyStack[];
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

/** `targets` are those of front ends, and `mentioned` some that say all that any of them says; all, unless given. */
export function vocabularyOf(
  ways: readonly Way[],
  targets: Iterable<Target>,
  mentioned: Iterable<Target> = targets,
): Vocabulary {
  const collector = new Collector();
  const stacks = [...new Set(ways.map((way) => way.stack))];
  for (const { layers } of stacks) for (const { tiers } of layers) for (const tier of tiers) collector.addTier(tier);
  const openings = ways.flatMap((way) => (way.via === 'entry' ? way.openings : []));
  for (const { to, ports } of openings) collector.add(to, ports);
  for (const { to, ports } of mentioned) collector.add(to, ports);
  const { addressSets, labelKeys, portNames } = collector;
  return { stacks, targets, addressSets, openings: openings.map(({ to }) => to), labelKeys, portNames };
}

class Collector {
  readonly addressSets: AddressSet[] = [];
  readonly portNames = new Set<string>();
  readonly labelKeys = new Set<string>();
  /** Ports and predicates are shared by many rules, and looked at once. */
  readonly #seen = new Set<Predicate | PortSpec>();

  addTier({ groups, ends }: Tier): void {
    for (const group of groups) {
      for (const { rules } of group) {
        for (let i = 0; i < rules.length; i++) this.#addRule(rules[i] as Rule);
      }
    }
    for (let i = 0; i < ends.length; i++) this.#addKeys((ends[i] as Tier['ends'][number]).subject.endpoint);
  }

  #addRule({ subject, peers, ports }: Rule): void {
    this.#addKeys(subject.endpoint);
    for (let i = 0; i < peers.length; i++) this.#addPeer(peers[i] as Peer);
    this.#addPorts(ports);
  }

  add(peer: Peer, ports: PortSpec): void {
    this.#addPeer(peer);
    this.#addPorts(ports);
  }

  #addPeer(peer: Peer): void {
    if (peer.kind === 'addresses') this.addressSets.push(peer.set);
    else if (peer.kind !== 'any') {
      const selector = selectorOf(peer);
      if (selector) this.#addKeys(selector.endpoint);
    }
  }

  #addPorts(ports: PortSpec): void {
    if (ports.names.length === 0 || this.#seen.has(ports)) return;
    this.#seen.add(ports);
    for (const { protocol, name } of ports.names) this.portNames.add(`${protocol}/${name}`);
  }

  #addKeys(predicate: Predicate): void {
    if (predicate.kind === 'in' || predicate.kind === 'exists') {
      this.labelKeys.add(predicate.key);
      return;
    }
    if (this.#seen.has(predicate)) return;
    this.#seen.add(predicate);
    if (predicate.kind === 'not') this.#addKeys(predicate.of);
    else for (const part of predicate.of) this.#addKeys(part);
  }
}

/** The selector a peer is told by, surely or possibly. */
function selectorOf(peer: Peer): Selector | undefined {
  if (peer.kind === 'endpoints') return peer.selector;
  return peer.kind === 'unknown' && typeof peer.within === 'object' ? peer.within : undefined;
}

/** Every selector, whoever it is about. */
export function* selectorsOf({ stacks, openings, targets }: Vocabulary): Generator<Selector> {
  const found = new Set<Selector>();
  const peers: Peer[] = [...openings, ...Array.from(targets, ({ to }) => to)];
  for (const stack of stacks) {
    for (const rule of stackRules(stack)) {
      found.add(rule.subject);
      peers.push(...rule.peers);
    }
    for (const { tiers } of stack.layers) for (const { ends } of tiers) for (const end of ends) found.add(end.subject);
  }
  for (const selector of peers.map(selectorOf)) if (selector) found.add(selector);
  yield* found;
}

export function* rulesOf(tier: Tier): Generator<Rule> {
  for (const group of tier.groups) for (const policy of group) yield* policy.rules;
}

export function* stackRules(stack: PolicyStack): Generator<Rule> {
  for (const { tiers } of stack.layers) for (const tier of tiers) yield* rulesOf(tier);
}
