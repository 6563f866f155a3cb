/** The Compose projects of an analysed bundle, and what its files are besides. */

import type { Analysis } from '../analysis/analysis.ts';
import type { ComposeOptions } from '../docker/compose/options.ts';
import { type ComposeProjects, composeProjects } from '../docker/compose.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Source } from '../ingest/index.ts';

export function bundleProjects(analysis: Analysis, options: ComposeOptions): ComposeProjects {
  return composeProjects(analysis.parsed().sources, options);
}

/** What is to be said of the projects, and of their files as files. */
export function projectsFindings(analysis: Analysis, { projects, findings, sources }: ComposeProjects): Finding[] {
  const own = projects.flatMap((project) => project.findings);
  const files = analysis.parsed().findings.filter((finding) => finding.rule === 'YML008' && isIn(finding, sources));
  return [...findings, ...own, ...files];
}

/** Whether a finding points into one of the files. */
export function isIn({ place }: Finding, sources: ReadonlySet<Source>): boolean {
  if (!place) return false;
  return sources.has('source' in place ? place.source : place.document.source);
}
