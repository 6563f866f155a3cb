/** The one project that a request names by its files, in the order they are merged; the first says where it is. */

import type { Finding } from '../../ingest/finding.ts';
import type { BundleFiles } from './files.ts';
import { bundlePath } from './files.ts';
import type { ProjectFiles } from './load-project.ts';
import { folderOf } from './paths.ts';

export interface NamedFiles {
  readonly projects: readonly ProjectFiles[];
  /** About names that no file of the bundle has. */
  readonly findings: readonly Finding[];
}

export function namedFiles(names: readonly string[], files: BundleFiles): NamedFiles {
  const paths = names.map(bundlePath);
  const sources = paths.flatMap((path) => files.get(path) ?? []);
  const findings = paths
    .filter((path) => !files.get(path))
    .map((path): Finding => {
      const message = `composeFiles names ${path.slice(0, LONGEST)}, which is not among the files that were sent.`;
      return { rule: 'CMP047', severity: 'error', refused: true, message };
    });
  const [first = '.'] = paths;
  return { projects: sources.length === 0 ? [] : [{ folder: folderOf(first), sources }], findings };
}

const LONGEST = 200;
