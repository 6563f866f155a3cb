/**
 * A sound object with one change is told that change, at its place: a field that nobody knows, a value of another type, a
 * field less that must be there. The objects are those of a generated cluster.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../bench/gen/generate.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/ingest/document.ts';
import { checkObject } from '../../src/schemas/check.ts';
import { Effort } from '../../src/schemas/effort.ts';
import { KnownKinds } from '../../src/schemas/known-kinds.ts';

type Keys = readonly (string | number)[];

const KINDS = new KnownKinds('1.35');

/** One object of each kind that the generator makes, and of workloads several. */
const OBJECTS: readonly JsonObject[] = [
  ...generate({ seed: '1', namespaces: 3, workloads: 40, policies: 30, adminPolicies: 3, adminApi: 'cnp' }),
].map((object) => JSON.parse(JSON.stringify(object)));

function violations(object: JsonObject) {
  const known = KINDS.find(String(object['apiVersion']), String(object['kind']));
  if (!known) throw new Error(`no schema of ${String(object['kind'])}`);
  return checkObject(known.shape, object, { effort: new Effort(1_000_000), rules: () => [], unread: () => undefined });
}

/** Every place of a value, the root first. */
function* places(value: JsonValue, keys: Keys = []): Generator<readonly [Keys, JsonValue]> {
  yield [keys, value];
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* places(item, [...keys, i]);
  else if (isObject(value)) for (const [key, member] of Object.entries(value)) yield* places(member, [...keys, key]);
}

/** A copy with another value at a place. */
function changed(root: JsonValue, [key, ...rest]: Keys, value: JsonValue): JsonValue {
  if (key === undefined) return value;
  if (Array.isArray(root)) return root.map((item: JsonValue, i) => (i === key ? changed(item, rest, value) : item));
  const member = isObject(root) ? (root[key] ?? null) : null;
  return { ...(isObject(root) ? root : {}), [key]: changed(member, rest, value) };
}

const object = fc.constantFrom(...OBJECTS);
const place = (test: (value: JsonValue, keys: Keys) => boolean) =>
  object.chain((one) => {
    const found = [...places(one)].filter(([keys, value]) => test(value, keys));
    return fc
      .constantFrom(...(found.length > 0 ? found : [[[], one] as const]))
      .map(([keys, value]) => ({ one, keys, value }));
  });

describe('a sound object', () => {
  it('is told nothing', () => {
    expect(OBJECTS.length).toBeGreaterThan(50);
    expect(OBJECTS.flatMap(violations)).toEqual([]);
  });

  it('is told a field that nobody knows, where it stands', () => {
    fc.assert(
      fc.property(place(isObject), fc.constantFrom('zz', '__proto__', 'a/b~c'), ({ one, keys, value }, name) => {
        const wrong = JSON.parse(`{${JSON.stringify(name)}:{"zz":1}}`);
        const more = Object.fromEntries([...Object.entries(value as JsonObject), ...Object.entries(wrong)]);
        const found = violations(changed(one, keys, more as JsonValue) as JsonObject);
        const there = found.filter(({ keys: at }) => at.join('/') === [...keys, name].join('/'));
        expect(there).toHaveLength(1);
        expect(['unknown-key', 'type']).toContain(there[0]?.kind);
      }),
    );
  });

  it('is told a value of another type, where it stands', () => {
    const scalar = place((value, keys) => typeof value !== 'object' && keys.length > 1);
    fc.assert(
      fc.property(scalar, fc.constantFrom<JsonValue>({ a: 1 }, [1]), ({ one, keys }, other) => {
        const found = violations(changed(one, keys, other) as JsonObject);
        expect(found.map(({ keys: at, kind }) => [kind, at])).toEqual([['type', keys]]);
      }),
    );
  });

  it('is told that a list is no object, and an object no list', () => {
    const nested = place((value, keys) => typeof value === 'object' && value !== null && keys.length > 0);
    fc.assert(
      fc.property(nested, ({ one, keys, value }) => {
        const found = violations(changed(one, keys, Array.isArray(value) ? { a: 1 } : [1]) as JsonObject);
        expect(found[0]).toMatchObject({ kind: 'type', keys });
      }),
    );
  });
});
