/**
 * Two bundles in one: the files under `before/` and those under `after/`, whatever form they were sent in. The paths
 * keep their first folder, so that every finding names its side.
 */

import { type ProblemDetail, ProblemError, problem } from '../util/problem.ts';
import type { Bundle, BundleFile } from './bundle.ts';
import { malformed } from './upload.ts';

export const SIDES = ['before', 'after'] as const;
export type SideName = (typeof SIDES)[number];

/** Something that there is once for each side. */
export type BySide<T> = Readonly<Record<SideName, T>>;

const MOST_ERRORS = 100;

/** Archives are often made of `.`, which puts `./` before every path. */
const SIDE = /^(?:\.\/)*(before|after)\//;

/** One side may be empty: then everything was added, or removed. Throws a `ProblemError` for a file on neither side. */
export function splitPair({ files, skipped = [] }: Bundle): BySide<Bundle> {
  const astray = files.filter((file) => sideOf(file) === undefined);
  if (astray.length > 0) refuse(astray);
  if (files.length === 0) throw new ProblemError(problem('empty-bundle', 'Neither side holds a file.'));
  const of = (side: SideName): Bundle => ({
    files: files.filter((file) => sideOf(file) === side),
    skipped: skipped.filter((file) => sideOf(file) === side),
  });
  return { before: of('before'), after: of('after') };
}

function sideOf({ path }: { readonly path: string }): string | undefined {
  return SIDE.exec(path)?.[1];
}

function refuse(astray: readonly BundleFile[]): never {
  const errors = astray
    .slice(0, MOST_ERRORS)
    .map(({ path }): ProblemDetail => ({ file: path, message: 'the path begins with neither before/ nor after/' }));
  const count = astray.length === 1 ? 'one file lies' : `${astray.length} files lie`;
  malformed(
    `Two bundles are compared, and ${count} in neither. Send { "before": { "files": […] }, "after": ` +
      '{ "files": […] } }, or files whose paths begin with before/ and after/. curl sends base names only: write ' +
      "curl -F 'f=@new/web.yaml;filename=after/web.yaml'.",
    errors,
  );
}
