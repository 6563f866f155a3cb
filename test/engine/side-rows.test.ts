import fc from 'fast-check';
import { expect, it } from 'vitest';
import { portRange } from '../../src/algebra/connection-set.ts';
import { type Effect, Effects, FRESH, PASSED } from '../../src/engine/effects.ts';
import { Found } from '../../src/engine/found.ts';
import { PortSets } from '../../src/engine/port-sets.ts';
import { verdictAt } from '../../src/engine/side-row.ts';
import { SideRows } from '../../src/engine/side-rows.ts';
import type { Finding, TierTable } from '../../src/engine/tier-table.ts';
import { OPEN, type VerdictId, Verdicts } from '../../src/engine/verdicts.ts';

const CLASSES = 12;
const KEYS = 3;
const SOURCES = 8;

const ports = new PortSets();
const verdicts = new Verdicts(ports);
const effects = new Effects(ports, verdicts);
const EFFECTS: readonly Effect[] = [
  PASSED,
  ...(['allow', 'deny', 'pass'] as const).flatMap((action) =>
    [1, 2].flatMap((port) =>
      [true, false].map((sure) =>
        effects.finish(effects.apply(FRESH, effects.step(action, ports.of(portRange('TCP', port, port + 1)), sure))),
      ),
    ),
  ),
];

const list = (max: number, length: number) => fc.array(fc.nat({ max }), { minLength: length, maxLength: length });
const numbers = list(EFFECTS.length - 1, KEYS);
const found = fc.array(fc.tuple(fc.nat({ max: CLASSES - 1 }), fc.nat({ max: EFFECTS.length - 1 })), { maxLength: 4 });
const table = fc.record({
  keys: list(KEYS - 1, CLASSES),
  bases: fc.array(numbers, { minLength: 1, maxLength: 4 }),
  found: fc.array(found, { minLength: SOURCES, maxLength: SOURCES }),
});
type RandomTable = typeof table extends fc.Arbitrary<infer T> ? T : never;

const effectOf = (number: number | undefined): Effect => EFFECTS[number ?? 0] ?? PASSED;

/** A tier made of lists: what it does in general depends on the source alone by which of its bases is taken. */
class ListedTier implements TierTable {
  readonly #random: RandomTable;
  readonly #found = new Found(CLASSES);
  readonly finding: Finding;
  readonly keys: Uint16Array;
  bases = new Int32Array(KEYS);
  baseKey = -1;
  isSilent = false;

  constructor(random: RandomTable) {
    this.#random = random;
    this.keys = Uint16Array.from(random.keys);
    const effectAt = (id: number) => this.#found.values[id] as Effect;
    this.finding = { found: this.#found, effectAt, verdictAt: (id) => effects.verdict(effectAt(id)) };
  }

  seek(source: number): void {
    this.baseKey = source % this.#random.bases.length;
    this.bases = Int32Array.from(this.#random.bases[this.baseKey] ?? [], effectOf);
    this.isSilent = this.bases.every((effect) => effect === PASSED);
    this.#found.clear();
    for (const [id, number] of this.#random.found[source] ?? []) this.#found.set(id, effectOf(number));
  }

  parts(): Uint16Array {
    return this.keys;
  }
}

/** What a tier does with a class: the last that it has found, and else what it does in general. */
function doneBy({ keys, bases, found: all }: RandomTable, source: number, id: number): Effect {
  const single = all[source]?.findLast(([block]) => block === id);
  return effectOf(single ? single[1] : bases[source % bases.length]?.[keys[id] ?? 0]);
}

it('a row of a side is all tiers of each layer in sequence, and all layers agreeing, however little is kept', () => {
  const layers = fc.array(fc.array(table, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
  const asked = fc.array(fc.nat({ max: SOURCES - 1 }), { maxLength: 20 });
  fc.assert(
    fc.property(layers, asked, fc.nat({ max: 20 }), (random, sources, kept) => {
      const space = (count: number) => ({
        of: Int32Array.from({ length: count }, (_, i) => i),
        count,
        zones: new Uint8Array(count),
      });
      const tiers = random.map((layer) => layer.map((each) => new ListedTier(each)));
      const rows = new SideRows(
        tiers,
        { sources: space(SOURCES), destinations: space(CLASSES) },
        { effects, verdicts },
        kept,
      );
      for (const source of sources) {
        const row = rows.row(source);
        for (let id = 0; id < CLASSES; id++) {
          const ofLayer = (layer: readonly RandomTable[]): VerdictId =>
            effects.verdict(layer.reduce((effect, each) => effects.compose(effect, doneBy(each, source, id)), PASSED));
          expect(verdictAt(row, id)).toBe(random.map(ofLayer).reduce((a, b) => verdicts.meet(a, b), OPEN));
        }
      }
    }),
    { numRuns: 500 },
  );
});
