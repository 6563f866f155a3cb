/**
 * How the destination classes of two sides hang together: a joint class links all classes that it is of, and classes
 * that are linked, directly or by others, are a group. Where a row has one and the same cell for every class of a
 * group, nothing in the group differs, and none of its joint classes need be looked at.
 */

import { type BySide, SIDES } from '../../ingest/index.ts';
import type { JointClass } from './units.ts';

/** In the place of a group or a class where no joint class that counts is of the class. */
export const UNASKED = -1;
const NEVER = -1;
const SEVERAL = -2;

export class ClassGroups {
  /** By class: its group. */
  readonly groupOf: BySide<Int32Array>;
  /** By class: the positions of the joint classes that are of it. */
  readonly joint: BySide<readonly number[][]>;
  /** By class before: the one class after with which it is a group; -2 where it is in a larger one. */
  readonly partners: Int32Array;
  /** By group: how many classes it has; -1 where a joint class of it is on one side only, and nothing on the other. */
  readonly sizes: Int32Array;

  /** `destinations` are the positions of those of the `classes` that count; `counts` are those of each side. */
  constructor(classes: readonly JointClass[], destinations: Iterable<number>, counts: BySide<number>) {
    const offset: BySide<number> = { before: 0, after: counts.before };
    const parents = Int32Array.from({ length: counts.before + counts.after }, (_, i) => i);
    const lists = (count: number) => Array.from({ length: count }, (): number[] => []);
    const joint: BySide<number[][]> = { before: lists(counts.before), after: lists(counts.after) };
    const oneSided: number[] = [];
    for (const at of destinations) {
      const { classes: of } = classes[at] as JointClass;
      const ids = SIDES.flatMap((side) => of[side].map((id) => id + offset[side]));
      for (const id of ids) parents[rootOf(parents, id)] = rootOf(parents, ids[0] as number);
      for (const side of SIDES) for (const id of of[side]) joint[side][id]?.push(at);
      if (of.before.length === 0 || of.after.length === 0) oneSided.push(ids[0] as number);
    }
    const groups = (side: keyof typeof offset) =>
      Int32Array.from(joint[side], (list, id) => (list.length > 0 ? rootOf(parents, id + offset[side]) : UNASKED));
    this.groupOf = { before: groups('before'), after: groups('after') };
    this.joint = joint;
    this.sizes = new Int32Array(parents.length);
    for (const side of SIDES)
      for (const group of this.groupOf[side])
        if (group !== UNASKED) this.sizes[group] = (this.sizes[group] as number) + 1;
    for (const id of oneSided) this.sizes[rootOf(parents, id)] = NEVER;
    this.partners = this.groupOf.before.map((group, id) => {
      if (group === UNASKED) return UNASKED;
      const { after } = classes[joint.before[id]?.[0] as number]?.classes ?? { after: [] };
      return this.sizes[group] === 2 && after.length === 1 ? (after[0] as number) : SEVERAL;
    });
  }
}

/** The representative of what is linked to an element; the way there is made shorter. */
function rootOf(parents: Int32Array, element: number): number {
  let at = element;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at] as number] as number;
    at = parents[at] as number;
  }
  return at;
}
