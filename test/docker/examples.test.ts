/** The examples of this repository load, and say nothing they should not. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findings, loadAll } from './compose/loading.ts';

const FOLDER = new URL('../../examples/docker/', import.meta.url);
const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What an example is there to show. */
const SHOWN: ReadonlyMap<string, readonly string[]> = new Map([['host-network', ['CMP002']]]);

describe('the Compose examples', () => {
  it.each(names)('%s is loaded as one project, without a finding but what it shows', (name) => {
    const path = `${name}/compose.yaml`;
    const files = { [path]: readFileSync(new URL(path, FOLDER), 'utf8') };
    expect(findings(files).map(({ rule }) => rule)).toEqual(SHOWN.get(name) ?? []);
    expect(loadAll(files).projects.map((project) => [project.name, project.loaded !== undefined])).toEqual([
      [name, true],
    ]);
  });
});
