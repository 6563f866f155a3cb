/**
 * The door to the Compose half of this room: the files of a bundle to its Compose projects, each as the reference
 * loader would load it (https://docs.docker.com/reference/cli/docker/compose/config/).
 */

import type { JsonObject, Source } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { DEFAULT_LIMITS, type Limits } from '../ingest/limits.ts';
import { ComposeSchema } from '../schemas/compose.ts';
import { pushTo } from '../util/ordering.ts';
import { Budget } from './compose/budget.ts';
import { discover } from './compose/discover.ts';
import { BundleFiles } from './compose/files.ts';
import { type LoadContext, type LoadedProject, loadProject, mergeProject } from './compose/load-project.ts';
import { namedFiles } from './compose/named-files.ts';
import type { ComposeOptions } from './compose/options.ts';

export interface ComposeProjects {
  /** In order of folders. */
  readonly projects: readonly LoadedProject[];
  /** What is to be said beside the findings of the projects. */
  readonly findings: readonly Finding[];
  /** Every file that is Compose's: those of projects, what they read, and files that are left aside. */
  readonly sources: ReadonlySet<Source>;
  /** What the files of a project say together, before the schema; of one that is refused too. */
  merged(project: LoadedProject): JsonObject;
}

/** Never throws: what is wrong is a finding of the project it is in. */
export function composeProjects(
  sources: readonly Source[],
  options: ComposeOptions = {},
  limits: Limits = DEFAULT_LIMITS,
): ComposeProjects {
  const files = new BundleFiles(sources, limits);
  const {
    projects: found,
    others,
    findings,
  } = options.composeFiles
    ? {
        ...namedFiles(
          options.composeFiles.map((path) => inRoot(path, options)),
          files,
        ),
        others: [],
      }
    : { ...discover(files), findings: [] };
  if (found.length === 0 && findings.length === 0)
    return { projects: [], findings, sources: new Set(), merged: () => ({}) };
  const context: LoadContext = { files, options, budget: Budget.ofBundle(), schema: new ComposeSchema() };
  const projects = roots(found.map((project) => loadProject(project, context)));
  const used = new Set(projects.flatMap((project) => [...project.used]));
  const aside = others.filter((source) => !used.has(source));
  return {
    projects,
    findings: [...findings, ...aside.map(leftAside)],
    sources: new Set([...used, ...aside]),
    merged: ({ folder, sources: own }) => mergeProject({ folder, sources: own }, context),
  };
}

/** Where a bundle is one side of two, paths count from its own top. */
function inRoot(path: string, { root }: ComposeOptions): string {
  return root === undefined || path.startsWith(`${root}/`) ? path : `${root}/${path}`;
}

/** Files that another project includes or extends are no projects of their own; of a circle the first is. */
function roots(projects: readonly LoadedProject[]): LoadedProject[] {
  const readers = new Map<Source, number[]>();
  for (const [index, { used }] of projects.entries()) for (const source of used) pushTo(readers, source, index);
  return projects.filter(({ sources: [main], used }, index) => {
    const others = (main ? (readers.get(main) ?? []) : []).filter((reader) => reader !== index);
    return others.every((reader) => reader > index && isReadBy(projects[reader], used));
  });
}

function isReadBy(project: LoadedProject | undefined, used: ReadonlySet<Source>): boolean {
  const [main] = project?.sources ?? [];
  return main !== undefined && used.has(main);
}

function leftAside(source: Source): Finding {
  const message =
    'This Compose file is in no project: another of its folder comes first. Name both in composeFiles to merge them.';
  return { rule: 'CMP051', severity: 'info', message, place: { source, offset: 0 } };
}
