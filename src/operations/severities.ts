/** How many findings there are of each severity. */

import type { Finding, Severity } from '../ingest/finding.ts';

export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
