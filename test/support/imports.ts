/**
 * What a TypeScript file imports, and the rules about it that need no knowledge of rooms: no cycles between files, no
 * dependency that `package.json` does not list. Type imports count: a cycle of types is still two files that cannot be
 * read apart.
 */

import { posix } from 'node:path';
import type { SourceFile } from './files.ts';
import { maskSource } from './mask.ts';

/** One offence against a rule, `file:line: what`, ready for a failure text. */
export type Offence = string;

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** In masked code: `import … from`, `export … from`, `import '…'`, `import('…')`, each up to the opening quote. */
const IMPORT =
  /\b(?:import\s+[\w$\s{},*]+?\s*from\s*|export\s+(?:type\s+)?(?:\{[\w$\s,]*\}|\*(?:\s*as\s+[\w$]+)?)\s*from\s*|import\s*\(?\s*)(['"])/g;
const BUILT_IN = /^(?:node|cloudflare):/;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The imports of a file in the order they stand there. */
export function importsOf({ text }: SourceFile): Import[] {
  const code = maskSource(text);
  return [...code.matchAll(IMPORT)].map((match) => {
    const start = match.index + match[0].length;
    const end = code.indexOf(match[1] ?? '', start);
    return { specifier: text.slice(start, end), line: lineAt(text, match.index) };
  });
}

/** The repository path a relative specifier means; undefined for a bare one. */
export function resolveImport(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined;
}

/** Cycles between files, each reported once, from its first file in order of paths. */
export function cycles(files: readonly SourceFile[]): Offence[] {
  const edges = new Map(
    files.map((file) => [file.path, importsOf(file).map((i) => resolveImport(file.path, i.specifier))] as const),
  );
  const done = new Set<string>();
  const found: Offence[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) if (target !== undefined) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of [...edges.keys()].sort()) visit(path, []);
  return found;
}

export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Bare imports of packages that `package.json` does not list; `src/` may use `dependencies` only. */
export function unlistedImports(files: readonly SourceFile[], manifest: Manifest): Offence[] {
  return files.flatMap((file) => {
    const shipped = file.path.startsWith('src/');
    const listed = { ...manifest.dependencies, ...(shipped ? {} : manifest.devDependencies) };
    const bare = importsOf(file).filter((i) => !i.specifier.startsWith('.') && !BUILT_IN.test(i.specifier));
    return bare
      .filter((i) => !Object.hasOwn(listed, packageOf(i.specifier)))
      .map(
        (i) => `${file.path}:${i.line}: ${i.specifier} is not in dependencies${shipped ? '' : ' or devDependencies'}`,
      );
  });
}
