/** What has been taken out of an archive so far, under the limits on how much that may be. */

import { exceed } from '../../util/problem.ts';
import type { BundleFile, SkippedFile } from '../bundle.ts';
import type { Limits } from '../limits.ts';
import type { Upload } from '../upload.ts';
import { entryPath, skipReason } from './entry.ts';

export class ArchiveContents {
  readonly #limits: Limits;
  readonly #files: BundleFile[] = [];
  readonly #skipped: SkippedFile[] = [];
  #entries = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The path under which an entry is to be added; undefined where it is not wanted, which then is noted. */
  admit(name: string, isFile: boolean): string | undefined {
    this.#entries += 1;
    const maximum = this.#limits.entries;
    if (this.#entries > maximum) {
      exceed(
        'entries',
        this.#entries,
        maximum,
        `The archive has more than ${maximum} entries. Pack the manifests only.`,
      );
    }
    const path = entryPath(name);
    const why = skipReason(path, isFile, this.#limits);
    if (why === undefined) return path;
    this.#skipped.push({ path: path.slice(0, this.#limits.pathLength), why });
    return undefined;
  }

  add(path: string, bytes: Uint8Array): void {
    this.#files.push({ path, bytes });
    const maximum = this.#limits.files;
    if (this.#files.length <= maximum) return;
    exceed(
      'files',
      this.#files.length,
      maximum,
      `The archive has more than ${maximum} files; at most that many are read.`,
    );
  }

  skip(file: SkippedFile): void {
    this.#skipped.push(file);
  }

  upload(): Upload {
    return { files: this.#files, options: {}, skipped: this.#skipped };
  }
}
