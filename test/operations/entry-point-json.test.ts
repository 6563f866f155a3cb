import { expect, test } from 'vitest';
import { entryPointJson, entryPoints } from '../../src/operations/entry-point-json.ts';
import { analysisOf } from '../support/bundle.ts';

const route = (name: string, port: string): string =>
  `apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: ${name}, namespace: a }\nspec: { to: { kind: Service, name: web }${port} }\n`;

test('Routes name ports of the pods, or mean every port, and are sorted by name', () => {
  const analysis = analysisOf([route('z', ''), route('b', ', port: { targetPort: http }')].join('---\n'));
  const written = entryPoints(analysis).map((entry) => entryPointJson(analysis, entry));
  expect(written.map(({ name, line }) => [name, line])).toEqual([
    ['b', 6],
    ['z', 1],
  ]);
  expect(written[0]?.backends).toMatchObject([
    { service: 'a/web[Service]', found: false, port: 'http', by: 'targetPort' },
  ]);
  expect(written[1]?.backends[0]).not.toHaveProperty('port');
});
