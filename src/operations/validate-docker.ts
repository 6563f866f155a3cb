/** The validation of the Compose projects of a bundle. */

import type { Analysis } from '../analysis/analysis.ts';
import type { LoadedProject } from '../docker/compose/load-project.ts';
import type { ComposeOptions } from '../docker/compose/options.ts';
import type { Source } from '../ingest/index.ts';
import { bundleProjects, projectsFindings } from './bundle-projects.ts';
import { findingsJson } from './inventory.ts';
import { countSeverities } from './severities.ts';
import type { Validation } from './validate-results.ts';
import { judged } from './verdict.ts';

export interface DockerValidation {
  readonly validation: Validation;
  /** The files that are Compose's, and no concern of Kubernetes. */
  readonly sources: ReadonlySet<Source>;
}

/** Undefined where the bundle holds no Compose file, and none was asked for. */
export function validateDocker(analysis: Analysis, options: ComposeOptions): DockerValidation | undefined {
  const loaded = bundleProjects(analysis, options);
  const { projects, findings, sources } = loaded;
  if (projects.length === 0 && findings.length === 0) return undefined;
  const said = projectsFindings(analysis, loaded);
  const validation: Validation = {
    model: 'docker',
    ...judged(said),
    valid: !said.some(({ refused }) => refused),
    findings: findingsJson(analysis, said),
    summary: {
      ...countSeverities(said),
      files: sources.size,
      resources: projects.reduce((sum, one) => sum + entries(one), 0),
    },
  };
  return { validation, sources };
}

function entries({ loaded }: LoadedProject): number {
  if (!loaded) return 0;
  const { services, networks, volumes, configs, secrets } = loaded.project;
  return services.size + networks.size + volumes.size + configs.size + secrets.size;
}
