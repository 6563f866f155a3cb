/** What the rules say of a project that the loader accepts. */

import type { Finding } from '../../ingest/finding.ts';
import { Report } from '../compose/report.ts';
import type { Project } from '../project.ts';
import { PROJECT_RULES } from './registry.ts';

export function projectFindings(project: Project): readonly Finding[] {
  const report = new Report();
  for (const rule of PROJECT_RULES) {
    rule.check(project, (origin, message, severity = rule.severity) => report.note(rule.id, severity, origin, message));
  }
  return report.findings;
}
