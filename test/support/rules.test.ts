/** Each rule of the house finds its offence in a small sample, and leaves alone what only looks like one. */

import { describe, expect, test } from 'vitest';
import type { SourceFile } from './files.ts';
import { cycles, importsOf, unlistedImports } from './imports.ts';
import { maskSource } from './mask.ts';
import { moduleState } from './module-state.ts';
import { platformImports, wrongDirections } from './rooms.ts';
import { defaultExports, headless, machineTraces, tooLong } from './text-rules.ts';

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join('\n') });
const specifiers = (...lines: string[]): string[] => importsOf(file('a.ts', ...lines)).map((i) => i.specifier);

describe('masking', () => {
  test('keeps length and lines, and hides comments, strings, templates and regular expressions', () => {
    const text = 'a = "x{"; // {\nb = `{\u0024{c({ d: "}" })}{`; /* {\n*/ e = /[/{]\'/g; f = g / 2 / "h{";';
    const masked = maskSource(text);
    expect(masked).toHaveLength(text.length);
    expect(masked.replace(/ +/g, ' ')).toBe('a = " "; \nb = ` c({ d: " " }) `; \n e = / g; f = g / 2 / " ";');
  });

  test('recovers at the end of the line from a quote that is never closed', () => {
    expect(specifiers("it's", "import 'a';")).toEqual(['a']);
  });
});

