/**
 * Entries of archives: which of them are files of the bundle. Names are labels, never opened on any disk; those that
 * would lead out of a folder are not taken all the same, for no archive of manifests has them.
 */

import type { SkippedFile } from '../bundle.ts';
import type { Limits } from '../limits.ts';

/** Manifests, values for interpolation, command lines, and configuration of network plugins. */
const MANIFEST = /\.(?:ya?ml|json|ndjson|jsonl|env|sh|txt|conf|conflist)$/i;
const ENVIRONMENT = /^\.env(?:\.[^/]*)?$/;
/** Copies of resource forks that macOS puts beside every file. */
const SHADOW = /^\._/;

/** Archives are often made of `.`, which puts `./` before every path. */
export function entryPath(name: string): string {
  return name.replace(/^(?:\.\/+)+/, '');
}

/** Whether a file of this name may be of use; others are not unpacked. */
export function isManifestPath(path: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return !SHADOW.test(base) && (MANIFEST.test(base) || ENVIRONMENT.test(base));
}

/** Why an entry is not taken; undefined for a file of the bundle. */
export function skipReason(path: string, isFile: boolean, limits: Limits): SkippedFile['why'] | undefined {
  if (!isManifestPath(path)) return 'other';
  if (!isFile) return 'link';
  if (path.startsWith('/') || /^[a-z]:|\\/i.test(path) || path.split('/').includes('..')) return 'outside';
  return path.length > limits.pathLength ? 'long-name' : undefined;
}
