/**
 * `include`: the entries of another Compose project become this one's
 * (https://docs.docker.com/reference/compose-file/include/). Its files are loaded as a model of their own, with their
 * own folder and `.env`; where both define an entry, this file's is merged over the included one.
 */

import type { Source } from '../../ingest/document.ts';
import { DEEPEST } from './budget.ts';
import { withDotEnv, withEnvFiles } from './environment.ts';
import type { Path } from './expand.ts';
import { mergeEntries } from './merge.ts';
import { at, entriesOf, isNull, type MappingNode, mapping, type Node, stringOf, withEntry } from './node.ts';
import { folderOf, joinPath, relativePath } from './paths.ts';
import { findReference } from './reference.ts';
import { applyResets } from './reset.ts';
import type { Environment, Scope, Session } from './session.ts';

const SECTIONS: readonly string[] = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];

export interface IncludeContext {
  readonly session: Session;
  readonly scope: Scope;
  /** The files that led here, the one that includes at the end. */
  readonly trail: readonly Source[];
  /** Loads the files of an included project. */
  readonly load: (sources: readonly Source[], scope: Scope, trail: readonly Source[]) => MappingNode | undefined;
}

/** The document with what it includes. */
export function applyInclude(root: MappingNode, resets: readonly Path[], context: IncludeContext): MappingNode {
  const include = at(root, 'include');
  if (!include) return root;
  const rest = withEntry(root, 'include', undefined);
  if (isNull(include)) return rest;
  if (include.kind !== 'list') {
    context.session.report.refuse('SCH003', include.origin, 'include must be a list of files.');
    return rest;
  }
  return include.items.reduce<MappingNode>((model, item) => {
    const included = loadIncluded(item, context);
    return included ? importInto(model, included, { resets, session: context.session }) : model;
  }, rest);
}

function loadIncluded(item: Node, context: IncludeContext): MappingNode | undefined {
  const { session, scope, trail, load } = context;
  const named = pathsOf(item.kind === 'mapping' ? at(item, 'path') : item);
  if (named.length === 0) {
    session.report.refuse('SCH003', item.origin, 'An entry of include is a path, or a mapping with a path.');
    return undefined;
  }
  const sources = named.flatMap(
    ({ path, node }) => findReference({ path, node, folder: scope.folder }, 'CMP047', session) ?? [],
  );
  const [main] = sources;
  if (!main || sources.length < named.length) return undefined;
  if (trail.includes(main) || trail.length > DEEPEST) {
    const message = 'The file includes itself, by way of this one. Break the circle.';
    session.report.refuse('CMP047', item.origin, message);
    return undefined;
  }
  session.budget.spend('includes', 1, item.origin);
  const folder = projectFolder(item, named[0]?.path ?? '', scope);
  const relative = joinPath(scope.relative, relativePath(scope.folder, folder));
  return load(sources, { folder, relative, environment: environmentOf(item, folder, context) }, trail);
}

interface NamedPath {
  readonly path: string;
  readonly node: Node;
}

/** A path or a list of them; what is neither is left out. */
function pathsOf(node: Node | undefined): NamedPath[] {
  const nodes = node?.kind === 'list' ? node.items : node ? [node] : [];
  return nodes.flatMap((one) => {
    const path = stringOf(one);
    return path === undefined ? [] : [{ path, node: one }];
  });
}

function projectFolder(item: Node, path: string, scope: Scope): string {
  const folder = stringOf(at(item, 'project_directory')) ?? '';
  return folder === '' ? folderOf(joinPath(scope.folder, path)) : joinPath(scope.folder, folder);
}

function environmentOf(item: Node, folder: string, { session, scope }: IncludeContext): Environment {
  const named = pathsOf(at(item, 'env_file'));
  if (named.length === 0) return withDotEnv(session, scope.environment, folder);
  const wanted = named.filter(({ path }) => path !== '/dev/null');
  const found = wanted.filter(({ path, node }) =>
    findReference({ path, node, folder: scope.folder }, 'CMP039', session),
  );
  return withEnvFiles(
    session,
    scope.environment,
    found.map(({ path }) => joinPath(scope.folder, path)),
  );
}

interface ImportContext {
  readonly resets: readonly Path[];
  readonly session: Session;
}

function importInto(model: MappingNode, included: MappingNode, context: ImportContext): MappingNode {
  return SECTIONS.reduce<MappingNode>((into, section) => {
    const from = at(included, section);
    const own = at(into, section);
    if (from?.kind !== 'mapping' || (own && own.kind !== 'mapping')) return into;
    const entries = new Map(own?.entries);
    for (const [name, entry] of from.entries) {
      const known = entriesOf(own).get(name);
      entries.set(name, known ? mergedEntry({ section, name, entry, known }, context) : entry);
    }
    return withEntry(into, section, mapping(own?.origin ?? from.origin, entries));
  }, model);
}

interface Conflict {
  readonly section: string;
  readonly name: string;
  readonly entry: Node;
  readonly known: Node;
}

function mergedEntry({ section, name, entry, known }: Conflict, { resets, session }: ImportContext): Node {
  const wrapped = mapping(entry.origin, [[section, mapping(entry.origin, [[name, entry]])]]);
  const kept = at(at(applyResets(wrapped, resets), section), name);
  return kept ? mergeEntries(kept, known, session, section) : known;
}
