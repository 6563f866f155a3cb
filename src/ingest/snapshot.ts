/** Bundles that were stored before, named in a body by their digest: `{ "snapshot": "sha256:…" }`. */

import { ProblemError, problem } from '../util/problem.ts';
import { orUnavailable } from '../util/unavailable.ts';
import type { Bundle } from './bundle.ts';
import { readBundle } from './bundle-form.ts';
import type { Limits } from './limits.ts';
import { malformed, type NamedSnapshot, type Upload } from './upload.ts';

/** Where stored bundles are had from. */
export interface SnapshotSource {
  /** The bundle of a digest, as it was written; undefined where there is none, or no longer. */
  get(digest: string): Promise<Uint8Array | undefined>;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

export function requireDigest(value: unknown, at: string): string {
  if (typeof value === 'string' && DIGEST.test(value)) return value;
  return malformed(
    `\`${at}\` is no digest of a snapshot: "sha256:" and 64 hexadecimal digits, as POST /v1/snapshots answers.`,
  );
}

async function fetchSnapshot(digest: string, source: SnapshotSource, limits: Limits): Promise<Bundle> {
  const written = await orUnavailable('The store of snapshots', () => source.get(digest));
  if (written) return readBundle(written, limits);
  const detail = `There is no snapshot ${digest}, or no longer. Send the files again to POST /v1/snapshots.`;
  throw new ProblemError(problem('unknown-snapshot', detail));
}

/** The upload with the files of the snapshots it names. Throws `not-configured` where none are kept. */
export async function withSnapshots(
  upload: Upload,
  source: SnapshotSource | undefined,
  limits: Limits,
): Promise<Upload> {
  const { snapshots = [], ...rest } = upload;
  if (snapshots.length === 0) return upload;
  if (!source) {
    const detail = 'This service keeps no snapshots: none is configured. Send the files themselves.';
    throw new ProblemError(problem('not-configured', detail));
  }
  const bundles = await Promise.all(snapshots.map((named) => prefixed(named, source, limits)));
  return {
    ...rest,
    files: [...rest.files, ...bundles.flatMap(({ files }) => files)],
    skipped: bundles.flatMap(({ skipped = [] }) => skipped),
  };
}

async function prefixed({ digest, prefix }: NamedSnapshot, source: SnapshotSource, limits: Limits): Promise<Bundle> {
  const { files, skipped = [] } = await fetchSnapshot(digest, source, limits);
  const under = <T extends { readonly path: string }>(entry: T): T => ({ ...entry, path: prefix + entry.path });
  return { files: files.map(under), skipped: skipped.map(under) };
}
