import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PROTOCOLS } from '../../src/algebra/connection-set.ts';
import type { Node } from '../../src/engine/node.ts';
import { PortSignatures, portSignature } from '../../src/engine/port-names.ts';
import { endpoint } from '../support/endpoints.ts';

const name = fc.constantFrom('http', 'dns', 'a/b');
const ports = fc.array(
  fc.record({ name, protocol: fc.constantFrom(...PROTOCOLS), port: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 6 },
);
const asked = fc.array(fc.tuple(fc.constantFrom(...PROTOCOLS), name).map(([protocol, of]) => `${protocol}/${of}`));

it('port names mean the same at two nodes by number where they do by text', () => {
  fc.assert(
    fc.property(fc.array(ports, { minLength: 1, maxLength: 8 }), asked, (all, names) => {
      const known = new Set(names);
      const nodes = all.map((own, i): Node => ({ kind: 'endpoint', endpoint: endpoint(`a/${i}`, { ports: own }) }));
      const numbers = new PortSignatures(nodes, known).of;
      const texts = all.map((own) => portSignature(own, known));
      for (const [i, text] of texts.entries()) {
        for (const [j, other] of texts.entries()) expect(numbers[i] === numbers[j]).toBe(text === other);
      }
    }),
  );
});
