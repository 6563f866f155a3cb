/**
 * A request body to a bundle, whatever form it has. The one door for uploads: it counts the bytes, tells the form, and
 * names the files; what it cannot take is a `ProblemError`, and nothing else is ever thrown.
 */

import { ProblemError, problem } from '../util/problem.ts';
import { readTar } from './archive/tar.ts';
import { readZip } from './archive/zip.ts';
import type { BodyBytes } from './body-bytes.ts';
import { type BodyForm, formOf, mediaType } from './body-form.ts';
import type { Bundle, BundleFile } from './bundle.ts';
import { distinctPaths } from './distinct-paths.ts';
import type { JsonObject } from './document.ts';
import { readJsonBody } from './json-body.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readMultipartBody } from './multipart-body.ts';
import { type Arriving, type OpenBody, type OpenOptions, openBody } from './open-body.ts';
import { checkFileCount } from './parse-bundle.ts';
import { withSnapshots } from './snapshot.ts';
import { malformed, pathFault, type Upload } from './upload.ts';

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
export async function readBody(arriving: Arriving, options: Partial<OpenOptions> = {}): Promise<Body> {
  const { limits = DEFAULT_LIMITS, counted, snapshots } = options;
  const open = await openBody(arriving, { limits, counted });
  return withdrawing(open.bytes, () => readWhole(open, { contentType: arriving.contentType, limits, snapshots }));
}

/** A file that came by itself: an archive is its files, everything else is one, under its own name. */
export async function readNamed(file: BundleFile, limits: Limits = DEFAULT_LIMITS): Promise<Bundle> {
  const fault = pathFault(file.path, limits);
  if (fault !== undefined) malformed(`An upload cannot be named: ${fault}.`);
  const form = formOf(null, file.bytes);
  if (form !== 'gzip' && form !== 'tar' && form !== 'zip') return { files: [file] };
  const body = new Blob([new Uint8Array(file.bytes)]).stream();
  return (await readBody({ body, contentType: null }, { limits })).bundle;
}

/** What `read` gives; where it throws, nothing more of the body is wanted. */
export async function withdrawing<T>(bytes: BodyBytes, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    bytes.cancel();
    throw error;
  }
}

/** What a body is read by. */
export interface Told extends Omit<OpenOptions, 'counted'> {
  readonly contentType: string | null;
}

/** Reads all that is left of a body, behind what is held of it. */
export async function readWhole({ bytes, form }: OpenBody, told: Told): Promise<Body> {
  const { limits, snapshots } = told;
  const read = form === 'tar' ? await readTar(bytes, limits) : await readHeld(bytes, form, told);
  const upload = await withSnapshots(read, snapshots, limits);
  if (upload.files.length === 0) throw new ProblemError(problem('empty-bundle', emptyDetail(upload)));
  checkFileCount(upload.files.length, limits);
  const { options, skipped, sided = false } = upload;
  const files = distinctPaths(upload.files);
  return { bundle: skipped && skipped.length > 0 ? { files, skipped } : { files }, options, sided };
}

function emptyDetail({ skipped = [] }: Upload): string {
  if (skipped.length === 0) return 'The request holds no file.';
  const named = skipped.slice(0, 3).map(({ path }) => path);
  return `The archive holds no manifest that could be read; it has ${skipped.length} other entries, such as ${named.join(', ')}.`;
}

async function readHeld(
  body: BodyBytes,
  form: Exclude<BodyForm, 'gzip' | 'tar'>,
  { contentType, limits }: Told,
): Promise<Upload> {
  await body.hold(Number.POSITIVE_INFINITY);
  const bytes = body.held();
  body.release();
  if (isBlank(bytes)) throw new ProblemError(problem('empty-bundle', 'The request body is empty.'));
  switch (form) {
    case 'multipart':
      return readMultipartBody(bytes, contentType ?? '', limits);
    case 'zip':
      return readZip(bytes, limits);
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
