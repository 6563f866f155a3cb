/**
 * A difference between what Docker lets through and what the manifests do, and what explains it: every part of it has to
 * be claimed by a listed loss.
 */

import { type ConnectionSet, equal, isEmpty, NONE, subtract, union } from '../../algebra/connection-set.ts';
import type { Cell } from '../../engine/cell.ts';
import type { Direction } from '../../policy/rule.ts';
import type { Loss, ReachClaim } from '../losses/loss.ts';

export interface Difference {
  readonly from: string;
  readonly to: string;
  /** `published`: about what leads from outside to published ports. */
  readonly via?: 'published';
  /** The policies of this end alone open more than they need to; the other end's keep it shut. */
  readonly side?: Direction;
  readonly docker: Cell;
  readonly kubernetes: Cell;
  /** Those that explain it; none where nothing does. */
  readonly losses: readonly Loss[];
}

export interface NameDifference {
  readonly from: string;
  readonly name: string;
  readonly docker: readonly string[];
  readonly kubernetes: readonly string[];
  /** Ports at which the name leads elsewhere than in Docker. */
  readonly ports?: ConnectionSet;
  readonly losses: readonly Loss[];
}

/** What a difference comes to. */
export interface Gap {
  /** What the manifests surely open, and Docker does not. */
  readonly wider: ConnectionSet;
  /** What they open perhaps, and Docker surely does not. */
  readonly perhaps: ConnectionSet;
  /** What Docker opens, for sure or perhaps, and the manifests do not. */
  readonly narrower: ConnectionSet;
}

export const NO_GAP: Gap = { wider: NONE, perhaps: NONE, narrower: NONE };

export function gapOf(docker: Cell, kubernetes: Cell): Gap {
  if (isSame(docker, kubernetes)) return NO_GAP;
  const [dockerMay, kubernetesMay] = [may(docker), may(kubernetes)];
  const wider = subtract(kubernetes.allow, docker.allow);
  return {
    wider,
    perhaps: subtract(subtract(kubernetesMay, dockerMay), wider),
    narrower: union(subtract(docker.allow, kubernetes.allow), subtract(dockerMay, kubernetesMay)),
  };
}

export function isClosed({ wider, perhaps, narrower }: Gap): boolean {
  return isEmpty(wider) && isEmpty(perhaps) && isEmpty(narrower);
}

function isSame(a: Cell, b: Cell): boolean {
  return equal(a.allow, b.allow) && equal(a.unknown, b.unknown);
}

function may({ allow, unknown }: Cell): ConnectionSet {
  return isEmpty(unknown) ? allow : union(allow, unknown);
}

interface Listed {
  readonly loss: Loss;
  readonly claim: ReachClaim;
}

/** Finds what explains a difference. Claims are found by their ends. */
export class Explanations {
  readonly #byEnds = new Map<string, Listed[]>();
  readonly #names = new Map<string, Loss[]>();

  constructor(losses: readonly Loss[]) {
    for (const loss of losses) {
      for (const claim of loss.claims ?? []) {
        if (claim.kind === 'name') {
          const key = JSON.stringify([claim.from, claim.name]);
          this.#names.set(key, [...(this.#names.get(key) ?? []), loss]);
        } else {
          const key = JSON.stringify([claim.from, claim.to]);
          const listed = this.#byEnds.get(key) ?? [];
          listed.push({ loss, claim });
          this.#byEnds.set(key, listed);
        }
      }
    }
  }

  /** The losses that together claim all of a gap; none where something of it is left. */
  of(from: string, to: string, gap: Gap): Loss[] {
    const used = new Set<Loss>();
    let left = gap;
    for (const { loss, claim } of this.#between(from, to)) {
      const next = {
        wider: subtract(left.wider, claim.wider ?? NONE),
        perhaps: subtract(left.perhaps, union(claim.wider ?? NONE, claim.perhaps ?? NONE)),
        narrower: subtract(left.narrower, claim.narrower ?? NONE),
      };
      const isUsed = (['wider', 'perhaps', 'narrower'] as const).some((part) => !equal(next[part], left[part]));
      if (isUsed) used.add(loss);
      left = next;
      if (isClosed(left)) return [...used];
    }
    return [];
  }

  #between(from: string, to: string): Listed[] {
    const ends = [
      [from, to],
      [from, undefined],
      [undefined, to],
      [undefined, undefined],
    ];
    return ends.flatMap((pair) => this.#byEnds.get(JSON.stringify(pair)) ?? []);
  }

  ofName(from: string, name: string): readonly Loss[] {
    return this.#names.get(JSON.stringify([from, name])) ?? this.#names.get(JSON.stringify([undefined, name])) ?? [];
  }
}
