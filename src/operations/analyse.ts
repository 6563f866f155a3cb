/** From a bundle and the options of a request to its analysis: the one place where transports begin one. */

import * as z from 'zod';
import { Analysis } from '../analysis/analysis.ts';
import type { Bundle } from '../ingest/bundle.ts';
import { ProblemError } from '../util/problem.ts';
import { optionFaults } from './option-faults.ts';
import { analysisOptions, focusOptions } from './options.ts';

/** What of an operation's options the analysis itself depends on; the others are the operation's own. */
const settings = z.object({ ...analysisOptions.shape, level: focusOptions.shape.level });

/**
 * `options` may hold more than the analysis needs; what it needs and they lack is the default. Throws the
 * `invalid-options` problem where they hold something else.
 */
export function analyse(bundle: Bundle, options: unknown): Analysis {
  const read = settings.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  return new Analysis(bundle, read.data);
}
