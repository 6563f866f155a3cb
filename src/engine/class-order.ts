/**
 * An order of destination classes in which those lie side by side that general rules treat alike, such as rules that
 * admit everyone to some ports: rows of such classes are short runs. Nothing depends on it but how short they are.
 */

import type { PortSpec, Rule } from '../policy/rule.ts';
import type { TierEnd } from '../policy/stack.ts';
import { type Bits, emptyBits, readBits } from './bits.ts';
import type { Membership } from './node-set.ts';
import { PairMemo } from './pair-memo.ts';
import type { PortSets } from './port-sets.ts';
import type { Shared } from './shared.ts';
import type { Side } from './side.ts';
import type { TierSide } from './tier-side.ts';
import type { WaySides } from './way-sides.ts';

/** Equal for nodes that are treated alike, most probably. */
export function generalKeys(ways: readonly WaySides[], shared: Shared): Int32Array {
  const { nodes, ports } = shared;
  const keys = new GeneralKeys(nodes.length);
  const tiersOf = (sides: Iterable<Side>) => [...new Set(sides)].flatMap(({ tiers }) => tiers);
  for (const tier of tiersOf(ways.map(({ ingress }) => ingress))) {
    if (tier.isOrdered) keys.tellApart(tier.ownBlocks(shared).subjects.of);
    for (let position = 0; position < tier.rules.length; position++) {
      if (!isGeneral(tier, position, nodes.length)) continue;
      const { action, ports: spec } = tier.rules[position] as Rule;
      keys.mark(tier.subjectOf[position] as Membership, `${action} ${portsText(spec, ports)}`);
    }
    for (let at = 0; at < tier.ends.length; at++) {
      keys.mark(tier.endsOf[at] as Membership, (tier.ends[at] as TierEnd).action);
    }
  }
  for (const tier of tiersOf(ways.map(({ egress }) => egress))) {
    if (tier.isOrdered) keys.tellApart(tier.ownBlocks(shared).peers.of);
  }
  keys.tellMarkedApart();
  return keys.of;
}

/** Whether a rule means most nodes. */
function isGeneral({ peerOf, peerStarts }: TierSide, position: number, universe: number): boolean {
  for (let at = peerStarts[position] as number; at < (peerStarts[position + 1] as number); at++) {
    const { sure, maybe } = peerOf[at] as Membership;
    if ((sure.size + (maybe?.size ?? 0)) * 2 > universe) return true;
  }
  return false;
}

function portsText({ numbers, names }: PortSpec, ports: PortSets): string {
  return `${ports.of(numbers)} ${names.map(({ protocol, name }) => `${protocol}/${name}`).join(' ')}`;
}

/** Marks beyond these tell nobody apart: rows are longer then, and no less right. */
const MOST_MARKS = 256;

class GeneralKeys {
  readonly of: Int32Array;
  readonly #members: Int32Array;
  readonly #next = new PairMemo();
  readonly #marked = new Map<string, { readonly sure: Bits; readonly maybe: Bits }>();
  #count = 1;

  constructor(nodes: number) {
    this.of = new Int32Array(nodes);
    this.#members = new Int32Array(nodes);
  }

  mark({ sure, maybe }: Membership, text: string): void {
    let bits = this.#marked.get(text);
    if (!bits) {
      if (this.#marked.size >= MOST_MARKS) return;
      bits = { sure: emptyBits(this.of.length), maybe: emptyBits(this.of.length) };
      this.#marked.set(text, bits);
    }
    sure.addTo(bits.sure);
    maybe?.addTo(bits.maybe);
  }

  /** After all marks. */
  tellMarkedApart(): void {
    let mark = 0;
    for (const { sure, maybe } of this.#marked.values()) {
      for (const bits of [sure, maybe]) {
        const count = readBits(bits, this.#members);
        for (let i = 0; i < count; i++) this.#change(this.#members[i] as number, mark * 2);
        mark++;
      }
    }
  }

  tellApart(blocks: Int32Array): void {
    for (let node = 0; node < blocks.length; node++) this.#change(node, (blocks[node] as number) * 2 + 1);
  }

  #change(node: number, mark: number): void {
    const key = this.of[node] as number;
    const known = this.#next.get(key, mark);
    const next = known < 0 ? this.#count++ : known;
    if (known < 0) this.#next.add(key, mark, next);
    this.of[node] = next;
  }
}
