import { expect, it } from 'vitest';
import type { Field } from '../../src/kubernetes/field.ts';
import { ObjectScope } from '../../src/kubernetes/field.ts';
import { LastRead } from '../../src/kubernetes/last-read.ts';
import { documentOf } from '../support/bundle.ts';
import { pod } from '../support/objects.ts';

const fieldOf = (value: unknown): Field =>
  new ObjectScope({ ...documentOf(pod('a/x')), value: { value } as never }).root.at('value');

it('A part that is the very same is read once, and one that is equal is read again.', () => {
  let times = 0;
  const last = new LastRead(() => ++times);
  const part = {};
  expect([part, part, {}, part, undefined, undefined].map((value) => last.of(fieldOf(value)))).toEqual([
    1, 1, 2, 3, 4, 5,
  ]);
});

it('What is wrong in a part is said of every object that has it.', () => {
  const last = new LastRead((field: Field) => field.at('n').integer());
  const part = { n: 'none' };
  for (let i = 0; i < 2; i++) {
    const field = fieldOf(part);
    last.of(field);
    expect(field.scope.findings).toHaveLength(1);
  }
});
