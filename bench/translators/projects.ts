/** Compose projects in the folders of a folder: each has its file at its own top, or in `input/`. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { composeProjects } from '../../src/docker/compose.ts';
import type { Project } from '../../src/docker/project.ts';
import type { BundleFile } from '../../src/ingest/bundle.ts';

export interface FoundProject {
  readonly name: string;
  /** Where its Compose file lies. */
  readonly folder: string;
  /** The file's name. */
  readonly file: string;
  readonly project: Project;
  readonly files: readonly BundleFile[];
}

const COMPOSE_FILE = /^(?:docker-)?compose\.ya?ml$/;

export function projectsIn(folder: string): FoundProject[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const own = [join(folder, name, 'input'), join(folder, name)].find(
        (path) => existsSync(path) && statSync(path).isDirectory() && composeFileIn(path) !== undefined,
      );
      return own === undefined ? [] : (read(name, own) ?? []);
    });
}

function composeFileIn(folder: string): string | undefined {
  return readdirSync(folder).find((file) => COMPOSE_FILE.test(file));
}

function read(name: string, folder: string): FoundProject | undefined {
  const files = filesBelow(folder).map((path) => ({ path: relative(folder, path), bytes: readFileSync(path) }));
  const sources = files.map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }));
  const file = composeFileIn(folder) ?? '';
  const [found] = composeProjects(sources, { projectName: name, composeFiles: [file] }).projects;
  return found?.loaded && { name, folder, file, project: found.loaded.project, files };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}
