/**
 * Why a pair changed: the objects that are not the same on both sides and have a say about it. Each is something a
 * person wrote and can look at; where nothing of the kind is found, the list is empty.
 */

import { isEmpty, subtract, union } from '../../algebra/connection-set.ts';
import type { Cell } from '../../engine/reach.ts';
import type { BySide } from '../../ingest/index.ts';
import type { Direction } from '../../policy/rule.ts';
import { byKeys } from '../../util/ordering.ts';
import type { Cause, CauseSide } from './cause.ts';
import type { Change, ChangeEnd } from './change.ts';
import { entryCauses } from './entry-causes.ts';
import { nameOf, Objects } from './objects.ts';
import { PolicyCauses, type PolicyQuestion } from './policy-causes.ts';
import { WorkloadCauses } from './workload-causes.ts';

/** Whether an address is a node's follows from these. */
const NODES: ReadonlySet<string> = new Set(['Node']);

export class Causes {
  readonly #sides: BySide<CauseSide>;
  readonly #objects: Objects;
  readonly #policies: PolicyCauses;
  readonly #workloads: WorkloadCauses;
  readonly #plugins: readonly Cause[];

  /** `namespace`: that of objects that name none. */
  constructor(sides: BySide<CauseSide>, namespace: string) {
    const { before, after } = sides;
    this.#sides = sides;
    this.#objects = new Objects({ before: before.documents, after: after.documents }, namespace);
    this.#policies = new PolicyCauses(sides, this.#objects);
    this.#workloads = new WorkloadCauses(sides, this.#objects);
    this.#plugins = pluginCauses(sides, this.#objects);
  }

  /** Sorted by kind, namespace, name and rule. */
  of(change: Change): Cause[] {
    const questions = this.#questions(change);
    const named = [change.from, change.to].flatMap((end) => (end.kind === 'outside' ? [] : [end]));
    const causes = [
      ...questions.flatMap((question) => this.#policies.of(question)),
      ...named.flatMap((end) => this.#workloads.of(end)),
      ...this.#entryCauses(change),
      ...this.#plugins,
    ];
    if (causes.length > 0) return distinct(causes);
    const wider = questions.flatMap((question) => this.#policies.allOf(question));
    return distinct(wider.length > 0 ? wider : this.#objects.changesOf(NODES));
  }

  #entryCauses({ from, to }: Change): readonly Cause[] {
    if (from.kind !== 'entry' || to.kind === 'outside') return [];
    return entryCauses(this.#sides, this.#objects, to.nodes);
  }

  #questions({ from, to, before, after }: Change): PolicyQuestion[] {
    const effect = { gains: exceeds(after, before), loses: exceeds(before, after) };
    const about = (subject: ChangeEnd, other: ChangeEnd, direction: Direction): PolicyQuestion[] =>
      subject.kind === 'outside' ? [] : [{ subject: subject.nodes, other, direction, ...effect }];
    return [...about(from, to, 'egress'), ...about(to, from, 'ingress')];
  }
}

/** Whether one cell allows something that the other does not, surely or possibly. */
function exceeds(a: Cell, b: Cell): boolean {
  const may = ({ allow, unknown }: Cell) => union(allow, unknown);
  return !isEmpty(subtract(a.allow, b.allow)) || !isEmpty(subtract(may(a), may(b)));
}

/** Where policies count on one side only, what shows the network plugin has a say about every change. */
function pluginCauses({ before, after }: BySide<CauseSide>, objects: Objects): Cause[] {
  if (before.enforced === undefined || after.enforced === undefined || before.enforced === after.enforced) return [];
  const documents = new Set([...before.plugins(), ...after.plugins()].map((origin) => origin.document));
  return [...documents].flatMap((document) => objects.change(nameOf(document)) ?? []);
}

function distinct(causes: readonly Cause[]): Cause[] {
  const keyOf = ({ kind, namespace, name, rule, side, origin }: Cause) =>
    JSON.stringify([kind, namespace, name, rule, side, origin.pointer]);
  return [...new Map(causes.map((cause) => [keyOf(cause), cause])).values()].sort(
    byKeys(
      (c) => c.kind,
      (c) => c.namespace ?? '',
      (c) => c.name,
      (c) => c.rule ?? -1,
      (c) => c.side,
      (c) => c.origin.pointer,
    ),
  );
}
