/** From a bundle and the options of a request to its analysis: the one place where transports begin one. */

import * as z from 'zod';
import { Analysis } from '../analysis/analysis.ts';
import { Reading } from '../analysis/reading.ts';
import type { Algebra } from '../engine/algebra.ts';
import type { Bundle, SideName, Streamed } from '../ingest/index.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { ProblemError } from '../util/problem.ts';
import { optionFaults } from './option-faults.ts';
import { analysisOptions, focusOptions, kubernetesRelease } from './options.ts';

/** What of an operation's options the analysis itself depends on; the others are the operation's own. */
const settings = z.object({
  ...analysisOptions.shape,
  level: focusOptions.shape.level,
  kubernetes: kubernetesRelease.optional(),
});

function settingsOf(options: unknown): z.infer<typeof settings> {
  const read = settings.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  return read.data;
}

interface Means {
  /** Of two bundles that are compared, the one it is: the folder its files lie in. */
  readonly side?: SideName;
  /** Analyses that are to be compared share one. */
  readonly algebra?: Algebra;
  /** Whether rules will look at the objects. */
  readonly keepObjects?: boolean;
}

/**
 * `options` may hold more than the analysis needs; what it needs and they lack is the default. Throws the
 * `invalid-options` problem where they hold something else.
 */
export function analyse(
  given: Bundle | Streamed<Reading>,
  options: unknown,
  { side, algebra, keepObjects = false }: Means = {},
): Analysis {
  return new Analysis(given, { ...settingsOf(options), keepObjects, root: side }, algebra);
}

/** What an analysis depends on beside its bundle, as text; it may hold the values of variables. */
export function dependencies(options: unknown, keepObjects: boolean): string {
  return canonicalJson({ ...settingsOf(options), keepObjects });
}

/** Begins the analysis of a body that is still arriving; throws as `analyse` does. */
export function beginReading(options: unknown, keepObjects = false): Reading {
  return new Reading({ ...settingsOf(options), keepObjects });
}
