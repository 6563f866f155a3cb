/** Where the files of a `bundle` argument come from: its text, uploads of a multipart request, or a snapshot. */

import type { BundleInput, FileInput } from '../generated/graphql.ts';
import { type Bundle, readBody, readNamed, type SnapshotSource } from '../ingest/index.ts';
import { digest } from '../util/digest.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { sha256 } from '../util/sha256.ts';

export interface BundleSource {
  /** Equal sources have one name. */
  readonly name: string;
  load(): Promise<Bundle>;
}

/** Whether an input stands for no files at all. */
export function isEmptyInput({ files, upload, snapshot }: BundleInput): boolean {
  return !snapshot && (files ?? []).length === 0 && (upload ?? []).length === 0;
}

/** The order of files means nothing, and must not show in a digest. */
function sorted(files: readonly FileInput[]): readonly FileInput[] {
  return files.toSorted(
    byKeys(
      (file) => file.path,
      (file) => file.content,
    ),
  );
}

async function ofBody(body: unknown, snapshots?: SnapshotSource): Promise<BundleSource> {
  const text = JSON.stringify(body);
  return {
    name: await digest([text]),
    async load() {
      const arriving = { body: new Blob([text]).stream(), contentType: 'application/json' };
      return (await readBody(arriving, { snapshots })).bundle;
    },
  };
}

async function ofUploads(uploads: readonly File[]): Promise<BundleSource> {
  const files = await Promise.all(
    uploads.map(async (file) => ({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const digests = await Promise.all(files.map(async ({ path, bytes }) => `${path} ${await sha256(bytes)}`));
  return {
    name: await digest(digests.sort()),
    async load() {
      const bundles = await Promise.all(files.map((file) => readNamed(file)));
      return {
        files: bundles.flatMap((bundle) => bundle.files),
        skipped: bundles.flatMap(({ skipped = [] }) => skipped),
      };
    },
  };
}

/** Rejects with a `ProblemError` for an input that names its files in two ways. */
export async function sourceOf(input: BundleInput, snapshots: SnapshotSource | undefined): Promise<BundleSource> {
  const { files, upload, snapshot } = input;
  const given = [files, upload, snapshot].filter((way) => way !== null && way !== undefined);
  if (given.length > 1) {
    const detail = 'The bundle has several of `files`, `upload` and `snapshot`: give one of them.';
    throw new ProblemError(problem('invalid-options', detail, { errors: [{ option: 'bundle', message: detail }] }));
  }
  if (snapshot) return ofBody({ snapshot }, snapshots);
  return upload ? ofUploads(upload) : ofBody({ files: sorted(files ?? []) });
}
