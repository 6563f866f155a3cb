/** The files of a bundle by their paths, each parsed at most once, however many projects read it. */

import { type ComposeDocument, type ComposeFault, readCompose } from '../../ingest/compose-file.ts';
import type { Source } from '../../ingest/document.ts';
import type { Limits } from '../../ingest/limits.ts';
import { cleanPath } from './paths.ts';

/** A document of a file, or why one cannot be read. */
export type Read = ComposeDocument | ComposeFault;

export class BundleFiles {
  /** Every file by its path from the top of the bundle, in the order they were given. */
  readonly all: ReadonlyMap<string, Source>;
  readonly #limits: Limits;
  readonly #documents = new Map<Source, readonly Read[]>();

  constructor(sources: readonly Source[], limits: Limits) {
    this.all = new Map(sources.map((source) => [bundlePath(source.path), source]));
    this.#limits = limits;
  }

  /** The file at a path from the top of the bundle; undefined where it is not in the bundle. */
  get(path: string): Source | undefined {
    return this.all.get(cleanPath(path));
  }

  /** Whether a path leads out of the bundle, so that nobody can tell what is there. */
  static isOutside(path: string): boolean {
    return /^(?:[/~]|\.\.(?:\/|$))/.test(cleanPath(path));
  }

  /** The documents of a file in order. */
  documents(source: Source): readonly Read[] {
    const known = this.#documents.get(source) ?? [...readCompose(source, this.#limits)];
    this.#documents.set(source, known);
    return known;
  }
}

/** The names of files are labels; a leading slash says nothing. */
export function bundlePath(path: string): string {
  return cleanPath(path.replace(/^\/+/, ''));
}
