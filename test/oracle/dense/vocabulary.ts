/** Everything that ways and front ends mention by which two pods of a workload, or two addresses, could be told apart. */

import type { AddressSet } from '../../../src/algebra/address-set.ts';
import type { Target } from '../../../src/policy/front-end.ts';
import type { Peer, PortSpec, Rule } from '../../../src/policy/rule.ts';
import type { Predicate, Selector } from '../../../src/policy/selector.ts';
import type { Way } from '../../../src/policy/way.ts';

export interface Vocabulary {
  /** Whom rules and ends are about. */
  readonly subjects: readonly Selector[];
  /** Who is at the other end, and what openings and front ends lead to. */
  readonly peers: readonly Peer[];
  /** `PROTOCOL/name` of every port that is asked for by name. */
  readonly portNames: ReadonlySet<string>;
}

export function vocabularyOf(ways: readonly Way[], targets: readonly Target[]): Vocabulary {
  const tiers = ways.flatMap((way) => way.stack.layers.flatMap((layer) => layer.tiers));
  const rules: Rule[] = tiers.flatMap((tier) => tier.groups.flat().flatMap((policy) => policy.rules));
  const led = [...ways.flatMap((way) => (way.via === 'entry' ? way.openings : [])), ...targets];
  const specs: PortSpec[] = [...rules, ...led].map(({ ports }) => ports);
  return {
    subjects: [...rules, ...tiers.flatMap((tier) => tier.ends)].map(({ subject }) => subject),
    peers: [...rules.flatMap((rule) => rule.peers), ...led.map(({ to }) => to)],
    portNames: new Set(specs.flatMap(({ names }) => names.map(({ protocol, name }) => `${protocol}/${name}`))),
  };
}

export function addressSetsOf({ peers }: Vocabulary): AddressSet[] {
  return peers.flatMap((peer) => (peer.kind === 'addresses' ? [peer.set] : []));
}

/** The keys of endpoint labels that are mentioned. */
export function labelKeysOf({ subjects, peers }: Vocabulary): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (predicate: Predicate): void => {
    if (predicate.kind === 'and') predicate.of.forEach(visit);
    else if (predicate.kind === 'not') visit(predicate.of);
    else keys.add(predicate.key);
  };
  for (const selector of [...subjects, ...peers.flatMap(selectorOf)]) visit(selector.endpoint);
  return keys;
}

function selectorOf(peer: Peer): readonly Selector[] {
  if (peer.kind === 'endpoints') return [peer.selector];
  return peer.kind === 'unknown' && typeof peer.within === 'object' ? [peer.within] : [];
}
