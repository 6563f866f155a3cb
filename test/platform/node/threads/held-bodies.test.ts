import { describe, expect, test } from 'vitest';
import { HeldBodies } from '../../../../src/platform/node/threads/held-bodies.ts';
import { problemOf } from '../../../ingest/reading.ts';

const NOBODY = () => undefined;

function bodyOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  const parts = chunks.map((chunk) => new TextEncoder().encode(chunk));
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
}

const text = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes) : null);

describe('a body', () => {
  test('that is short is held whole', async () => {
    const { held, rest } = await new HeldBodies({ each: 10, together: 10 }).hold(bodyOf('ab', 'cd'), NOBODY);
    expect([text(held), rest]).toEqual(['abcd', undefined]);
  });

  test('that is long is handed on, nothing lost, and counted to its end', async () => {
    const counts: number[] = [];
    const bodies = new HeldBodies({ each: 3, together: 10 });
    const { held, rest } = await bodies.hold(bodyOf('ab', 'cd', 'ef'), (bytes) => counts.push(bytes));
    expect(text(held)).toBe('abcd');
    expect(await new Response(rest).text()).toBe('ef');
    expect(counts).toEqual([2, 4, 6]);
  });

  test('that is none is none', async () => {
    expect(await new HeldBodies({ each: 3, together: 3 }).hold(null, NOBODY)).toMatchObject({ held: null });
  });

  test('that breaks off is malformed', async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) });
    const bodies = new HeldBodies({ each: 3, together: 3 });
    expect((await problemOf(() => bodies.hold(body, NOBODY))).code).toBe('malformed-body');
  });
});

describe('bodies together', () => {
  test('have room for so much; what does not fit is busy, and room is made by who is released', async () => {
    const bodies = new HeldBodies({ each: 8, together: 10 });
    const first = await bodies.hold(bodyOf('12345678'), NOBODY);
    expect((await problemOf(() => bodies.hold(bodyOf('123'), NOBODY))).code).toBe('busy');
    await bodies.hold(bodyOf('12'), NOBODY);
    first.release();
    first.release();
    await bodies.hold(bodyOf('12345678'), NOBODY);
    expect((await problemOf(() => bodies.hold(bodyOf('1'), NOBODY))).code).toBe('busy');
  });

  test('are not held any more where one was refused', async () => {
    const bodies = new HeldBodies({ each: 8, together: 8 });
    const refuse = () => {
      throw new Error('refused');
    };
    await expect(bodies.hold(bodyOf('12345678'), refuse)).rejects.toThrow();
    expect(text((await bodies.hold(bodyOf('12345678'), NOBODY)).held)).toBe('12345678');
  });
});
