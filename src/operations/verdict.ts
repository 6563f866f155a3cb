/** The verdict over findings: the worst of them, and whether everything could be read. */

import { type Verdict, verdictOf } from '../analysis/model.ts';
import type { Finding } from '../ingest/finding.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly complete: boolean;
}

export function judged(findings: readonly Finding[]): Judged {
  return { verdict: verdictOf(findings), complete: !findings.some(({ unreadable }) => unreadable) };
}
