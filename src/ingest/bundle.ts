/** A bundle: the files one request analyses, and what came with them and is no file of it. */

/** One file as it was sent. `path` is a label for findings; it is never opened on any disk. */
export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * An entry of an archive that was not read. `other`: its name is that of no manifest. `link`: what it leads to is not
 * followed. The rest are manifests that could not be had.
 */
export interface SkippedFile {
  readonly path: string;
  readonly why: 'other' | 'link' | 'outside' | 'long-name' | 'encrypted' | 'method';
}

export interface Bundle {
  readonly files: readonly BundleFile[];
  readonly skipped?: readonly SkippedFile[];
}
