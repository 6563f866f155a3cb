/**
 * A request body while it arrives. One that is long, and whose beginning shows JSON objects that can be told apart, is
 * handed on object by object; everything else is read whole, as `readBody` does.
 */

import type { BodyBytes } from './body-bytes.ts';
import type { TextForm } from './body-form.ts';
import { isUtf16 } from './decode-text.ts';
import type { DocumentSink } from './document-sink.ts';
import { Intake } from './intake.ts';
import { beginsEnvelope } from './json-body.ts';
import { JsonStream, type StreamedForm, streamedForm } from './json-stream.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type Arriving, type OpenOptions, openBody } from './open-body.ts';
import type { ParsedBundle } from './parse-bundle.ts';
import { type Body, isBlank, RAW_PATHS, readWhole, withdrawing } from './read-body.ts';

export interface Reception<Sink extends DocumentSink> extends Partial<OpenOptions> {
  /** Makes who takes the documents; who took those before then counts no more. Without it, a body is read whole. */
  readonly begin?: (() => Sink) | undefined;
}

/** A body that was handed on while it arrived. */
export interface Streamed<Sink> {
  readonly sink: Sink;
  readonly parsed: ParsedBundle;
}

interface StreamedFile {
  readonly path: string;
  readonly form: StreamedForm;
}

/** A streamed body has an empty bundle. Throws a `ProblemError`, and nothing else but what `begin` and `counted` throw. */
export async function receiveBody<Sink extends DocumentSink>(
  arriving: Arriving,
  { begin, counted, snapshots, limits = DEFAULT_LIMITS }: Reception<Sink>,
): Promise<Body & { readonly streamed?: Streamed<Sink> }> {
  const open = await openBody(arriving, { limits, counted });
  const { bytes, form } = open;
  return withdrawing(bytes, async () => {
    const isText = begin && form !== 'tar' && form !== 'zip' && form !== 'multipart';
    const isLong = isText && (await bytes.hold(limits.wholeBytes)) > limits.wholeBytes;
    const file = isLong ? streamedFile(form, bytes.held(), limits) : undefined;
    if (!begin || !file) return readWhole(open, { contentType: arriving.contentType, limits, snapshots });
    const streamed = await readStream(bytes, file, { begin, limits });
    return { bundle: { files: [] }, options: {}, sided: false, streamed };
  });
}

/** How to read a body that begins so, and what to call it; undefined where it must be read whole. */
function streamedFile(bodyForm: TextForm, head: Uint8Array, limits: Limits): StreamedFile | undefined {
  if (isUtf16(head) || isBlank(head)) return undefined;
  if (bodyForm === 'json' && beginsEnvelope(new TextDecoder().decode(head), limits)) return undefined;
  const path = RAW_PATHS[bodyForm];
  const form = streamedForm(path, head, limits);
  return form && { path, form };
}

async function readStream<Sink extends DocumentSink>(
  bytes: BodyBytes,
  { path, form }: StreamedFile,
  { begin, limits }: { readonly begin: () => Sink; readonly limits: Limits },
): Promise<Streamed<Sink>> {
  const sink = begin();
  const intake = new Intake(limits, sink, true);
  const stream = new JsonStream(path, form, intake);
  stream.feed(bytes.held());
  bytes.release();
  for (let chunk = await bytes.next(); chunk; chunk = await bytes.next()) stream.feed(chunk);
  stream.end();
  const sources = [{ path, text: '' }];
  if (!stream.wrong) return { sink, parsed: { documents: [], findings: intake.findings, sources } };
  const none = begin();
  const anew = new Intake(limits, none, true);
  anew.fault(stream.wrong.source, 0, stream.wrong.fault);
  return { sink: none, parsed: { documents: [], findings: anew.findings, sources } };
}
