/**
 * The rules of the house that need no more than a file's text: its size, its head comment, how it exports, and that
 * nothing in it tells of the machine it was written on.
 */

import type { SourceFile } from './files.ts';
import type { Offence } from './imports.ts';
import { maskSource } from './mask.ts';

/** Files longer than `lines`. */
export function tooLong(files: readonly SourceFile[], lines: number): Offence[] {
  return files
    .map(({ path, text }) => ({ path, count: text.trimEnd().split('\n').length }))
    .filter(({ count }) => count > lines)
    .map(({ path, count }) => `${path}: ${count} lines`);
}

/** Files that do not begin with a `/**` comment; a first line `#!` may stand before it. */
export function headless(files: readonly SourceFile[]): Offence[] {
  return files
    .filter(({ text }) => !/^(?:#!.*\n)?\/\*\*\s/.test(text))
    .map(({ path }) => `${path}: no /** comment at its head`);
}

/** Default exports in any of their forms. */
export function defaultExports(files: readonly SourceFile[]): Offence[] {
  return files
    .filter(({ text }) => /\bexport\s+default\b|\bexport\s*\{[^}]*\bdefault\s*[,}]/.test(maskSource(text)))
    .map(({ path }) => `${path}: has a default export`);
}

/** Written so that this file does not match itself. */
const MACHINE: readonly RegExp[] = [
  /(?<![\w.-])[/]work[/]/,
  /\.\.[/]shared\b/,
  /\bregistry[.](?:npmjs|yarnpkg)\b/,
  /\bnpm[.]pkg[.]github\b/,
  /\bregistry\s*=\s*["']?https?:/,
  /\b_authToken\b\s*=/,
];

/** Lines that name a path of the writer's machine, a folder beside the project, or a package registry. */
export function machineTraces(files: readonly SourceFile[]): Offence[] {
  return files.flatMap(({ path, text }) =>
    MACHINE.some((pattern) => pattern.test(text))
      ? text.split('\n').flatMap((line, index) =>
          MACHINE.flatMap((pattern) => {
            const found = pattern.exec(line)?.[0];
            return found === undefined ? [] : [`${path}:${index + 1}: ${found}`];
          }),
        )
      : [],
  );
}