describe('imports', () => {
  test('are found in every form', () => {
    const forms = ["import 'a';", "import b, { type C } from 'b';", "import * as c from 'c';", "export * from 'd';"];
    const more = ["export type { E } from 'e';", 'import {', '  f,', "} from 'f';", "type G = import('g').G;"];
    expect(specifiers(...forms, ...more)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  test('are not found in strings, templates and comments', () => {
    expect(
      specifiers(`const a = "import 'a'";`, "// import 'b';", "const c = `import 'c'`;", 'import.meta.url;'),
    ).toEqual([]);
  });

  test('in a circle are reported once, with the way round', () => {
    const circle = [
      file('src/a.ts', "import './b.ts';"),
      file('src/b.ts', "import type { C } from './c/c.ts';"),
      file('src/c/c.ts', "import '../b.ts';"),
    ];
    expect(cycles(circle)).toEqual(['src/b.ts -> src/c/c.ts -> src/b.ts']);
  });

  test('of packages must be listed, and in src/ as dependencies', () => {
    const manifest = { dependencies: { hono: '1.0.0', '@s/p': '1.0.0' }, devDependencies: { vitest: '1.0.0' } };
    const lines = [
      "import 'hono/cors';",
      "import '@s/p/x';",
      "import 'node:fs';",
      "import 'vitest';",
      "import 'left';",
    ];
    expect(unlistedImports([file('src/a.ts', ...lines), file('test/a.ts', ...lines)], manifest)).toEqual([
      'src/a.ts:4: vitest is not in dependencies',
      'src/a.ts:5: left is not in dependencies',
      'test/a.ts:5: left is not in dependencies or devDependencies',
    ]);
  });
});

describe('rooms', () => {
  const offences = (path: string, specifier: string): number =>
    wrongDirections([file(path, `import '${specifier}';`)]).length;

  test.each([
    ['src/engine/a.ts', '../policy/rule.ts'],
    ['src/policy/dialects/x/compile.ts', '../../../kubernetes/cluster.ts'],
    ['src/policy/dialects/registry.ts', '../../docker/project.ts'],
    ['src/analysis/a.ts', '../policy/dialects/registry.ts'],
    ['src/graphql/a.ts', '../generated/graphql.ts'],
    ['src/engine/a.ts', './b.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(offences(path, specifier)).toBe(0);
  });

  test.each([
    ['src/util/a.ts', '../engine/reach.ts'],
    ['src/kubernetes/a.ts', '../docker/project.ts'],
    ['src/http/a.ts', '../cli/main.ts'],
    ['src/policy/rule.ts', '../kubernetes/cluster.ts'],
    ['src/policy/rule.ts', './dialects/registry.ts'],
    ['src/engine/a.ts', '../policy/dialects/registry.ts'],
    ['src/http/a.ts', '../generated/graphql.ts'],
    ['src/http/a.ts', '../../package.json'],
    ['src/http/a.ts', '../nowhere/a.ts'],
    ['src/stray.ts', './util/a.ts'],
  ])('%s may not import %s', (path, specifier) => {
    expect(offences(path, specifier)).toBe(1);
  });

  test('of no platform import no modules of one', () => {
    const files = ['src/engine/a.ts', 'src/platform/node/a.ts'].map((path) => file(path, "import 'node:fs';"));
    expect(platformImports(files)).toEqual(['src/engine/a.ts:1: node:fs outside cli, platform, entry']);
  });
});

describe('module state', () => {
  const names = (...lines: string[]): string[] =>
    moduleState([file('src/a.ts', ...lines)], ['src/a.ts#allowed']).map((offence) => offence.split(': ')[1] ?? '');

  test.each([
    ['let', 'export let n = 0;', 'n'],
    ['var after a function', 'function f() {\n  let x;\n}\n\nvar n = 0;', 'n'],
    ['a Map', 'const n = new Map<string, number>();', 'n'],
    ['a Map of readonly values', 'const n: Map<string, readonly string[]> = new Map();', 'n'],
    ['a frozen Set', 'const n = Object.freeze(new Set([1]));', 'n'],
    ['a Map in an object', 'const n = { a: new Map() };', 'n'],
    ['a Map hidden by a function called at once', 'const n = (() => { const m = new Map(); return () => m; })();', 'n'],
    ['a cache', 'const n = new BoundedCache(9);', 'n'],
    ['a static field', 'export class A {\n  static n = 0;\n}', 'n'],
    ['a static Map', 'class A {\n  static readonly #n = new Map();\n}', '#n'],
  ])('is found: %s', (_, text, name) => {
    expect(names(text)).toEqual([name]);
  });

  test.each([
    ['a readonly table', 'const n: ReadonlyMap<string, (a: string) => string> = new Map([["a", f]]);'],
    ['a Map inside a function', 'function f() {\n  const n = new Map();\n  let m = 0;\n}'],
    ['a Map made by an arrow function', 'export const f = (): Map<string, string> => new Map();'],
    ['a loop', 'for (let i = 0; i < 1; i++) f(i);'],
    ['a method', 'const a = {\n  of(b) {\n    return new Map();\n  },\n};'],
    ['a static method', 'class A {\n  static of(a = 1) {\n    return new Map();\n  }\n}'],
    ['a name on the list', 'const allowed = new Map();'],
  ])('is not: %s', (_, text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('texts', () => {
  test('have a bounded number of lines', () => {
    expect(tooLong([file('a.ts', '1', '2', '3'), file('b.ts', '1', '2', '')], 2)).toEqual(['a.ts: 3 lines']);
  });

  test('begin with a head comment, after a #! line at most', () => {
    const files = [file('a.ts', '/** A. */'), file('b.ts', '#!/usr/bin/env node', '/** B. */'), file('c.ts', '// C.')];
    expect(headless(files)).toEqual(['c.ts: no /** comment at its head']);
  });

  test('have no default export in any form', () => {
    const texts = [
      'export default 1;',
      'export { a as default };',
      'export { default } from "x";',
      'const s = "export default";',
    ];
    expect(defaultExports(texts.map((text, i) => file(`${i}.ts`, text)))).toHaveLength(3);
  });

  test('name no machine and no registry', () => {
    const traces = [
      `see ${['', 'work', 'main'].join('/')}`,
      `from '${['..', '..', 'shared', 'x.json'].join('/')}'`,
      `https://${['registry', 'npmjs', 'org'].join('.')}/a`,
      `registry${'='}https://packages.example/`,
    ];
    expect(machineTraces([file('a.md', ...traces)]).map((o) => o.split(':')[1])).toEqual(['1', '2', '3', '4']);
    const page = ['https://a.example', 'work', 'b'].join('/');
    expect(machineTraces([file('a.md', page, 'registry.k8s.io/pause:3.9', 'network/')])).toEqual([]);
  });
});
