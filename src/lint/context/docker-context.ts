/** What rules about Docker are given: one project as the engine would get it. */

import type { Project } from '../../docker/project.ts';

export interface DockerContext {
  readonly project: Project;
}
