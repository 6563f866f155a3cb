/**
 * What made a change of what comes in through Ingresses, Routes and Gateways: those of them that lead to the
 * destination on either side, and the Services they go through.
 */

import { isEmpty } from '../../algebra/connection-set.ts';
import { type BySide, SIDES } from '../../ingest/index.ts';
import type { Opening } from '../../policy/way.ts';
import type { Cause, CauseSide, ObjectName } from './cause.ts';
import type { Objects } from './objects.ts';
import type { Nodes } from './units.ts';

/** What decides beside them whether a route is taken, and where a Service leads. */
const AROUND: ReadonlySet<string> = new Set(['Gateway', 'ReferenceGrant', 'Namespace', 'EndpointSlice', 'Endpoints']);

export function entryCauses(sides: BySide<CauseSide>, objects: Objects, destination: Nodes): readonly Cause[] {
  const names = SIDES.flatMap((side) => {
    const { reach, openings } = sides[side];
    const leads = (opening: Opening) => destination[side].some((node) => !isEmpty(reach.opened(opening, node).may));
    return openings.filter(leads).flatMap(passes);
  });
  const distinct = new Map(names.map((name) => [JSON.stringify([name.kind, name.namespace, name.name]), name]));
  const causes = [...distinct.values()].flatMap((name) => objects.change(name) ?? []);
  return causes.length > 0 ? causes : objects.changesOf(AROUND);
}

/** The object that opens, and the Service: `at` is `namespace/name:port`. */
function passes({ by, at }: Opening): ObjectName[] {
  const [, namespace = '', name = ''] = /^([^/]*)\/(.*):[^:]*$/.exec(at) ?? [];
  const { kind, namespace: home, name: own } = by;
  return [
    { kind, namespace: home, name: own },
    { kind: 'Service', namespace, name },
  ];
}
