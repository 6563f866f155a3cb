/** kompose (https://kompose.io), run as its users run it, on one project. */

import { spawnSync } from 'node:child_process';
import type { ManifestFile } from '../../src/translate/manifests/files.ts';
import type { FoundProject } from './projects.ts';

/** What it writes; undefined where it refuses the project. */
export function runKompose(
  program: string,
  { folder, file }: FoundProject,
  flags: readonly string[],
): ManifestFile[] | undefined {
  const args = ['convert', '--file', file, '--stdout', '--with-kompose-annotation=false', ...flags];
  const run = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return run.status === 0 && run.stdout.trim() !== '' ? [{ path: 'kompose.yaml', content: run.stdout }] : undefined;
}
