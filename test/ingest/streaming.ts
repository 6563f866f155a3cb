/** Bodies read whole and bodies read while they arrive, brought into one shape that can be compared. */

import * as fc from 'fast-check';
import {
  DEFAULT_LIMITS,
  type DocumentSink,
  type Finding,
  headOf,
  type Kept,
  type Limits,
  Locator,
  type ParsedDocument,
  parseBundle,
  receiveBody,
} from '../../src/ingest/index.ts';
import { byKeys } from '../../src/util/ordering.ts';
import { type Problem, ProblemError } from '../../src/util/problem.ts';
import { arriving, readBodyOf, streamOf } from './reading.ts';

export const LINES = 'application/x-ndjson';
export const JSON_TYPE = 'application/json';

export const A = '{"apiVersion":"v1","kind":"A","metadata":{"name":"a"}}';
export const B = '{"apiVersion":"v1","kind":"B","metadata":{"name":"b"}}';

/** Everything an analysis could see of a body; places as `line:column`. */
export interface Seen {
  readonly documents: readonly { readonly value: unknown; readonly root: string; readonly name: string }[];
  readonly findings: readonly string[];
}

/** Notes what documents are while they are taken. */
export class Notes implements DocumentSink {
  readonly documents: Seen['documents'][number][] = [];
  readonly taken: ParsedDocument[] = [];
  readonly #kept: Kept;
  readonly #locator = new Locator();

  constructor(kept: Kept = 'head') {
    this.#kept = kept;
  }

  take(document: ParsedDocument): Kept {
    const at = (pointer: string) => placed(this.#locator, { document, pointer });
    this.documents.push({ value: document.value, root: at(''), name: at('/metadata/name') });
    this.taken.push(document);
    return this.#kept;
  }
}

function placed(locator: Locator, place: NonNullable<Finding['place']>): string {
  const { file, line, column } = locator.locate(place);
  return `${file}:${line}:${column}`;
}

function seen({ documents }: Notes, findings: readonly Finding[]): Seen {
  const locator = new Locator();
  const texts = findings.map(({ rule, severity, unreadable, message, place }) => {
    const path = place && 'document' in place ? place.document.prefix + place.pointer : '';
    return `${rule} ${severity} ${unreadable ?? false} ${place && placed(locator, place)} ${path} ${message}`;
  });
  return { documents, findings: texts.sort(byKeys((text) => text)) };
}

export async function problemOr<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** What a body is when it is read whole. */
export function whole(bytes: Uint8Array, type: string, limits: Partial<Limits> = {}): Promise<Seen | Problem> {
  const all = { ...DEFAULT_LIMITS, wholeBytes: Number.MAX_SAFE_INTEGER, ...limits };
  return problemOr(async () => {
    const { bundle } = await readBodyOf(streamOf(bytes), type, all);
    const notes = new Notes();
    return seen(notes, parseBundle(bundle, all, notes).findings);
  });
}

/** What the same body is when it comes in these chunks and is read while it does. */
export function streamed(
  chunks: readonly Uint8Array[],
  type: string,
  limits: Partial<Limits> = {},
): Promise<Seen | Problem> {
  const all = { ...DEFAULT_LIMITS, wholeBytes: 24, ...limits };
  return problemOr(async () => {
    const received = await receiveBody(arriving(streamOf(...chunks), type), { begin: () => new Notes(), limits: all });
    if (!received.streamed) throw new Error('the body was read whole');
    return seen(received.streamed.sink, received.streamed.parsed.findings);
  });
}

/** Bytes in chunks of random lengths. */
export function chunked(bytes: Uint8Array): fc.Arbitrary<Uint8Array[]> {
  return fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }).map((cuts) => {
    const borders = [0, ...cuts.sort((a, b) => a - b), bytes.length];
    return borders.slice(1).map((end, i) => bytes.slice(borders[i], end));
  });
}

export function kindsOf(notes: Notes): string[] {
  return notes.taken.map((document) => headOf(document).kind);
}

export const withChunks = (bodies: fc.Arbitrary<Uint8Array>) =>
  bodies.chain((bytes) => fc.tuple(fc.constant(bytes), chunked(bytes)));

export function bytesOf(parts: readonly (string | readonly number[])[]): Uint8Array {
  const encoder = new TextEncoder();
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)));
}

/** What goes wrong in the middle of a body. */
export const wrong = fc.constantFrom<string | readonly number[]>(
  '{"apiVersion":',
  `{"x":${'['.repeat(70)}${']'.repeat(70)}}`,
  'nonsense',
  '\u{FEFF}{}',
  [0],
  [0xff],
  [0xe2, 0x82],
  '\r',
);
