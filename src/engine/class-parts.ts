/** What the sides of all ways tell apart, as the parts that classes of sources and destinations are made of. */

import { generalKeys } from './class-order.ts';
import type { Classes, ClassParts } from './classes.ts';
import type { Membership } from './node-set.ts';
import type { Shared } from './shared.ts';
import { splitBy } from './tier-side.ts';
import type { WaySides } from './way-sides.ts';

export function sourceParts(ways: readonly WaySides[]): ClassParts {
  const egress = new Set(ways.map((sides) => sides.egress));
  const ingress = new Set(ways.map((sides) => sides.ingress));
  return {
    subjects: (partition) => {
      for (const side of egress) side.splitSubjects(partition);
    },
    others: (partition) => {
      for (const side of ingress) side.splitPeers(partition);
    },
  };
}

interface Openings {
  readonly openings: readonly Membership[];
  /** Whether they lead to ports by name. */
  readonly isNaming: boolean;
  readonly shared: Shared;
  readonly sources: Classes;
}

export function destinationParts(
  ways: readonly WaySides[],
  { openings, isNaming, shared, sources }: Openings,
): ClassParts {
  const egress = new Set(ways.map((sides) => sides.egress));
  const ingress = new Set(ways.map((sides) => sides.ingress));
  return {
    subjects: (partition) => {
      for (const side of ingress) side.splitSubjects(partition);
      if ([...ingress].some((side) => side.isNaming)) partition.splitByKeys(shared.signatures.of);
    },
    others: (partition) => {
      for (const side of egress) side.splitPeers(partition);
      for (const opening of openings) splitBy(partition, opening);
      if (isNaming || [...egress].some((side) => side.isNaming)) partition.splitByKeys(shared.signatures.of);
    },
    keys: generalKeys(ways, shared),
    beside: sources,
  };
}
