/**
 * How the destination classes of two sides hang together: a joint class links all classes that it is of, and classes
 * that are linked, directly or by others, are a group. Where a row has one and the same cell for every class of a
 * group, nothing in the group differs, and none of its joint classes need be looked at. Most groups are a class of
 * either side.
 */

import { type BySide, SIDES, type SideName } from '../../ingest/index.ts';
import { Links } from './links.ts';
import type { JointClass } from './units.ts';

/** In the place of a partner: no joint class that counts is of the class; or its group is larger. */
export const UNASKED = -1;
export const SEVERAL = -2;
/** In the place of a size: a joint class of the group is on one side only, and has nothing on the other. */
const NEVER = -1;

type Lists = readonly (readonly number[])[];

export class ClassGroups {
  /** By class: the positions of the joint classes that are of it. */
  readonly joint: BySide<Lists>;
  /** By class: the one class of the other side with which it is a group. */
  readonly partners: BySide<Int32Array>;
  /** By class: its group. */
  readonly groupOf: BySide<Int32Array>;
  /** By class: the last one up to which partners follow each other as the classes do. */
  readonly straights: BySide<Int32Array>;
  /** By group: how many classes it has. */
  readonly sizes: Int32Array;

  /** `asked` are the positions of those of the `classes` that count; `counts` are the classes of each side. */
  constructor(classes: readonly JointClass[], asked: readonly number[], counts: BySide<number>) {
    const firsts = { before: 0, after: counts.before };
    const links = new Links(counts.before + counts.after);
    const joint = { before: emptyLists(counts.before), after: emptyLists(counts.after) };
    const oneSided: number[] = [];
    for (const at of asked) {
      const { before, after } = (classes[at] as JointClass).classes;
      const ids = [...before, ...after.map((id) => id + firsts.after)];
      for (const id of ids) links.link(ids[0] as number, id);
      for (const id of before) joint.before[id]?.push(at);
      for (const id of after) joint.after[id]?.push(at);
      if (before.length === 0 || after.length === 0) oneSided.push(ids[0] as number);
    }
    const groups = (side: SideName) => Int32Array.from(joint[side].keys(), (id) => links.rootOf(id + firsts[side]));
    this.joint = joint;
    this.groupOf = { before: groups('before'), after: groups('after') };
    this.sizes = new Int32Array(counts.before + counts.after);
    for (const side of SIDES)
      for (const group of this.groupOf[side]) this.sizes[group] = (this.sizes[group] as number) + 1;
    for (const id of oneSided) this.sizes[links.rootOf(id)] = NEVER;
    const partners = (side: SideName, other: SideName) =>
      Int32Array.from(joint[side], ([at], id) => {
        const isPair = this.sizes[this.groupOf[side][id] as number] === 2;
        return at === undefined ? UNASKED : isPair ? (classes[at]?.classes[other][0] ?? SEVERAL) : SEVERAL;
      });
    this.partners = { before: partners('before', 'after'), after: partners('after', 'before') };
    this.straights = { before: straightsOf(this.partners.before), after: straightsOf(this.partners.after) };
  }
}

function straightsOf(partners: Int32Array): Int32Array {
  const ends = new Int32Array(partners.length);
  for (let id = partners.length - 1; id >= 0; id--) {
    const partner = partners[id] as number;
    const goesOn = partner >= 0 && id + 1 < partners.length && partners[id + 1] === partner + 1;
    ends[id] = goesOn ? (ends[id + 1] as number) : id;
  }
  return ends;
}

function emptyLists(count: number): number[][] {
  return Array.from({ length: count }, () => []);
}
