/**
 * The rooms of `src/` and who may import whom: a room imports itself and rooms to its left; rooms of one step do not
 * import each other. Within `policy`, only the dialects read `kubernetes` and `docker`, and the centre knows no dialect.
 */

import type { SourceFile } from './files.ts';
import { importsOf, type Offence, resolveImport } from './imports.ts';

/** From left to right; rooms of one step stand side by side. */
const STEPS: readonly (readonly string[])[] = [
  ['util'],
  ['algebra'],
  ['ingest'],
  ['schemas'],
  ['kubernetes', 'docker'],
  ['policy'],
  ['engine'],
  ['queries'],
  ['lint', 'translate'],
  ['analysis'],
  ['render'],
  ['operations'],
  ['http', 'graphql', 'cli', 'platform'],
  ['entry'],
];

const stepOf = (room: string): number => STEPS.findIndex((step) => step.includes(room));
const roomOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
const isDialect = (path: string): boolean => path.startsWith('src/policy/dialects/');

/** Why `from` may not import `to`, or undefined where it may. */
function refusal(from: string, to: string): string | undefined {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (target === 'generated') return ['graphql', 'entry'].includes(room) ? undefined : 'only graphql and entry read it';
  if (stepOf(target) < 0) return 'it is in no room of src/';
  if (isDialect(to) && !isDialect(from) && ['policy', 'engine'].includes(room)) return `${room} knows no dialect`;
  if (room === target) return undefined;
  if (stepOf(target) >= stepOf(room)) return `${target} is not to the left of ${room}`;
  if (room === 'policy' && !isDialect(from) && stepOf(target) === stepOf('kubernetes'))
    return `only policy/dialects read ${target}`;
  return undefined;
}

/** Imports between files of `src/` that go the wrong way, and files that are in no room. */
export function wrongDirections(files: readonly SourceFile[]): Offence[] {
  return files.flatMap((file) => {
    if (stepOf(roomOf(file.path)) < 0) return [`${file.path}: it is in no room of src/`];
    return importsOf(file).flatMap(({ specifier, line }) => {
      const target = resolveImport(file.path, specifier);
      const reason = target === undefined ? undefined : refusal(file.path, target);
      return reason === undefined ? [] : [`${file.path}:${line}: imports ${target}: ${reason}`];
    });
  });
}

/** Rooms where the outside world begins: everywhere else the same code runs on Node and in workerd. */
const PLATFORM_ROOMS: readonly string[] = ['cli', 'platform', 'entry'];

/** Imports of `node:` and `cloudflare:` modules from rooms that belong to no platform. */
export function platformImports(files: readonly SourceFile[]): Offence[] {
  return files
    .filter((file) => !PLATFORM_ROOMS.includes(roomOf(file.path)))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => /^(?:node|cloudflare):/.test(specifier))
        .map(({ specifier, line }) => `${file.path}:${line}: ${specifier} outside ${PLATFORM_ROOMS.join(', ')}`),
    );
}
