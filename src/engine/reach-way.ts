/** Ways laid out on classes: the tables of their sides, for rows, and their questions, for single pairs. */

import type { Direction } from '../policy/rule.ts';
import type { Way } from '../policy/way.ts';
import type { Classes } from './classes.ts';
import type { Spaces } from './clauses.ts';
import { SideQuestions } from './question.ts';
import type { Shared } from './shared.ts';
import type { Side } from './side.ts';
import { SideTables } from './side-tables.ts';
import type { WaySides } from './way-sides.ts';

export interface ReachWay extends Laid {
  readonly way: Way;
}

interface Laid {
  readonly sides: Readonly<Record<Direction, Side>>;
  readonly tables: Readonly<Record<Direction, SideTables>>;
  readonly questions: Readonly<Record<Direction, SideQuestions>>;
}

export interface Ends {
  readonly spaces: Spaces;
  readonly sources: Classes;
  readonly destinations: Classes;
}

/** Ways under one stack share their tables. */
export function layOut(ways: readonly WaySides[], shared: Shared, ends: Ends): ReachWay[] {
  const known = new Map<Side, Laid>();
  return ways.map((sides) => {
    const laid = known.get(sides.egress) ?? layOutSides(sides, shared, ends);
    known.set(sides.egress, laid);
    return { way: sides.way, ...laid };
  });
}

function layOutSides({ egress, ingress }: WaySides, shared: Shared, { spaces, sources, destinations }: Ends): Laid {
  return {
    sides: { egress, ingress },
    tables: {
      egress: new SideTables(egress, spaces, shared),
      ingress: new SideTables(ingress, spaces, shared),
    },
    questions: {
      egress: new SideQuestions(egress, shared.nodes, sources.subjects),
      ingress: new SideQuestions(ingress, shared.nodes, destinations.subjects),
    },
  };
}
