/** Whatever an object of a known kind holds, the check of it ends with findings and never with an exception. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Document, isObject, type JsonValue } from '../../src/ingest/document.ts';
import { DocumentCheck } from '../../src/kubernetes/api/document-check.ts';
import { GATEWAY_API_TABLE } from '../../src/schemas/gateway-api.data.ts';
import { ISTIO_TABLE } from '../../src/schemas/istio.data.ts';
import { KnownKinds } from '../../src/schemas/known-kinds.ts';
import { KUBERNETES_TABLE } from '../../src/schemas/kubernetes.data.ts';
import type { Shape } from '../../src/schemas/shape.ts';

const NAMES = [KUBERNETES_TABLE, GATEWAY_API_TABLE, ISTIO_TABLE].flatMap(({ kinds }) =>
  kinds.split('\n').map((line) => line.slice(0, line.indexOf('='))),
);
const KINDS = new KnownKinds('1.35');
const DEEPEST = 8;

const junk = fc.constantFrom<JsonValue>(
  ...[null, true, 0, -1, 1.5, 70_000, '', 'web', 'A B', '80', '10.0.0.0/8', '*/5 * * * *', '__proto__'],
  ...['Always', 'ClusterIP', 'ExternalName', 'None', 'TCP', 'Exact', 'In', {}, [], [null], { a: 1 }, [{}], [[1]]],
);

/** Fields that a shape knows, some of them with values of their type; `choose` gives numbers below its argument. */
function sample(shape: Shape, choose: (count: number) => number, other: () => JsonValue, depth = 0): JsonValue {
  const { type, fields, items } = shape.form;
  if (depth > DEEPEST || choose(8) === 0) return other();
  const inner = (part: Shape) => sample(part, choose, other, depth + 1);
  if (type === 'list') return Array.from({ length: choose(3) }, () => (items ? inner(items) : other()));
  if (type !== 'object') return other();
  const some = [...fields].filter(() => choose(depth < 3 ? 3 : 6) > (depth < 3 ? 0 : 3));
  return Object.fromEntries(some.map(([key, field]) => [key, inner(field)]));
}

it('the check of any object ends', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.infiniteStream(fc.nat()),
      fc.infiniteStream(junk),
      (name, numbers, values) => {
        const [apiVersion = '', kind = ''] = name.split(' ');
        const shape = KINDS.find(apiVersion, kind)?.shape;
        if (!shape) throw new Error(`${name} is not known`);
        const choose = (count: number) => (numbers.next().value ?? 0) % count;
        const made = sample(shape, choose, () => values.next().value ?? null);
        const value = { ...(isObject(made) ? made : {}), apiVersion, kind };
        const document: Document = { source: { path: 'a', text: '' }, start: 0, end: 0, prefix: '', value };
        const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: () => false });
        check.take(document);
        expect(Array.isArray(check.finish().findings)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
