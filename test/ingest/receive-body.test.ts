import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Kept, receiveBody } from '../../src/ingest/index.ts';
import { arriving, problemOf, streamOf } from './reading.ts';
import { A, B, bytesOf, JSON_TYPE, kindsOf, LINES, Notes, streamed } from './streaming.ts';

const encoder = new TextEncoder();

describe('a body', () => {
  const begun = async (text: string | Uint8Array, type: string, limits = {}) => {
    let times = 0;
    const begin = () => {
      times += 1;
      return new Notes();
    };
    await receiveBody(arriving(streamOf(text), type), {
      begin,
      limits: { ...DEFAULT_LIMITS, wholeBytes: 40, ...limits },
    });
    return times;
  };

  it.each([
    ['is short', `${A}\n`, LINES, { wholeBytes: 55 }],
    ['is YAML', 'apiVersion: v1\nkind: A\nmetadata: { name: x, labels: { a: b } }\n', 'application/yaml', {}],
    ['is one object', `{"apiVersion":"v1","kind":"A","metadata":{"name":"a"}}`, JSON_TYPE, {}],
    ['is an array', `[${A},${B}]`, JSON_TYPE, {}],
    ['is an envelope', `{"files":[{"path":"a.yaml","content":"kind: A"}],"namespace":"x"}`, JSON_TYPE, {}],
    ['is an envelope on one of several lines', `{"files":[{"path":"a","content":""}]}\n${' '.repeat(40)}\n`, '', {}],
    ['is UTF-16', new Uint8Array([0xff, 0xfe, ...encoder.encode('x'.repeat(60))]), LINES, {}],
  ])('that %s is read whole', async (_is, text, type, limits) => {
    expect(await begun(text, type, limits)).toBe(0);
  });

  it('of JSON lines is not, once it is longer than that', async () => {
    expect(await begun(`${A}\n`, LINES, { wholeBytes: 54 })).toBe(1);
  });

  it('that is no text is begun again, so that nothing of it counts', async () => {
    const bytes = bytesOf([`${A}\n${B}\n`, [0xff]]);
    expect(await begun(bytes, LINES)).toBe(2);
    expect(await streamed([bytes], LINES)).toMatchObject({ documents: [], findings: [/^YML008/] });
  });

  it.each([
    ['requestBytes', { requestBytes: 100 }],
    ['objects', { objects: 1 }],
  ])('beyond the limit on %s is refused, and not read on', async (limit, limits) => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(encoder.encode(`${A}\n`)),
      cancel() {
        cancelled = true;
      },
    });
    const all = { ...DEFAULT_LIMITS, wholeBytes: 40, ...limits };
    const receive = () => receiveBody(arriving(body, LINES), { begin: () => new Notes(), limits: all });
    expect(await problemOf(receive)).toMatchObject({ code: 'limit-exceeded', limit });
    expect(cancelled).toBe(true);
  });

  it('that breaks off is malformed', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode(`${A}\n${B}\n`)),
      pull: (controller) => controller.error(new Error('gone')),
    });
    const limits = { ...DEFAULT_LIMITS, wholeBytes: 40 };
    const receive = () => receiveBody(arriving(body, LINES), { begin: () => new Notes(), limits });
    expect((await problemOf(receive)).code).toBe('malformed-body');
  });

  it('is counted while it arrives', async () => {
    const counts: number[] = [];
    await receiveBody(arriving(streamOf(A, '\n', B), LINES), { counted: (bytes) => counts.push(bytes) });
    expect(counts).toEqual([54, 55, 109]);
  });
});

describe('what is kept of a document', () => {
  const received = async (kept: Kept, text = `${A}\n\n ${B}`) => {
    const limits = { ...DEFAULT_LIMITS, wholeBytes: 40 };
    const { streamed: read } = await receiveBody(arriving(streamOf(text), LINES), {
      begin: () => new Notes(kept),
      limits,
    });
    if (!read) throw new Error('the body was read whole');
    return read.sink;
  };

  it('is its head, and where it stands', async () => {
    const sink = await received('head');
    expect(kindsOf(sink)).toEqual(['A', 'B']);
    const [, document] = sink.taken;
    expect(document?.source.text).toBe('');
    expect(document?.value).toEqual({ apiVersion: 'v1', kind: 'B', metadata: { name: 'b', namespace: '' } });
    expect(sink.documents[1]?.root).toBe('manifest.ndjson:3:2');
  });

  it.each(['text', 'value'] as const)('may be its text, from which its value is had again: %s', async (kept) => {
    const [document] = (await received(kept)).taken;
    expect(document?.source.text).toBe(A);
    expect(document?.value).toEqual(JSON.parse(A));
  });

  it('is its text where that holds several documents', async () => {
    const text = `{"apiVersion":"v1","kind":"List","items":[${A},${B}]}`;
    const sink = await received('head', `${text}\n${A}\n`);
    expect(sink.taken.map(({ source, start, end }) => source.text.slice(start, end))).toEqual([A, B, '']);
    expect(sink.taken.map(({ value }) => value['kind'])).toEqual(['A', 'B', 'A']);
  });
});
