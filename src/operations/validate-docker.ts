/** What is found in what a bundle holds of Docker: Compose projects, command lines, inspected hosts. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Project } from '../docker/project.ts';
import type { Finding, Source } from '../ingest/index.ts';
import { lintProject } from '../lint/lint-project.ts';
import type { Found } from './found.ts';

export interface DockerFound {
  readonly found: Found;
  /** The files that are Docker's, and no concern of Kubernetes. */
  readonly sources: ReadonlySet<Source>;
}

/** Undefined where the bundle holds nothing of Docker, and no Compose file was asked for. */
export function validateDocker(analysis: Analysis): DockerFound | undefined {
  const docker = analysis.docker();
  if (!docker) return undefined;
  const { sources } = docker.bundle;
  const said = [
    ...docker.fileFindings,
    ...docker.network().findings.filter((finding) => !isSaid(finding)),
    ...docker.projects.flatMap((project) => lintProject(project)),
  ];
  const resources = docker.projects.reduce((sum, project) => sum + entries(project), 0);
  const valid = !said.some(({ refused }) => refused);
  return { found: { model: 'docker', said, valid, files: sources.size, resources }, sources };
}

/** What others say of the same entry: CMP056 of a driver, readers of commands and dumps of a container not shown. */
function isSaid({ rule, place }: Finding): boolean {
  const isCompose = place !== undefined && 'document' in place && place.pointer.startsWith('/services/');
  return rule === 'CMP061' || (rule === 'CMP060' && !isCompose);
}

function entries({ services, networks, volumes, configs, secrets }: Project): number {
  return services.size + networks.size + volumes.size + configs.size + secrets.size;
}
