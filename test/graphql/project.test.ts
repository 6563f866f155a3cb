import { expect, test } from 'vitest';
import { ask } from './ask.ts';

const QUERY = `query ($bundle: BundleInput!, $stage: ProjectStage) {
  project(bundle: $bundle, stage: $stage) {
    __typename
    ... on LoadedProjects { verdict complete projects { name folder files document } findings { nodes { rule file line } } }
    ... on InputRejected { problems { code } }
  }
}`;

const file = (path: string, content: string) => ({ path, content });
const asked = async (files: object[], more: object = {}, options: object = {}) =>
  (await ask(QUERY, { bundle: { files, options }, ...more })).body.data.project;

test('a project is given as the Compose file that the engine would get', async () => {
  const env = [{ name: 'TAG', value: '2' }];
  const answer = await asked(
    [file('compose.yaml', `name: shop\nservices: { web: { image: "x:\${TAG}" } }\n`)],
    {},
    { env },
  );
  expect(answer).toMatchObject({ verdict: 'PASS', complete: true, projects: [{ name: 'shop', folder: '' }] });
  expect(answer.projects[0].document).toContain('image: x:2');
});

test('of several projects each has its folder and files', async () => {
  const service = (name: string) => `services: { ${name}: { image: x } }\n`;
  const { projects } = await asked([file('a/compose.yaml', service('one')), file('b/compose.yaml', service('two'))]);
  expect(projects).toMatchObject([
    { folder: 'a', files: ['a/compose.yaml'] },
    { folder: 'b', files: ['b/compose.yaml'] },
  ]);
});

test('a project that is refused is given merged only, with what is wrong', async () => {
  const files = [file('compose.yaml', 'services: { web: { image: x, nonsense: 1 } }\n')];
  const refused = await asked(files);
  expect(refused).toMatchObject({ verdict: 'FAIL', findings: { nodes: [{ file: 'compose.yaml', line: 1 }] } });
  expect(refused.projects.every(({ document }: { document: unknown }) => document === null)).toBe(true);
  expect((await asked(files, { stage: 'MERGED' })).projects[0].document).toContain('nonsense: 1');
});

test('a bundle that is refused is an answer', async () => {
  expect(await asked([])).toEqual({ __typename: 'InputRejected', problems: [{ code: 'empty-bundle' }] });
});
