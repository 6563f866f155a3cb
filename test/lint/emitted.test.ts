/** Every id that the sources say anything by is documented as a rule. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleOf } from '../../src/lint/registry.ts';

const SOURCES = new URL('../../src/', import.meta.url);
const ID = /'([A-Z]{3}\d{3})'/g;

/** What no text of manifests alone can show, so that there are no examples of it to run. */
const WITHOUT_EXAMPLES: readonly string[] = [
  'CLI010', // past a limit on command lines
  'CMP045', // about the name of a project, which is at no line
  'CMP051', // about one of several files
  'CMP061', // of answers about reach; validate says CMP056 of the same entry
  'NET041', // of answers about reach, as the next two are
  'NET042',
  'NET043',
  'REQ001', // about a request
  'TRN001', // about a translation
  'YML009', // about entries of an archive
];

it('ids of findings are those of documented rules', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const said = files.flatMap((path) =>
    [...readFileSync(new URL(path, SOURCES), 'utf8').matchAll(ID)].map(([, id]) => id),
  );
  const unknown = [...new Set(said)].filter((id) => id !== undefined && !ruleOf(id)).sort();
  expect(unknown).toEqual(WITHOUT_EXAMPLES);
});
