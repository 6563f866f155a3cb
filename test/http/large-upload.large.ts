import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { generate } from '../../bench/gen/generate.ts';

/** The cluster as NDJSON, made while it is read. */
function upload(): ReadableStream<Uint8Array> {
  const size = { workloads: 10_000, policies: 10_000, namespaces: 1_000, podsPerWorkload: 15, cidrs: 300 };
  const objects = generate(size);
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let lines = '';
      while (lines.length < 65_536) {
        const { value, done } = objects.next();
        if (done) break;
        lines += `${JSON.stringify(value)}\n`;
      }
      if (lines === '') controller.close();
      else controller.enqueue(encoder.encode(lines));
    },
  });
}

test('the whole matrix of the largest cluster is streamed', async () => {
  const response = await exports.default.fetch('http://127.0.0.1/v1/reachability?format=ndjson', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: upload(),
  });
  expect(response.status).toBe(200);
  const decoder = new TextDecoder();
  let [rows, tail] = [0, ''];
  for await (const chunk of response.body ?? []) {
    const text = tail + decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    tail = lines.pop() ?? '';
    rows += lines.filter((line) => line.startsWith('{"t":"row"')).length;
    const last = lines.at(-1);
    if (last?.startsWith('{"t":"summary"')) tail = `${last}\n`;
  }
  expect(rows).toBeGreaterThan(8_000);
  expect(JSON.parse(tail)).toMatchObject({ t: 'summary', complete: true, summary: { policies: 10_000 } });
});
