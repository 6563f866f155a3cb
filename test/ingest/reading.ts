/** Helpers of this folder: texts in, documents and located findings out. */

import {
  type Arriving,
  type Body,
  type Bundle,
  Locator,
  type ParsedBundle,
  parseBundle,
  readBody,
} from '../../src/ingest/index.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/ingest/limits.ts';
import { type Problem, ProblemError } from '../../src/util/problem.ts';

export const POD = 'apiVersion: v1\nkind: Pod\n';

export function bundleOf(files: Readonly<Record<string, string | Uint8Array>>): Bundle {
  const encoder = new TextEncoder();
  return {
    files: Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? encoder.encode(content) : content,
    })),
  };
}

/** Reads one file, `a.yaml` unless named. */
export function read(content: string | Uint8Array, limits: Partial<Limits> = {}, path = 'a.yaml'): ParsedBundle {
  return parseBundle(bundleOf({ [path]: content }), { ...DEFAULT_LIMITS, ...limits });
}

export function values(parsed: ParsedBundle): unknown[] {
  return parsed.documents.map((document) => document.value);
}

/** Findings as `rule line:column`. */
export function faults(parsed: ParsedBundle): string[] {
  const locator = new Locator();
  return parsed.findings.map(({ rule, place }) => {
    if (!place) return rule;
    const { line, column } = locator.locate(place);
    return `${rule} ${line}:${column}`;
  });
}

export function streamOf(...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
}

/** The problem that `work` throws; anything else it throws, or nothing, fails the test. */
export async function problemOf(work: () => unknown): Promise<Problem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The body of a request that says no more than its type. */
export function readBodyOf(
  body: ReadableStream<Uint8Array> | null,
  contentType: string | null,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Body> {
  return readBody({ body, contentType }, { limits });
}

export const arriving = (body: ReadableStream<Uint8Array> | null, contentType: string | null): Arriving => ({
  body,
  contentType,
});
