/**
 * A loss: something of a project that the manifests do not carry over, with the entry that says it. Where it changes
 * who reaches whom, it claims so: the proof takes a difference for explained only as far as a loss claims it.
 */

import type { ConnectionSet } from '../../algebra/connection-set.ts';
import type { Origin } from '../../ingest/document.ts';
import type { Severity } from '../../ingest/finding.ts';
import type { LossCode } from './catalogue.ts';

export interface Loss {
  readonly code: LossCode;
  /** Absent: it is about the project. */
  readonly service?: string;
  /** The attribute by its name in the Compose specification. */
  readonly attribute: string;
  /** One sentence or two; never the value of a variable or a secret. */
  readonly reason: string;
  readonly severity: Severity;
  readonly origin: Origin;
  readonly claims?: readonly Claim[];
}

/** What differs because of a loss. Ends are ids of services or peers; absent ones mean all. */
export type Claim = ReachClaim | NameClaim;

export interface ReachClaim {
  readonly kind: 'reach';
  readonly from?: string;
  readonly to?: string;
  /** What the manifests open, or may open, and Docker does not. */
  readonly wider?: ConnectionSet;
  /** What they may open only, where an address that is not shown decides. */
  readonly perhaps?: ConnectionSet;
  /** What Docker opens and the manifests do not. */
  readonly narrower?: ConnectionSet;
}

export interface NameClaim {
  readonly kind: 'name';
  readonly from?: string;
  readonly name: string;
}

/** Collects losses; the same thing about the same entry is said once. */
export class Losses {
  readonly #all = new Map<string, Loss>();

  add(loss: Loss): void {
    const { code, service, attribute, reason, origin } = loss;
    const key = JSON.stringify([code, service, attribute, reason, origin.pointer]);
    const known = this.#all.get(key);
    const claims = [...(known?.claims ?? []), ...(loss.claims ?? [])];
    this.#all.set(key, claims.length > 0 ? { ...loss, claims } : loss);
  }

  get all(): readonly Loss[] {
    return [...this.#all.values()];
  }
}
