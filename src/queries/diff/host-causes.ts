/**
 * Why a pair of a Docker host changed: the entries of files that open it now and did not, or the other way round; where
 * none does, those that shut it. A service that is on one side only is a cause itself.
 */

import { type ConnectionSet, intersect, isEmpty, subtract, union } from '../../algebra/connection-set.ts';
import type { Observer } from '../../engine/decide.ts';
import type { Cell } from '../../engine/reach.ts';
import { type BySide, type Origin, SIDES, type SideName } from '../../ingest/index.ts';
import type { Policy } from '../../policy/rule.ts';
import { byKeys } from '../../util/ordering.ts';
import type { World } from '../world.ts';
import type { Cause } from './cause.ts';
import type { Change } from './change.ts';

export interface HostSide {
  readonly world: World;
  /** Where a service stands; undefined for what no file declares. */
  originOf(id: string): Origin | undefined;
}

/** What decides some points of a pair, by a text that is equal for the same entry on both sides. */
interface Deciding {
  readonly opens: Map<string, Policy>;
  readonly shuts: Map<string, Policy>;
}

export class HostCauses {
  readonly #sides: BySide<HostSide>;

  constructor(sides: BySide<HostSide>) {
    this.#sides = sides;
  }

  /** Sorted by kind, name and place. */
  of(change: Change): Cause[] {
    const own = [change.from, change.to].flatMap((end) => (end.kind === 'outside' ? [] : this.#serviceCause(end)));
    const gained = beyond(change.after, change.before);
    const lost = beyond(change.before, change.after);
    const causes = [
      ...own,
      ...(isEmpty(gained) ? [] : this.#opened(change, gained, ['before', 'after'])),
      ...(isEmpty(lost) ? [] : this.#opened(change, lost, ['after', 'before'])),
    ];
    return distinct(causes);
  }

  #serviceCause({ id, nodes }: { readonly id: string; readonly nodes: BySide<readonly number[]> }): Cause[] {
    const there = SIDES.filter((side) => nodes[side].length > 0);
    const [side] = there;
    const origin = side && there.length === 1 ? this.#sides[side].originOf(id) : undefined;
    if (!side || !origin) return [];
    return [{ change: side === 'after' ? 'added' : 'removed', kind: 'service', name: id, side, origin }];
  }

  /** What opens the points where they are open and not where they are shut; else what shuts them there. */
  #opened(change: Change, points: ConnectionSet, [shut, open]: readonly [SideName, SideName]): Cause[] {
    const [without, having] = [this.#decide(change, points, shut), this.#decide(change, points, open)];
    const opening = causes(having.opens, without.opens, open);
    return opening.length > 0 ? opening : causes(without.shuts, having.shuts, shut);
  }

  #decide({ from, to }: Change, points: ConnectionSet, side: SideName): Deciding {
    const found: Deciding = { opens: new Map(), shuts: new Map() };
    if (from.kind === 'outside' || to.kind === 'outside') return found;
    const [[source], [destination]] = [from.nodes[side], to.nodes[side]];
    if (source === undefined || destination === undefined) return found;
    const note = (map: Map<string, Policy>, policy: Policy, decided: ConnectionSet) => {
      if (!isEmpty(intersect(decided, points))) map.set(keyOf(policy), policy);
    };
    const observer: Observer = {
      rule: ({ rule, policy }, decided) => note(rule.action === 'allow' ? found.opens : found.shuts, policy, decided),
      end(_tier, { policies }, decided) {
        for (const policy of policies) note(found.shuts, policy, decided);
      },
      rest() {},
    };
    for (const { reach } of this.#sides[side].world.between(source, destination)) {
      reach.trace(source, destination, () => observer);
    }
    return found;
  }
}

function causes(here: ReadonlyMap<string, Policy>, there: ReadonlyMap<string, Policy>, side: SideName): Cause[] {
  return [...here].flatMap(([key, { kind, name, origin }]): Cause[] =>
    there.has(key) ? [] : [{ change: side === 'after' ? 'added' : 'removed', kind, name, side, origin }],
  );
}

function keyOf({ kind, name, text = '', origin }: Policy): string {
  return JSON.stringify([kind, name, text, origin.pointer]);
}

/** What one cell has, surely or possibly, and the other has not. */
function beyond(a: Cell, b: Cell): ConnectionSet {
  const may = ({ allow, unknown }: Cell) => union(allow, unknown);
  return union(subtract(a.allow, b.allow), subtract(may(a), may(b)));
}

function distinct(found: readonly Cause[]): Cause[] {
  const keyOfCause = ({ change, kind, name, origin }: Cause) => JSON.stringify([change, kind, name, origin.pointer]);
  return [...new Map(found.map((cause) => [keyOfCause(cause), cause])).values()].sort(
    byKeys(
      ({ kind }) => kind,
      ({ name }) => name,
      ({ origin }) => origin.pointer,
    ),
  );
}
