/** The services of a file that another one extends. */

import type { Path } from './expand.ts';
import { loadFile } from './load-file.ts';
import { at, type MappingNode, type Node } from './node.ts';
import { folderOf, joinPath, relativePath } from './paths.ts';
import { findReference } from './reference.ts';
import { rewritePaths } from './rewrite-paths.ts';
import type { Scope, Session } from './session.ts';

export interface ExtendedFile {
  readonly services: MappingNode;
  readonly resets: readonly Path[];
}

/** `node` is what names the file. Undefined, with a finding, where it cannot be had. */
export function readExtendedFile(
  path: string,
  node: Node,
  { session, scope }: { readonly session: Session; readonly scope: Scope },
): ExtendedFile | undefined {
  const source = findReference({ path, node, folder: scope.folder }, 'CMP047', session);
  if (!source) return undefined;
  const folder = folderOf(joinPath(scope.folder, path));
  const loaded = loadFile(undefined, { source, scope: { ...scope, folder } }, session);
  if (!loaded) return undefined;
  const services = at(rewritePaths(loaded.model, relativePath(scope.folder, folder)), 'services');
  if (services?.kind === 'mapping') return { services, resets: loaded.resets };
  session.report.refuse('CMP047', node.origin, 'The file that is extended has no services.');
  return undefined;
}
