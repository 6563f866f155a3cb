/**
 * Which destination classes a source may have anything to do with, so that a row is computed without visiting the
 * whole matrix: those its own rules single out, or, where its rules are open in general, those that are open in
 * general themselves or single it out.
 */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Classes } from './classes.ts';
import type { Verdict } from './decide.ts';
import type { Side } from './side.ts';

export interface CandidateContext {
  readonly sources: Classes;
  readonly destinations: Classes;
  readonly egress: Side;
  readonly ingress: Side;
}

export class Candidates {
  readonly #context: CandidateContext;
  readonly #byPeerBlock: readonly (readonly number[])[];
  /** Destination classes that are open to sources in general, and by block of sources those that single them out. */
  readonly #open: number[] = [];
  readonly #singledOut: number[][] = [];

  constructor(context: CandidateContext) {
    this.#context = context;
    const { destinations, ingress } = context;
    const byPeerBlock: number[][] = Array.from({ length: destinations.peers.count }, () => []);
    for (const [id, [node = -1]] of destinations.members.entries()) {
      byPeerBlock[destinations.peers.of[node] ?? 0]?.push(id);
      const { general, special } = ingress.outline(node);
      if (mayOpen(general)) this.#open.push(id);
      else for (const block of special) this.#list(block).push(id);
    }
    this.#byPeerBlock = byPeerBlock;
  }

  /** In ascending order. */
  of(source: number): number[] {
    const { sources, egress } = this.#context;
    const [node = -1] = sources.members[source] ?? [];
    const { general, special } = egress.outline(node);
    if (!mayOpen(general)) return ascending([...special].flatMap((block) => this.#byPeerBlock[block] ?? []));
    return ascending([...this.#open, ...(this.#singledOut[sources.peers.of[node] ?? 0] ?? [])]);
  }

  #list(block: number): number[] {
    const list = this.#singledOut[block] ?? [];
    this.#singledOut[block] = list;
    return list;
  }
}

/** Unknown in general is open in general. */
function mayOpen(general: Verdict | undefined): boolean {
  return general === undefined || !isEmpty(general.may);
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}
