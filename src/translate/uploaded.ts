/** The files that were sent with a project, by their paths as its Compose file names them. */

import { cleanPath, joinPath } from '../docker/compose/paths.ts';
import type { BundleFile } from '../ingest/bundle.ts';
import { byKeys } from '../util/ordering.ts';

export interface UploadedFile {
  /** Below the path that was asked for; its last part where that is the file itself. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export class UploadedFiles {
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, Uint8Array>;

  /** `folder`: that of the project in the bundle. */
  constructor(files: readonly BundleFile[], folder: string) {
    this.#folder = folder === '' ? '.' : folder;
    this.#files = new Map(files.map(({ path, bytes }) => [cleanPath(path.replace(/^\/+/, '')), bytes]));
  }

  file(path: string): UploadedFile | undefined {
    const full = joinPath(this.#folder, path);
    const bytes = this.#files.get(full);
    return bytes && { name: full.slice(full.lastIndexOf('/') + 1), bytes };
  }

  /** Everything below a folder, in order of names; nothing where it was not sent. */
  below(path: string): UploadedFile[] {
    const full = joinPath(this.#folder, path);
    const prefix = full === '.' ? '' : `${full}/`;
    return [...this.#files]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, bytes]) => ({ name: name.slice(prefix.length), bytes }))
      .sort(byKeys(({ name }) => name));
  }
}
