/** A bundle: the files one request analyses. */

/** One file as it was sent. `path` is a label for findings; it is never opened on any disk. */
export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Bundle {
  readonly files: readonly BundleFile[];
}
