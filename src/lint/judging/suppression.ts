/**
 * Suppressions: whoever wrote the files, or asks, says that a finding is known and why. The reason is required; one that
 * suppresses nothing, or that names no rule, is a finding itself.
 */

import type { Document } from '../../ingest/document.ts';
import type { Finding, FindingPlace } from '../../ingest/finding.ts';
import type { Place } from '../../util/problem.ts';

/** A finding and where it stands. */
export interface Placed {
  readonly finding: Finding;
  readonly at: Place | undefined;
}

export interface Suppression {
  readonly by: 'annotation' | 'comment' | 'option';
  /** Ids of rules. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** Where it stands; absent where a request brings it. */
  readonly place?: FindingPlace;
  /** Whether it is about what a finding of one of its rules is about. */
  covers(placed: Placed): boolean;
}

/** What a finding points into. */
export function documentOf({ place }: Finding): Document | undefined {
  return place && 'document' in place ? place.document : undefined;
}
