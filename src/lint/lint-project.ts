/** Runs every rule about Docker over one project, which the loader accepts. */

import { Report } from '../docker/compose/report.ts';
import type { Project } from '../docker/project.ts';
import type { Finding } from '../ingest/finding.ts';
import { originOf } from './place.ts';
import { RULES } from './registry.ts';

export function lintProject(project: Project): readonly Finding[] {
  const report = new Report();
  for (const rule of RULES) {
    if (rule.model !== 'docker') continue;
    rule.check?.({ project }, (place, message, remarks = {}) => {
      report.note(rule.id, remarks.severity ?? rule.severity, originOf(place), message);
    });
  }
  return report.findings;
}
