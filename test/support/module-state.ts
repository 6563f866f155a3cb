/**
 * Mutable state of a module: what outlives a request in an isolate and is shared by all of them. Reads masked code by
 * its brackets; the bodies of functions and classes are left alone, but for the static fields of a class.
 */

import type { SourceFile } from './files.ts';
import type { Offence } from './imports.ts';
import { maskSource } from './mask.ts';

const COLLECTION = /\bnew\s+(?:Map|Set|WeakMap|WeakSet|\w*Cache)\b/;
/** An annotation whose own type is read-only; freezing does not count, for a frozen Map still takes entries. */
const READONLY = /^\s*:\s*(?:Readonly(?:Map|Set|Array)\b|Readonly<(?!Map|Set)|readonly\b)/;
/** A method of an object begins its line. */
const FUNCTION = /=>|\bfunction\b|\bclass\b|^\s*\w+\([^()]*\)\s*\{/m;
const CALLED_AT_ONCE = /\)\(\)\s*;?$/;
const STATIC_FIELD = /\bstatic\s+(readonly\s+)?(#?[\w$]+)\s*(:[^=;]*?)?=(?!>)([^;]*)/g;

interface Statement {
  readonly code: string;
  readonly line: number;
}

/** What follows a closing brace that ends a declaration, which has no semicolon. */
const AFTER_BLOCK = /^\s*\n\s*(?:export|const|let|var|class|$)/;

/** The statements outside every bracket, each to its semicolon, with the line it begins on. */
function topLevel(code: string): Statement[] {
  const statements: Statement[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= code.length; at++) {
    const char = code[at] ?? ';';
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    const ends = char === ';' || (char === '}' && AFTER_BLOCK.test(code.slice(at + 1, at + 40)));
    if (depth > 0 || !ends) continue;
    const text = code.slice(start, at + 1);
    const lead = text.length - text.trimStart().length;
    statements.push({ code: text.trim(), line: code.slice(0, start + lead).split('\n').length });
    start = at + 1;
  }
  return statements;
}

/** Name, type annotation and initialiser of a `const`; the first `=` that is neither `=>` nor `==` parts them. */
function constant(code: string): { name: string; type: string; value: string } | undefined {
  const head = /^(?:export\s+)?const\s+([\w$]+)/.exec(code);
  const equals = /(?<![=!<>])=(?![=>])/.exec(code)?.index;
  if (head?.[1] === undefined || equals === undefined) return undefined;
  return { name: head[1], type: code.slice(head[0].length, equals), value: code.slice(equals + 1) };
}

interface Mutable {
  readonly name: string;
  readonly what: string;
}

function mutableConstant(code: string): Mutable[] {
  const found = constant(code);
  const collection = COLLECTION.exec(found?.value ?? '');
  if (found === undefined || collection === null || READONLY.test(found.type)) return [];
  const inFunction = FUNCTION.test(found.value.slice(0, collection.index)) && !CALLED_AT_ONCE.test(found.value);
  return inFunction ? [] : [{ name: found.name, what: `${collection[0]} without a readonly type` }];
}

function mutableFields(code: string): Mutable[] {
  return [...code.matchAll(STATIC_FIELD)]
    .filter(
      ([, fixed, , type, value]) => fixed === undefined || (COLLECTION.test(value ?? '') && !READONLY.test(type ?? '')),
    )
    .map(([, , name]) => ({ name: name ?? '', what: 'a static field that can change' }));
}

/** What can change about one top-level statement. */
function mutable(code: string): Mutable[] {
  const variable = /^(?:export\s+)?(let|var)\s+([\w$]+)?/.exec(code);
  if (variable !== null) return [{ name: variable[2] ?? '', what: `${variable[1]} at module level` }];
  return [...mutableConstant(code), ...mutableFields(code)];
}

/** Module-level state that can change. `allowed` names bounded caches as `path#name`. */
export function moduleState(files: readonly SourceFile[], allowed: readonly string[]): Offence[] {
  return files.flatMap((file) =>
    topLevel(maskSource(file.text)).flatMap(({ code, line }) =>
      mutable(code)
        .filter(({ name }) => !allowed.includes(`${file.path}#${name}`))
        .map(({ name, what }) => `${file.path}:${line}: ${name}: ${what}`),
    ),
  );
}
