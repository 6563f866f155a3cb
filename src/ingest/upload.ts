/** What a request body amounts to: the files of the bundle, and the options that came along in the body. */

import { type ProblemDetail, ProblemError, problem } from '../util/problem.ts';
import type { BundleFile, SkippedFile } from './bundle.ts';
import { isObject, type JsonObject, type JsonValue } from './document.ts';
import { scanJson, skipSpace } from './json-scan.ts';
import type { Limits } from './limits.ts';

/** A snapshot that a body names in place of files; `prefix` is put before the paths of its files. */
export interface NamedSnapshot {
  readonly digest: string;
  readonly prefix: string;
}

export interface Upload {
  readonly files: readonly BundleFile[];
  readonly options: JsonObject;
  /** They stand for files that are not here yet. */
  readonly snapshots?: readonly NamedSnapshot[];
  /** Entries of an archive that are no files of the bundle. */
  readonly skipped?: readonly SkippedFile[];
  /** It was sent as two bundles, `before` and `after`. */
  readonly sided?: true;
}

/** Throws `malformed-body`. */
export function malformed(detail: string, errors?: readonly ProblemDetail[]): never {
  throw new ProblemError(problem('malformed-body', detail, errors ? { errors } : {}));
}

/** What is wrong with the name of a file, or undefined. A name is a label only, but every finding repeats it. */
export function pathFault(path: string, limits: Limits): string | undefined {
  if (path === '') return 'the name of the file is empty';
  if (path.length <= limits.pathLength) return undefined;
  return `the name of the file is longer than ${limits.pathLength} characters`;
}

/** Parses a JSON object of ours; undefined when it is none, or nests deeper than the limit. */
export function parseObject(text: string, limits: Limits): JsonObject | undefined {
  const scan = scanJson(text, skipSpace(text, 0), limits.nesting);
  if (scan.tooDeep >= 0) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
