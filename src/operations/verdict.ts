/** The verdict over findings: the worst of them, and whether everything could be read. */

import type { Finding } from '../ingest/finding.ts';

export interface Judged {
  readonly verdict: 'pass' | 'warn' | 'fail';
  readonly complete: boolean;
}

export function judged(findings: readonly Finding[]): Judged {
  const severities = new Set(findings.map(({ severity }) => severity));
  const verdict = severities.has('error') ? 'fail' : severities.has('warning') ? 'warn' : 'pass';
  return { verdict, complete: !findings.some(({ unreadable }) => unreadable) };
}
