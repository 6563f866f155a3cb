/**
 * The door to this room: everything of Docker that a bundle holds, as projects of one host, whatever each was written
 * in: Compose files, command lines, or what `docker inspect` printed.
 */

import type { Document, Source } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { loadCommandLines } from './cli/command-lines.ts';
import type { ComposeOptions } from './compose/options.ts';
import { type ComposeProjects, composeProjects } from './compose.ts';
import { loadInspect } from './inspect/load-inspect.ts';
import type { Project } from './project.ts';

export interface DockerFiles {
  /** Every file of the bundle, in order of paths. */
  readonly sources: readonly Source[];
  /** Those of them that hold command lines. */
  readonly scripts: readonly Source[];
  /** What `docker inspect` and `docker network inspect` printed. */
  readonly inspected: readonly Document[];
}

export interface DockerBundle {
  /** Whether the bundle holds anything of Docker, or was to hold a Compose file. */
  readonly isThere: boolean;
  /** Those of Compose in order of folders, then that of the command lines, then those of the inspected host. */
  readonly projects: readonly Project[];
  readonly compose: ComposeProjects;
  readonly findings: readonly Finding[];
  /** The files that are Docker's, and no concern of Kubernetes. */
  readonly sources: ReadonlySet<Source>;
  /** Compose projects and commands that would be refused, so that they are not in force. */
  readonly refused: number;
  /** Lines of scripts that are no docker command, or one that makes nothing. */
  readonly otherLines: number;
}

/** Never throws: what is wrong is a finding. */
export function dockerBundle({ sources, scripts, inspected }: DockerFiles, options: ComposeOptions): DockerBundle {
  const compose = composeProjects(
    sources.filter((source) => !scripts.includes(source)),
    options,
  );
  const { projectName, env = {} } = options;
  const commands = loadCommandLines(scripts, { projectName, env: new Map(Object.entries(env)) });
  const host = loadInspect(inspected, projectName);
  const isThere = compose.projects.length + compose.findings.length + commands.commands + inspected.length > 0;
  return {
    isThere,
    projects: [
      ...compose.projects.flatMap(({ loaded }) => (loaded ? [loaded.project] : [])),
      ...(commands.project ? [commands.project] : []),
      ...host.projects,
    ],
    compose,
    findings: [
      ...compose.findings,
      ...compose.projects.flatMap((project) => project.findings),
      ...commands.findings,
      ...host.findings,
    ],
    sources: new Set([...compose.sources, ...scripts, ...inspected.map(({ source }) => source)]),
    refused: compose.projects.filter(({ loaded }) => !loaded).length + refusedCommands(commands.findings),
    otherLines: commands.others,
  };
}

/** A command may be refused for several reasons. */
function refusedCommands(findings: readonly Finding[]): number {
  const documents = findings.flatMap(({ refused, place }) =>
    refused && place && 'document' in place ? [place.document] : [],
  );
  return new Set(documents).size;
}
