/**
 * Files that a Compose file names. They are looked for among the files of the bundle and nowhere else: what lies on
 * another machine or outside the bundle cannot be known, and the project is then not known in full.
 */

import type { Source } from '../../ingest/document.ts';
import { BundleFiles } from './files.ts';
import type { Node } from './node.ts';
import { isRemote, joinPath } from './paths.ts';
import { shown } from './report.ts';
import type { Session } from './session.ts';

export interface Reference {
  readonly path: string;
  /** The node that names it. */
  readonly node: Node;
  /** The folder it counts from, from the top of the bundle. */
  readonly folder: string;
}

/** The file that is named; undefined, with a finding of `rule`, where the bundle does not have it. */
export function findReference({ path, node, folder }: Reference, rule: string, session: Session): Source | undefined {
  const full = joinPath(folder, path);
  const source = isRemote(path) ? undefined : session.find(full);
  if (source) return source;
  const { report } = session;
  if (isRemote(path) || BundleFiles.isOutside(full)) {
    const place = isRemote(path) ? 'on another machine' : 'outside the files that were sent';
    const message = `${shown(node)} is ${place}, so it is not read. Send it along under a path inside.`;
    report.say({ rule: 'CMP050', severity: 'error', unreadable: true, message, place: node.origin });
    return undefined;
  }
  report.refuse(
    rule,
    node.origin,
    `${shown(node)} is not among the files that were sent. Send it along, or correct the path.`,
  );
  return undefined;
}
