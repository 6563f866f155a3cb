import { describe, expect, it } from 'vitest';
import { exampleRequests } from '../../src/operations/example-requests.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';

describe('the operations', () => {
  it('have ids of their own, which may stand in a path', () => {
    const ids = OPERATIONS.map((o) => o.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(OPERATIONS.map((o) => [o.id, o] as const))(
    '%s has a summary, a description and an example it would take',
    (_id, operation) => {
      expect(operation.summary).not.toBe('');
      expect(operation.description).not.toBe('');
      expect(operation.examples.length).toBeGreaterThan(0);
      for (const { options } of exampleRequests(operation)) {
        expect(operation.input.safeParse(options).error?.issues ?? []).toEqual([]);
      }
    },
  );
});
