/**
 * What may become of a packet: the set of its possible ends. More than one is possible where the manifests leave a match
 * open, or where the API leaves the order of two policies open; each such choice is free of every other.
 */
import type { Verdict } from './flow.ts';

export type Outcome = 'allow' | 'deny';
export type Outcomes = ReadonlySet<Outcome>;

export const ALLOW: Outcomes = new Set<Outcome>(['allow']);
export const DENY: Outcomes = new Set<Outcome>(['deny']);
export const EITHER: Outcomes = new Set<Outcome>(['allow', 'deny']);

/** One of several things happens. */
export function oneOf(possible: readonly Outcomes[]): Outcomes {
  return new Set(possible.flatMap((outcomes) => [...outcomes]));
}

/** Two sides choose on their own, and a packet passes when both let it. */
export function bothLetPass(a: Outcomes, b: Outcomes): Outcomes {
  const pairs = [...a].flatMap((one) => [...b].map((other) => [one, other]));
  return new Set(pairs.map((pair): Outcome => (pair.includes('deny') ? 'deny' : 'allow')));
}

export function verdictOf(outcomes: Outcomes): Verdict {
  if (outcomes.size > 1) {
    return 'unknown';
  }
  return outcomes.has('allow') ? 'allow' : 'deny';
}
