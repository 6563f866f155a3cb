/**
 * An order of destination classes in which those lie side by side that general rules treat alike, such as rules that
 * admit everyone to some ports: rows of such classes are short runs. Nothing depends on it but how short they are.
 */

import { entryOf } from '../util/ordering.ts';
import { type Bits, emptyBits, hasBit } from './bits.ts';
import type { Node } from './node.ts';
import type { Membership, NodeSet } from './node-set.ts';
import { PairMemo } from './pair-memo.ts';
import type { PortSets } from './port-sets.ts';
import type { TierRule } from './tier-side.ts';
import type { WaySides } from './way-sides.ts';

interface Basis {
  readonly nodes: readonly Node[];
  readonly ports: PortSets;
}

/** Equal for nodes that are treated alike, most probably. */
export function generalKeys(ways: readonly WaySides[], { nodes, ports }: Basis): Int32Array {
  const keys = new GeneralKeys(nodes.length);
  const tiersOf = (sides: Iterable<WaySides['ingress']>) => [...new Set(sides)].flatMap(({ layers }) => layers.flat());
  for (const tier of tiersOf(ways.map(({ ingress }) => ingress))) {
    if (tier.isOrdered) keys.tellApart(tier.subjects.of);
    for (const rule of tier.rules) {
      if (isGeneral(rule, nodes.length)) keys.mark(rule.subject, `${rule.rule.action} ${portsText(rule, ports)}`);
    }
    for (const { end, subject } of tier.ends) keys.mark(subject, end.action);
  }
  for (const tier of tiersOf(ways.map(({ egress }) => egress))) if (tier.isOrdered) keys.tellApart(tier.peers.of);
  keys.tellMarkedApart();
  return keys.of;
}

/** Whether a rule means most nodes. */
function isGeneral({ peers }: TierRule, universe: number): boolean {
  return peers.some(({ sure, maybe }) => (sure.size + (maybe?.size ?? 0)) * 2 > universe);
}

function portsText({ rule: { ports: spec } }: TierRule, ports: PortSets): string {
  return `${ports.of(spec.numbers)} ${spec.names.map(({ protocol, name }) => `${protocol}/${name}`).join(' ')}`;
}

/** Marks beyond these tell nobody apart: rows are longer then, and no less right. */
const MOST_MARKS = 512;

class GeneralKeys {
  readonly of: Int32Array;
  readonly #next = new PairMemo();
  readonly #marked = new Map<string, Bits>();
  #count = 1;

  constructor(nodes: number) {
    this.of = new Int32Array(nodes);
  }

  mark({ sure, maybe }: Membership, text: string): void {
    this.#markAll(sure, `${text} sure`);
    if (maybe) this.#markAll(maybe, text);
  }

  #markAll(set: NodeSet, text: string): void {
    if (this.#marked.size >= MOST_MARKS && !this.#marked.has(text)) return;
    set.addTo(entryOf(this.#marked, text, () => emptyBits(this.of.length)));
  }

  /** After all marks. */
  tellMarkedApart(): void {
    let mark = 0;
    for (const bits of this.#marked.values()) {
      for (let node = 0; node < this.of.length; node++) if (hasBit(bits, node)) this.#change(node, mark * 2);
      mark++;
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
