/**
 * Whether `package-lock.json` can be installed elsewhere. npm leaves a platform package out of the lock without a word
 * when the registry lacks it, and `npm ci` then fails on every machine; a `resolved` address ties the lock to one
 * registry; a version range in `package.json` lets two installs differ. Run after each change of dependencies:
 * `node scripts/lockcheck.ts [package-lock.json]`.
 */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Versions = Readonly<Record<string, string>>;

export interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Versions;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** The package that `name` means when required from the package at `from`: the nearest `node_modules` upwards. */
function locked(lock: Lock, from: string, name: string): LockedPackage | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const hit = lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (hit !== undefined || folder === '') return hit;
  }
}

/** Optional dependencies of locked packages that the lock lacks, or holds at another version than the exact one asked. */
export function missingOptionals(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, wanted]) => {
      const hit = locked(lock, at, name);
      if (hit !== undefined && (!EXACT.test(wanted) || hit.version === wanted)) return [];
      return [`${at} -> ${name}@${wanted}: ${hit === undefined ? 'not locked' : `locked at ${hit.version}`}`];
    }),
  );
}

/** Locked packages that name the host they came from. */
export function resolvedHosts(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([at, { resolved }]) =>
    resolved?.includes('://') ? [`${at}: resolved ${resolved}`] : [],
  );
}

/** Direct dependencies that are not pinned to one version. */
export function unpinned(manifest: Manifest): string[] {
  const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(direct).flatMap(([name, version]) => (EXACT.test(version) ? [] : [`${name}@${version}`]));
}

function main(path: string): void {
  const lock: Lock = JSON.parse(readFileSync(path, 'utf8'));
  const manifest: Manifest = JSON.parse(readFileSync(join(dirname(path), 'package.json'), 'utf8'));
  const offences = [...missingOptionals(lock), ...resolvedHosts(lock), ...unpinned(manifest)];
  for (const offence of offences) console.error(offence);
  console.log(offences.length === 0 ? 'The lock can be installed anywhere.' : `${offences.length} offences in ${path}`);
  process.exitCode = offences.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) main(process.argv[2] ?? 'package-lock.json');
