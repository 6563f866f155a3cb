/** GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */

import { findingsFormat } from './findings-format.ts';
import { type FindingsReport, type ReportedSeverity, relativePath } from './report.ts';

const SEVERITIES: Readonly<Record<ReportedSeverity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

export const gitlab = findingsFormat({
  name: 'gitlab',
  mediaType: 'application/vnd.gitlab.codequality+json',
  description: 'Code Quality of GitLab.',
  writeFindings: (report) => `${JSON.stringify(qualityReport(report))}\n`,
});

/** An entry without a place is none to GitLab: what is about the request stands at the first file. */
function qualityReport({ findings, files: [first = '.'] }: FindingsReport): object[] {
  return findings.map(({ rule, severity, message, fingerprint, file = first, line = 1 }) => ({
    description: `${rule}: ${message}`,
    check_name: rule,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: relativePath(file), lines: { begin: line } },
  }));
}
