/** The validation of what a bundle holds of Docker: Compose projects, command lines, inspected hosts. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Project } from '../docker/project.ts';
import type { Source } from '../ingest/index.ts';
import { lintProject } from '../lint/lint-project.ts';
import { findingsJson } from './inventory.ts';
import { countSeverities } from './severities.ts';
import type { Validation } from './validate-results.ts';
import { judged } from './verdict.ts';

export interface DockerValidation {
  readonly validation: Validation;
  /** The files that are Docker's, and no concern of Kubernetes. */
  readonly sources: ReadonlySet<Source>;
}

/** Undefined where the bundle holds nothing of Docker, and no Compose file was asked for. */
export function validateDocker(analysis: Analysis): DockerValidation | undefined {
  const docker = analysis.docker();
  if (!docker) return undefined;
  const { sources } = docker.bundle;
  const said = [
    ...docker.fileFindings,
    ...docker.bundle.compose.projects.flatMap(({ loaded }) => (loaded ? lintProject(loaded.project) : [])),
  ];
  const validation: Validation = {
    model: 'docker',
    ...judged(said),
    valid: !said.some(({ refused }) => refused),
    findings: findingsJson(analysis, said),
    summary: {
      ...countSeverities(said),
      files: sources.size,
      resources: docker.projects.reduce((sum, project) => sum + entries(project), 0),
    },
  };
  return { validation, sources };
}

function entries({ services, networks, volumes, configs, secrets }: Project): number {
  return services.size + networks.size + volumes.size + configs.size + secrets.size;
}
