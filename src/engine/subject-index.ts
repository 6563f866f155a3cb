/**
 * What of a list is about a node, found without asking every entry: most subjects are a handful of nodes, which are
 * listed node by node; the broad ones are asked.
 */

import { pushTo } from '../util/ordering.ts';
import { type Membership, membershipOf } from './node-set.ts';

/** A subject of more nodes is asked instead of listed, so that the index stays small. */
const FEW = 64;

export class SubjectIndex {
  readonly #listed = new Map<number, number[]>();
  readonly #broad: { readonly subject: Membership; readonly positions: readonly number[] }[] = [];

  /** `subjects` are those of the entries. */
  constructor(subjects: readonly Membership[]) {
    const positions = Map.groupBy(subjects.keys(), (position) => subjects[position] as Membership);
    const scratch = new Int32Array(FEW);
    for (const [subject, at] of positions) {
      const sets = subject.maybe ? [subject.sure, subject.maybe] : [subject.sure];
      if (sets.some((set) => set.size > FEW)) {
        this.#broad.push({ subject, positions: at });
        continue;
      }
      for (const set of sets) {
        const count = set.read(scratch);
        for (const node of scratch.subarray(0, count)) for (const position of at) pushTo(this.#listed, node, position);
      }
    }
  }

  /** The positions of the entries that are surely or possibly about a node, ascending. */
  about(node: number): number[] {
    const found = [...(this.#listed.get(node) ?? [])];
    for (const { subject, positions } of this.#broad) {
      if (membershipOf(subject, node) !== 'no') for (const position of positions) found.push(position);
    }
    return found.sort((a, b) => a - b);
  }
}
