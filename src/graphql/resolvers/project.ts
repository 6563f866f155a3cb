/** The fields of loaded Compose projects. */

import type { Resolvers } from '../../generated/graphql.ts';
import { projectsOf } from '../../operations/project.ts';
import { writeYaml, type YamlMapping } from '../../util/yaml-writer.ts';
import { upper } from '../case.ts';
import { pageOf } from '../connection.ts';

export const projects: Resolvers = {
  ProjectResult: { __resolveType: (result) => ('problems' in result ? 'InputRejected' : 'LoadedProjects') },
  LoadedProjects: {
    verdict: ({ result }) => upper(result.verdict),
    complete: ({ result }) => result.complete,
    projects: ({ result }) => projectsOf(result),
    findings: ({ result, digest }, asked) =>
      pageOf(result.findings, { input: digest, field: 'project', arguments: asked }),
  },
  ComposeProject: {
    document: ({ project }) => (project === undefined ? null : writeYaml(project as YamlMapping)),
  },
};
