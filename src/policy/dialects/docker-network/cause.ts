/**
 * Causes: what opens or closes a way, as an entry of a file says it. A cause is a policy of its own, called by the
 * attribute it is, with a sentence that says what the entry means; so that every verdict names a file and a line.
 */

import type { Origin } from '../../../ingest/document.ts';
import { type Action, ANY_PORT, type Direction, type Peer, type Policy, type PortSpec, type Rule } from '../../rule.ts';
import type { Selector } from '../../selector.ts';
import type { Tier, TierEnd } from '../../stack.ts';

export interface Cause extends Policy {
  /** What the entry means, as a sentence without its full stop. */
  readonly text: string;
}

/** What the entry is, and what it means. */
export interface Entry {
  /** The attribute: `networks`, `ports`, `network_mode`, `internal`, `driver`, `driver_opts`, `service`. */
  readonly kind: string;
  /** What it is about: a network, a service, a port. */
  readonly name: string;
  readonly origin: Origin;
  readonly text: string;
}

/** Whom a cause is about, seen from one end of a connection. */
export interface Scope {
  readonly subject: Selector;
  readonly direction: Direction;
  readonly peers: readonly Peer[];
  /** Absent: every one. */
  readonly ports?: PortSpec;
}

/** What one way makes of one end: what is let through, what is shut for a reason, and why all else is shut. */
export interface Judged {
  readonly allows: readonly Cause[];
  readonly denies: readonly Cause[];
  readonly ends: readonly TierEnd[];
}

export const NOTHING: Judged = { allows: [], denies: [], ends: [] };

export function allows(entry: Entry, ...scopes: readonly Scope[]): Cause {
  return cause(entry, 'allow', scopes);
}

export function denies(entry: Entry, ...scopes: readonly Scope[]): Cause {
  return cause(entry, 'deny', scopes);
}

/** Why everything else is shut for a subject. */
export function shut(entry: Entry, subject: Selector, direction: Direction): TierEnd {
  return { subject, direction, action: 'deny', policy: cause(entry, 'deny', []) };
}

function cause(entry: Entry, action: Action, scopes: readonly Scope[]): Cause {
  const { kind, name, origin, text } = entry;
  const rules = scopes.map(({ subject, direction, peers, ports }, index): Rule => {
    return { subject, direction, peers, ports: ports ?? ANY_PORT, action, index, origin };
  });
  return { kind, name, origin, text, rules };
}

/** What opens comes before what closes, so that one network cannot shut what another opens. */
export function tierOf(name: string, judged: readonly Judged[]): Tier {
  const opening = judged.flatMap((each) => each.allows);
  const closing = judged.flatMap((each) => each.denies);
  return {
    name,
    groups: [opening, closing].filter(({ length }) => length > 0),
    ends: judged.flatMap((each) => each.ends),
  };
}
