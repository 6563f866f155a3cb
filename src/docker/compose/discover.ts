/**
 * Which files of a bundle are Compose projects. As `docker compose` finds them: in each folder the first file with a
 * default name, and its override (https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file).
 * A folder without such a file may have Compose files of other names; each is a project then.
 */

import type { TaggedMapping, TaggedNode } from '../../ingest/compose-tree.ts';
import type { Source } from '../../ingest/document.ts';
import { compareText, pushTo } from '../../util/ordering.ts';
import type { BundleFiles } from './files.ts';
import type { ProjectFiles } from './load-project.ts';
import { folderOf } from './paths.ts';

const MAIN_NAMES: readonly string[] = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDE_NAMES: readonly string[] = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

export interface Discovery {
  readonly projects: readonly ProjectFiles[];
  /** Compose files that are in no project by their names. */
  readonly others: readonly Source[];
}

export function discover(files: BundleFiles): Discovery {
  const folders = new Map<string, string[]>();
  for (const [path, source] of files.all) if (isCompose(path, source, files)) pushTo(folders, folderOf(path), path);
  const found = [...folders]
    .sort(([a], [b]) => compareText(a, b))
    .map(([folder, paths]) => inFolder(folder, paths, files));
  return { projects: found.flatMap(({ projects }) => projects), others: found.flatMap(({ others }) => others) };
}

function inFolder(folder: string, paths: readonly string[], files: BundleFiles): Discovery {
  const byName = new Map(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1), path]));
  const first = (names: readonly string[]) => names.flatMap((name) => byName.get(name) ?? [])[0];
  const main = first(MAIN_NAMES);
  const sourcesOf = (chosen: readonly (string | undefined)[]) =>
    chosen.flatMap((path) => (path === undefined ? [] : (files.get(path) ?? [])));
  if (main === undefined) {
    const roots = paths.filter((path) => !isOverride(path)).sort(compareText);
    const projects = roots.map((path) => ({ folder, sources: sourcesOf([path, overrideOf(path, paths)]) }));
    const taken = new Set(projects.flatMap(({ sources }) => sources));
    return { projects, others: sourcesOf(paths).filter((source) => !taken.has(source)) };
  }
  const sources = sourcesOf([main, first(OVERRIDE_NAMES)]);
  const others = sourcesOf(paths.toSorted(compareText)).filter((source) => !sources.includes(source));
  return { projects: [{ folder, sources }], others };
}

function isOverride(path: string): boolean {
  return /\.override\.[^./]+$/.test(path);
}

function overrideOf(path: string, paths: readonly string[]): string | undefined {
  const name = path.replace(/\.[^./]+$/, '');
  return paths.find((other) => isOverride(other) && other.startsWith(`${name}.override.`));
}

/** By its name, or by what stands at its top: a mapping of services, and no kind. */
function isCompose(path: string, source: Source, files: BundleFiles): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isNamed = /^(?:docker-)?compose(?:[._-].*)?\.ya?ml$/i.test(name);
  if (!isNamed && !mayHoldServices(source.text)) return false;
  const roots = files
    .documents(source)
    .flatMap((read) => ('root' in read && read.root.kind === 'mapping' ? [read.root] : []));
  if (roots.some((root) => entryOf(root, 'kind'))) return false;
  return isNamed || roots.some((root) => entryOf(root, 'services')?.kind === 'mapping');
}

/** A look that is cheap enough for every file of a bundle: most have no such word, which is found out soonest. */
function mayHoldServices(text: string): boolean {
  return text.includes('services') && SERVICES_KEY.test(text);
}

const SERVICES_KEY = /(?:^|[\n{,])[ \t\r\n]*["']?services["']?[ \t]*:/;

function entryOf(root: TaggedMapping, key: string): TaggedNode | undefined {
  return root.entries.find((entry) => entry.key === key)?.value;
}
