/**
 * The rules of the house, kept from the first day. Every failure lists the file and what it does; the rules themselves
 * are in `support/`, and `support/rules.test.ts` shows that each can fail.
 */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repositoryFiles } from './support/files.ts';
import { cycles, importsOf, type Manifest, unlistedImports } from './support/imports.ts';
import { moduleState } from './support/module-state.ts';
import { platformImports, wrongDirections } from './support/rooms.ts';
import { defaultExports, headless, machineTraces, tooLong } from './support/text-rules.ts';

/** Module-level caches that are bounded, as `path#name`, each with the bound in a comment beside it. */
const BOUNDED_CACHES: readonly string[] = [];

const everything = repositoryFiles();
const code = everything.filter(({ path }) => path.endsWith('.ts') && !path.startsWith('src/generated/'));
const source = code.filter(({ path }) => path.startsWith('src/'));
const sized = code.filter(({ path }) => /^(?:src|test)\//.test(path) && !path.endsWith('.data.ts'));

test('the rules see the files they are about', () => {
  expect(source.flatMap(importsOf).length).toBeGreaterThan(0);
  expect(everything.map(({ path }) => path)).toContain('.ci/run');
});

test('a room imports only rooms to its left', () => {
  expect(wrongDirections(source)).toEqual([]);
});

test('only cli, platform and entry import modules of a platform (node:, cloudflare:)', () => {
  expect(platformImports(source)).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(cycles(source)).toEqual([]);
});

test('every package imported is listed in package.json, those of src/ under dependencies', () => {
  const manifest: Manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(unlistedImports(code, manifest)).toEqual([]);
});

test('no module keeps state that can change: no let, no Map or Set without a readonly type', () => {
  expect(moduleState(source, BOUNDED_CACHES)).toEqual([]);
});

test('no file is longer than 400 lines, generated files and *.data.ts aside', () => {
  expect(tooLong(sized, 400)).toEqual([]);
});

test('every file of src/ opens with a comment that says what it owns', () => {
  expect(headless(source)).toEqual([]);
});

test("nothing has a default export but the Worker's entry, which the platform asks for", () => {
  expect(defaultExports(source.filter(({ path }) => path !== 'src/entry/worker.ts'))).toEqual([]);
});

test('no file names a path of a machine, a folder beside the project, or a package registry', () => {
  expect(machineTraces(everything)).toEqual([]);
});
