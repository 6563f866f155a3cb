/**
 * Files and folders of this machine as the files of a bundle. In a folder everything that may be a manifest is taken,
 * hidden folders and `node_modules` aside; links in it are not followed, for they may lead anywhere. A path is named as
 * it was typed, so that findings point where the reader stands; a file named by itself is read whatever it is called, and
 * an archive is opened.
 */

import { readdir, readFile, stat } from 'node:fs/promises';
import { posix, relative, resolve, sep } from 'node:path';
import { type Bundle, type BundleFile, isManifestPath, LIMITS, readBody, type SkippedFile } from '../ingest/index.ts';
import { compareText } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import { usage } from './usage.ts';

/** A path of the command line, and what goes before the names of what is found there. */
export interface Place {
  readonly path: string;
  /** Undefined: files are named by the path as it was typed. */
  readonly prefix?: string;
}

export interface LocalFiles extends Bundle {
  /** Links to what may be manifests. */
  readonly links: readonly string[];
}

/** Names of what is opened, each with the media type that says so. */
const ARCHIVES: Readonly<Record<string, string>> = {
  '.tar': 'application/x-tar',
  '.tgz': 'application/gzip',
  '.gz': 'application/gzip',
  '.zip': 'application/zip',
};
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);

/** The reasons of the operating system that people meet (https://man7.org/linux/man-pages/man3/errno.3.html). */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads back to itself',
};

function refuse(path: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return usage(`${path} ${Object.hasOwn(REASONS, code) ? REASONS[code] : `cannot be read (${code})`}.`);
}

/** Collects files from places, one after another, under the limits on how much one bundle may hold. */
export class LocalReader {
  readonly #folder: string;
  readonly #files = new Map<string, BundleFile>();
  readonly #skipped: SkippedFile[] = [];
  readonly #links: string[] = [];
  #bytes = 0;

  /** `folder`: what relative paths count from. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws a `ProblemError` for a path that cannot be read, and for more than a bundle may hold. */
  async read({ path, prefix }: Place): Promise<void> {
    const full = resolve(this.#folder, path);
    const found = await stat(full).catch((cause: unknown) => refuse(path, cause));
    const shown = relative(this.#folder, full).split(sep).join('/');
    if (found.isDirectory()) return this.#readFolder(full, prefix ?? shown);
    const archive = ARCHIVES[posix.extname(shown).toLowerCase()];
    if (archive) return this.#readArchive(full, archive, prefix ?? posix.dirname(shown));
    return this.#readFile(full, posix.join(prefix ?? posix.dirname(shown), posix.basename(shown)));
  }

  found(): LocalFiles {
    return { files: [...this.#files.values()], skipped: this.#skipped, links: this.#links };
  }

  async #readFolder(full: string, label: string): Promise<void> {
    const entries = await readdir(full, { withFileTypes: true }).catch((cause: unknown) => refuse(label, cause));
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const inside = resolve(full, entry.name);
      const name = posix.join(label, entry.name);
      if (entry.isDirectory()) {
        const isHidden = entry.name.startsWith('.') || IGNORED_FOLDERS.has(entry.name);
        if (!isHidden) await this.#readFolder(inside, name);
      } else if (isManifestPath(entry.name)) {
        if (entry.isFile()) await this.#readFile(inside, name);
        if (entry.isSymbolicLink()) this.#links.push(name);
      }
    }
  }

  /** The paths in an archive count from where it lies. */
  async #readArchive(full: string, contentType: string, label: string): Promise<void> {
    const bytes = await this.#bytesOf(full, label);
    const { bundle } = await readBody({ body: new Blob([bytes]).stream(), contentType });
    for (const file of bundle.files) this.#add({ ...file, path: posix.join(label, file.path) });
    for (const file of bundle.skipped ?? []) this.#skipped.push({ ...file, path: posix.join(label, file.path) });
  }

  async #readFile(full: string, name: string): Promise<void> {
    if (!this.#files.has(name)) this.#add({ path: name, bytes: await this.#bytesOf(full, name) });
  }

  async #bytesOf(full: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
    const { size } = await stat(full).catch((cause: unknown) => refuse(name, cause));
    refuseLonger(this.#bytes + size);
    const bytes = await readFile(full).catch((cause: unknown) => refuse(name, cause));
    // A pipe has no size beforehand.
    this.#bytes += bytes.length;
    refuseLonger(this.#bytes);
    return bytes;
  }

  #add(file: BundleFile): void {
    this.#files.set(file.path, file);
    const maximum = LIMITS.files.value;
    if (this.#files.size <= maximum) return;
    exceed('files', this.#files.size, maximum, `There are more than ${maximum} files. Name fewer of them.`);
  }
}

function refuseLonger(bytes: number): void {
  const maximum = LIMITS.requestBytes.value;
  if (bytes <= maximum) return;
  exceed('requestBytes', bytes, maximum, `The files are longer than ${maximum} bytes together. Name fewer of them.`);
}
