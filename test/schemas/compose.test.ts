/** Compose models against the schema of the specification. */

import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/ingest/document.ts';
import { ComposeSchema } from '../../src/schemas/compose.ts';

function violations(model: JsonObject): string[] {
  return new ComposeSchema()
    .check(model)
    .violations.map(({ keys, kind, message }) => `${keys.join('.')}: ${kind}: ${message}`);
}

const withService = (service: JsonObject) => ({ services: { a: service } });

describe('a model', () => {
  it.each([
    [{ services: [] }, ['services: type: The value must be a mapping.']],
    [
      { helicopters: 1 },
      ['helicopters: unknown-key: There is no attribute "helicopters" here. Remove it, or begin its name with x-.'],
    ],
    [
      { services: { 'a b': {} } },
      ['services.a b: unknown-key: The name "a b" may have only letters, digits, ".", "_" and "-".'],
    ],
    [
      withService({ prots: [] }),
      ['services.a.prots: unknown-key: There is no attribute "prots" here. Did you mean ports?'],
    ],
    [withService({ image: 3 }), ['services.a.image: type: The value must be text.']],
    [withService({ networks: null }), ['services.a.networks: type: The value must be a list or a mapping.']],
    [withService({ cgroup: 'x' }), ['services.a.cgroup: value: The value must be one of host or private.']],
    [
      withService({ environment: { A: {} } }),
      ['services.a.environment.A: type: The value must be a number, empty, text or true or false.'],
    ],
    [withService({ depends_on: { b: {} } }), ['services.a.depends_on.b: missing-key: condition is missing here.']],
    [
      withService({ container_name: '-' }),
      ['services.a.container_name: value: The value must match the pattern [a-zA-Z0-9][a-zA-Z0-9_.-]+.'],
    ],
    [
      withService({ volumes: [{ type: 'tmpfs', tmpfs: { size: -1 } }] }),
      ['services.a.volumes.0.tmpfs.size: value: The value must be at least 0.'],
    ],
    [
      withService({ ports: [{ target: 80, prot: 1 }, '80', { bad: 1 }] }),
      [
        'services.a.ports.0.prot: unknown-key: There is no attribute "prot" here. Remove it, or begin its name with x-.',
        'services.a.ports.2.bad: unknown-key: There is no attribute "bad" here. Remove it, or begin its name with x-.',
      ],
    ],
    [
      withService({ cap_add: [1, 'A', 2] }),
      ['services.a.cap_add.0: type: The value must be text.', 'services.a.cap_add.2: type: The value must be text.'],
    ],
    [
      { networks: { n: 3 }, volumes: { v: { foo: 1 } } },
      [
        'networks.n: type: The value must be a mapping or empty.',
        'volumes.v.foo: unknown-key: There is no attribute "foo" here. Remove it, or begin its name with x-.',
      ],
    ],
  ])('%j is told every fault, the nearest one of each', (model, told) => {
    expect(violations(model)).toEqual(told);
  });

  it.each([
    {},
    withService({}),
    withService({ 'x-own': [1], ports: ['80', 90, { target: 80 }], networks: ['n'], stop_grace_period: '1m30s' }),
    {
      'x-top': 1,
      name: 'n',
      version: '3',
      networks: { n: null },
      services: { a: { labels: ['k=v'] }, b: { labels: { k: 1 } } },
    },
  ])('%j is sound', (model) => {
    expect(violations(model)).toEqual([]);
  });

  it('is not drained for ever', () => {
    const services = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`s${i}`, { foo: 1 }]));
    const { violations: found, isCut } = new ComposeSchema().check({ services });
    expect(isCut).toBe(true);
    expect(found.length).toBeLessThan(300);
  });
});
