/**
 * A request body to a bundle, whatever form it has. The one door for uploads: it counts the bytes, tells the form, and
 * names the files; what it cannot take is a `ProblemError`, and nothing else is ever thrown.
 */

import { ProblemError, problem } from '../util/problem.ts';
import { BodyBytes } from './body-bytes.ts';
import { formOf, mediaType } from './body-form.ts';
import type { Bundle } from './bundle.ts';
import { distinctPaths } from './distinct-paths.ts';
import type { JsonObject } from './document.ts';
import { readJsonBody } from './json-body.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readMultipartBody } from './multipart-body.ts';
import { checkFileCount } from './parse-bundle.ts';
import { malformed, type Upload } from './upload.ts';

/** What a file is called that is the whole body. */
export const RAW_PATHS = { json: 'manifest.json', ndjson: 'manifest.ndjson', yaml: 'manifest.yaml' } as const;

export interface Body {
  readonly bundle: Bundle;
  /** The options that came in the body, unchecked. */
  readonly options: JsonObject;
  /** Whether it was sent as two bundles in one, `before` and `after`, so that it makes no sense as one. */
  readonly sided: boolean;
}

/** Reads a body of any accepted form; the forms are those of the API contract. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  contentType: string | null,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Body> {
  const bytes = new BodyBytes(body, limits);
  try {
    return await readWhole(bytes, contentType, limits);
  } catch (error) {
    bytes.cancel();
    throw error;
  }
}

/** Reads all that is left of a body, behind what is held of it. */
export async function readWhole(body: BodyBytes, contentType: string | null, limits: Limits): Promise<Body> {
  await body.hold(Number.POSITIVE_INFINITY);
  const bytes = body.held();
  body.release();
  if (isBlank(bytes)) throw new ProblemError(problem('empty-bundle', 'The request body is empty.'));
  const upload = await readUpload(bytes, contentType, limits);
  if (upload.files.length === 0) throw new ProblemError(problem('empty-bundle', 'The request holds no file.'));
  checkFileCount(upload.files.length, limits);
  const { options, sided = false } = upload;
  return { bundle: { files: distinctPaths(upload.files) }, options, sided };
}

async function readUpload(bytes: Uint8Array<ArrayBuffer>, contentType: string | null, limits: Limits): Promise<Upload> {
  switch (formOf(contentType, bytes)) {
    case 'multipart':
      return readMultipartBody(bytes, contentType ?? '', limits);
    case 'json':
      return readJsonBody(bytes, RAW_PATHS.json, limits);
    case 'ndjson':
      return { files: [{ path: RAW_PATHS.ndjson, bytes }], options: {} };
    case 'yaml':
      refuseJoinedLines(bytes, contentType);
      return { files: [{ path: RAW_PATHS.yaml, bytes }], options: {} };
  }
}

/** `curl -d @file` takes the line ends out of a file; nothing of the YAML can be read then. */
function refuseJoinedLines(bytes: Uint8Array, contentType: string | null): void {
  if (mediaType(contentType) !== 'application/x-www-form-urlencoded' || bytes.includes(10)) return;
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (!/^(?:---)?\s*(?:apiVersion|kind):.*\w: /s.test(start)) return;
  malformed('The body has no line ends, as after curl -d @file. Use curl --data-binary @file.');
}

export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}
