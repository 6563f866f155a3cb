/**
 * A bundle as one run of bytes: a line of JSON that lists its files with their lengths, then their bytes one after the
 * other. The files are sorted, so equal bundles are equal bytes, however they were sent; their digest names them.
 */

import { compareText } from '../util/ordering.ts';
import type { Bundle, BundleFile, SkippedFile } from './bundle.ts';
import type { Limits } from './limits.ts';
import { checkFileCount } from './parse-bundle.ts';

interface Listed {
  readonly path: string;
  readonly length: number;
}

interface Head {
  readonly files: readonly Listed[];
  readonly skipped: readonly SkippedFile[];
}

const LINE_FEED = 10;

export function writeBundle({ files, skipped = [] }: Bundle): Uint8Array<ArrayBuffer> {
  const sorted = files.toSorted((a, b) => compareText(a.path, b.path));
  const head: Head = {
    files: sorted.map(({ path, bytes }) => ({ path, length: bytes.length })),
    skipped: skipped.map(({ path, why }) => ({ path, why })).sort((a, b) => compareText(a.path, b.path)),
  };
  const first = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const written = new Uint8Array(sorted.reduce((sum, { bytes }) => sum + bytes.length, first.length));
  written.set(first);
  let at = first.length;
  for (const { bytes } of sorted) {
    written.set(bytes, at);
    at += bytes.length;
  }
  return written;
}

/** Reads what `writeBundle` wrote; a store gives back what it was given. */
export function readBundle(written: Uint8Array, limits: Limits): Bundle {
  const end = written.indexOf(LINE_FEED);
  const head = JSON.parse(new TextDecoder().decode(written.subarray(0, end))) as Head;
  checkFileCount(head.files.length, limits);
  let at = end + 1;
  const files = head.files.map(({ path, length }): BundleFile => {
    const bytes = written.subarray(at, at + length);
    at += length;
    return { path, bytes };
  });
  return head.skipped.length > 0 ? { files, skipped: head.skipped } : { files };
}
