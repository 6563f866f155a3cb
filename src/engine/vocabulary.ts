/**
 * Everything the ways mention by which two nodes could be told apart: selectors of subjects, peers of rules, targets
 * of openings, names of ports. Collected once; variants, classes and outside ranges are cut by it.
 */

import type { AddressSet } from '../algebra/address-set.ts';
import type { Target } from '../policy/front-end.ts';
import type { Direction, Peer, PortSpec, Rule } from '../policy/rule.ts';
import type { Predicate, Selector } from '../policy/selector.ts';
import type { PolicyStack, Tier } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';

export interface Vocabulary {
  /** The policies themselves, each stack once. */
  readonly stacks: readonly PolicyStack[];
  /** Whom rules and ends are about, by direction. */
  readonly subjects: Readonly<Record<Direction, readonly Selector[]>>;
  /** Who is at the other end, by direction of the rule. */
  readonly peers: Readonly<Record<Direction, readonly Peer[]>>;
  /** What the openings of ways lead to. */
  readonly openings: readonly Peer[];
  /** What else questions are followed to: it tells the pods of a workload apart, and no cell from another. */
  readonly targets: readonly Peer[];
  /** `PROTOCOL/name` of every port that is asked for by name. */
  readonly portNames: ReadonlySet<string>;
}

/** `targets`: what front ends lead to, which questions are followed through. */
export function vocabularyOf(ways: readonly Way[], targets: readonly Target[]): Vocabulary {
  const subjects: Record<Direction, Selector[]> = { ingress: [], egress: [] };
  const peers: Record<Direction, Peer[]> = { ingress: [], egress: [] };
  const portNames = new Set<string>();
  const mention = (spec: PortSpec): void => {
    for (const { protocol, name } of spec.names) portNames.add(`${protocol}/${name}`);
  };
  const stacks = [...new Set(ways.map((way) => way.stack))];
  for (const tier of stacks.flatMap((stack) => stack.layers.flatMap((layer) => layer.tiers))) {
    for (const rule of rulesOf(tier)) {
      subjects[rule.direction].push(rule.subject);
      peers[rule.direction].push(...rule.peers);
      mention(rule.ports);
    }
    for (const end of tier.ends) subjects[end.direction].push(end.subject);
  }
  const openings = ways.flatMap((way) => (way.via === 'entry' ? way.openings : []));
  for (const { ports } of [...openings, ...targets]) mention(ports);
  return { stacks, subjects, peers, openings: openings.map((o) => o.to), targets: targets.map((t) => t.to), portNames };
}

export function* rulesOf(tier: Tier): Generator<Rule> {
  for (const group of tier.groups) for (const policy of group) yield* policy.rules;
}

export function* stackRules(stack: PolicyStack): Generator<Rule> {
  for (const { tiers } of stack.layers) for (const tier of tiers) yield* rulesOf(tier);
}

/** Every selector, whoever it is about. */
export function* selectorsOf({ subjects, peers, openings, targets }: Vocabulary): Generator<Selector> {
  yield* subjects.ingress;
  yield* subjects.egress;
  for (const peer of [...peers.ingress, ...peers.egress, ...openings, ...targets]) {
    if (peer.kind === 'endpoints') yield peer.selector;
    if (peer.kind === 'unknown' && typeof peer.within === 'object') yield peer.within;
  }
}

/** The address sets of peers and targets. */
export function addressSetsOf({ peers, openings, targets }: Vocabulary): AddressSet[] {
  return [...peers.ingress, ...peers.egress, ...openings, ...targets].flatMap((p) =>
    p.kind === 'addresses' ? [p.set] : [],
  );
}

/** The keys of endpoint labels that are mentioned. */
export function labelKeysOf(vocabulary: Vocabulary): Set<string> {
  const keys = new Set<string>();
  const visit = (p: Predicate): void => {
    if (p.kind === 'and') p.of.forEach(visit);
    else if (p.kind === 'not') visit(p.of);
    else keys.add(p.key);
  };
  for (const selector of new Set(selectorsOf(vocabulary))) visit(selector.endpoint);
  return keys;
}
