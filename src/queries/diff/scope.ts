/** Which pairs of a diff a query is about. A name means a workload as a whole, wherever it is found. */

import type { Reach } from '../../engine/reach.ts';
import type { BySide } from '../../ingest/index.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import { isNamed, type Names } from '../focus.ts';
import type { MatrixQuery } from '../matrix.ts';
import type { ChangeEnd } from './change.ts';
import type { JointClass } from './units.ts';

/** Which pairs a source may be in: those into the focus, and those out of it. */
export interface Part {
  readonly into: boolean;
  readonly outOf: boolean;
}

export class Scope {
  readonly #external: boolean;
  readonly #self: boolean;
  /** Which pairs are asked for; where there is no focus, everything is one, and all pairs lead into it. */
  readonly #asked: Part;
  readonly #focus: ReadonlySet<string> | undefined;
  readonly #peers: ReadonlySet<string> | undefined;

  constructor(reaches: BySide<Reach>, { focus, focusPeer, direction, self, external }: MatrixQuery) {
    const isNarrow = focus.length > 0;
    this.#external = external;
    this.#self = self;
    this.#asked = { into: !isNarrow || direction !== 'egress', outOf: isNarrow && direction !== 'ingress' };
    this.#focus = isNarrow ? workloadsCalled(reaches, focus) : undefined;
    this.#peers = isNarrow && focusPeer.length > 0 ? workloadsCalled(reaches, focusPeer) : undefined;
  }

  /** The part of a class of sources. */
  partOf(source: JointClass): Part {
    const counts = this.#external || source.kind === 'named';
    return {
      into: counts && this.#asked.into && isAny(source, this.#peers),
      outOf: counts && this.#asked.outOf && isAny(source, this.#focus),
    };
  }

  /** Whether a class of destinations counts for sources of some part. */
  takes(destination: JointClass, { into, outOf }: Part): boolean {
    if (!this.#external && destination.kind === 'outside') return false;
    return (into && isAny(destination, this.#focus)) || (outOf && isAny(destination, this.#peers));
  }

  /** Of two ends that no file declares nothing is asked. */
  #isPair(from: ChangeEnd, to: ChangeEnd): boolean {
    const beyond = [beyondOf(from), beyondOf(to)];
    if (!this.#external && beyond.includes('external')) return false;
    return (this.#self || from.id !== to.id) && beyond.includes(undefined);
  }

  *pairs(from: readonly ChangeEnd[], to: readonly ChangeEnd[]): Generator<{ from: ChangeEnd; to: ChangeEnd }> {
    const focused = to.filter(({ id }) => isOne(id, this.#focus));
    const peers = this.#asked.outOf ? to.filter(({ id }) => isOne(id, this.#peers)) : [];
    const isPair = (a: ChangeEnd, b: ChangeEnd) => this.#isPair(a, b);
    for (const source of from) {
      const into = this.#asked.into && isOne(source.id, this.#peers);
      const outOf = this.#asked.outOf && isOne(source.id, this.#focus);
      if (into) for (const end of focused) if (isPair(source, end)) yield { from: source, to: end };
      if (!outOf) continue;
      for (const end of peers) {
        const isTold = into && isOne(end.id, this.#focus);
        if (!isTold && isPair(source, end)) yield { from: source, to: end };
      }
    }
  }
}

function beyondOf(end: ChangeEnd): Endpoint['beyond'] {
  return end.kind === 'outside' ? undefined : end.beyond;
}

/** Whether a name is among some; everything is where there are none to choose from. */
function isOne(id: string, names: ReadonlySet<string> | undefined): boolean {
  return names?.has(id) ?? true;
}

/** Outside addresses have no name. */
function isAny(joint: JointClass, names: ReadonlySet<string> | undefined): boolean {
  return names === undefined || (joint.kind === 'named' && joint.units.some(({ id }) => names.has(id)));
}

function workloadsCalled({ before, after }: BySide<Reach>, names: Names): Set<string> {
  return new Set(
    [...before.nodes, ...after.nodes].flatMap((node) =>
      node.kind === 'endpoint' && isNamed(node.endpoint, names) ? [node.endpoint.workload] : [],
    ),
  );
}
