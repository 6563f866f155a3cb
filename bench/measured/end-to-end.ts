/** A file uploaded to the app in this process, from the first byte read to the last byte of the streamed answer. */

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { benchApp } from './bench-app.ts';
import { type CpuTime, cpuMark, cpuOf, since } from './cpu.ts';
import { MemoryPeak } from './memory-peak.ts';
import type { Refusal } from './refusal.ts';

export interface EndToEndReport extends CpuTime {
  /** To the first byte of the answer. */
  readonly firstByteMs: number;
  readonly bytes: number;
  /** The type of the last record: `summary` where the answer is complete. */
  readonly last: string;
  readonly refused: Refusal | undefined;
  readonly peakArrayBuffers: number;
}

/** `looking`: whether memory is looked at with every piece that comes or goes, which takes time. */
export async function measureEndToEnd(path: string, looking: boolean): Promise<EndToEndReport> {
  const peak = new MemoryPeak();
  const look = looking ? () => peak.look() : () => {};
  const { value: app } = cpuOf(benchApp);
  const start = cpuMark();
  const response = await app.fetch(uploadOf(path, look));
  let firstByteMs = Number.NaN;
  let bytes = 0;
  let tail: Uint8Array = new Uint8Array(0);
  for await (const chunk of response.body ?? []) {
    if (bytes === 0) firstByteMs = since(start).ms;
    bytes += chunk.length;
    tail = lastLine(tail, chunk);
    look();
  }
  const time = since(start);
  const document = tail.length === 0 ? {} : JSON.parse(new TextDecoder().decode(tail));
  const refused = response.status === 200 ? undefined : refusal(document);
  return { ...time, firstByteMs, bytes, last: document.t ?? '', refused, peakArrayBuffers: peak.arrayBuffers };
}

function uploadOf(path: string, look: () => void): Request {
  const file = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      look();
      controller.enqueue(chunk);
    },
  });
  const type = path.endsWith('.yaml') ? 'application/yaml' : 'application/x-ndjson';
  // Node wants to be told that the body is sent before the answer is read; the type of Workers has no word for it.
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    headers: { 'content-type': type },
    body: file.pipeThrough(watched),
    duplex: 'half',
  };
  return new Request('http://portolan/v1/reachability?format=ndjson', init);
}

const NEWLINE = 10;

/** What stands after the last line end but one. It is no copy, whose memory would be taken for that of the product. */
function lastLine(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  const end = chunk.lastIndexOf(NEWLINE, chunk.length - 2);
  return end < 0 ? Buffer.concat([before, chunk]) : chunk.subarray(end + 1);
}

function refusal({ type = '', limit, value, maximum, top = [] }: Partial<Refusal> & { type?: string }): Refusal {
  return { code: type.slice(type.lastIndexOf('/') + 1), limit, value, maximum, top };
}
