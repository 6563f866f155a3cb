/**
 * Workloads and namespaces that made a change: they came, they went, or they are not what they were to the policies.
 * Only what some policy or opening of either side could ask about counts, so that a new `pod-template-hash` is none.
 */

import { type BySide, SIDES, type SideName } from '../../ingest/index.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import { compareText, pushTo } from '../../util/ordering.ts';
import { type Asked, askedOf, endpointText, labelsText } from './asked.ts';
import type { Cause, CauseSide } from './cause.ts';
import type { Objects } from './objects.ts';
import { Origins } from './origins.ts';
import type { NamedUnit } from './units.ts';

export class WorkloadCauses {
  readonly #objects: Objects;
  readonly #asked: Asked;
  readonly #endpoints: BySide<ReadonlyMap<string, readonly Endpoint[]>>;
  readonly #origins: BySide<Origins>;
  readonly #sides: BySide<CauseSide>;
  readonly #causes = new Map<string, readonly Cause[]>();

  constructor(sides: BySide<CauseSide>, objects: Objects) {
    this.#sides = sides;
    this.#objects = objects;
    this.#asked = askedOf(sides);
    this.#endpoints = { before: byWorkload(sides.before), after: byWorkload(sides.after) };
    this.#origins = { before: new Origins(sides.before.cluster), after: new Origins(sides.after.cluster) };
  }

  /** The workload and its namespace, where they differ. */
  of(unit: NamedUnit): readonly Cause[] {
    const known = this.#causes.get(unit.id);
    if (known) return known;
    const causes = [this.#workload(unit), this.#namespace(unit)].flatMap((cause) => cause ?? []);
    this.#causes.set(unit.id, causes);
    return causes;
  }

  #workload(unit: NamedUnit): Cause | undefined {
    const shown = this.#shown(unit);
    const before = this.#signature('before', shown);
    const after = this.#signature('after', shown);
    if (!shown || before === after) return undefined;
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    const side = after === undefined ? 'before' : 'after';
    const { kind, namespace, name } = shown;
    const origin = this.#origins[side].of(idOf(shown));
    return origin && { change, kind, namespace, name, side, origin };
  }

  /** Equal on both sides where nothing that is asked about differs; undefined where there is no such workload. */
  #signature(side: SideName, shown: Endpoint | undefined): string | undefined {
    const endpoints = shown && this.#endpoints[side].get(idOf(shown));
    if (!endpoints) return undefined;
    const texts = endpoints.map((endpoint) => endpointText(endpoint, this.#asked));
    return [...new Set(texts)].sort(compareText).join('\n');
  }

  #namespace(unit: NamedUnit): Cause | undefined {
    const shown = this.#shown(unit);
    if (!shown || shown.namespace === '') return undefined;
    const labels = SIDES.map((side) => {
      const namespace = this.#sides[side].cluster.namespaces.get(shown.namespace);
      return namespace && labelsText(namespace.labels, this.#asked.namespaceLabels);
    });
    const [before, after] = labels;
    if (before === undefined || after === undefined || before === after) return undefined;
    return this.#objects.change({ kind: 'Namespace', name: shown.namespace });
  }

  /** Of an entry controller the workload it is, where an option says so. */
  #shown({ nodes }: NamedUnit): Endpoint | undefined {
    for (const side of ['after', 'before'] as const) {
      const node = this.#sides[side].reach.nodes[nodes[side][0] ?? -1];
      if (node && node.kind !== 'outside') return node.endpoint;
    }
    return undefined;
  }
}

function idOf({ namespace, name, kind }: Endpoint): string {
  return `${namespace}/${name}[${kind}]`;
}

function byWorkload({ endpoints }: CauseSide): ReadonlyMap<string, readonly Endpoint[]> {
  const groups = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) pushTo(groups, endpoint.workload, endpoint);
  return groups;
}
