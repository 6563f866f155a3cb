/**
 * The outer layers of a request body taken off: the encoding it was sent in (Content-Encoding, RFC 9110 §8.4), and a
 * gzip stream that is the body itself. What is left has a form that a reader of this room takes.
 */

import { BodyBytes, type Counted, wire } from './body-bytes.ts';
import { type BodyForm, FORM_BYTES, formOf, innerForm } from './body-form.ts';
import { gunzip } from './gunzip.ts';
import type { Limits } from './limits.ts';
import type { SnapshotSource } from './snapshot.ts';

/** A body as a request brings it. */
export interface Arriving {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly contentType: string | null;
  /** Undefined where the body was sent as it is. */
  readonly contentEncoding?: 'gzip' | undefined;
}

export interface OpenBody {
  readonly bytes: BodyBytes;
  readonly form: Exclude<BodyForm, 'gzip'>;
}

export interface OpenOptions {
  readonly limits: Limits;
  readonly counted?: Counted | undefined;
  /** Where the snapshots are that a body may name; undefined where none are kept. */
  readonly snapshots?: SnapshotSource | undefined;
}

/** Throws a `ProblemError`; then nothing more of the body is wanted. */
export async function openBody(
  arriving: Arriving,
  { limits, counted }: Omit<OpenOptions, 'snapshots'>,
): Promise<OpenBody> {
  const { body, contentType, contentEncoding } = arriving;
  let bytes = new BodyBytes(wire(body), { limits, counted });
  try {
    if (contentEncoding === 'gzip') bytes = gunzip(bytes, limits, counted);
    await bytes.hold(FORM_BYTES);
    const form = formOf(contentType, bytes.held());
    if (form !== 'gzip') return { bytes, form };
    bytes = gunzip(bytes, limits, counted);
    await bytes.hold(FORM_BYTES);
    return { bytes, form: innerForm(contentType, bytes.held()) };
  } catch (error) {
    bytes.cancel();
    throw error;
  }
}
