import { expect, test } from 'vitest';
import { askAnalysis, BUNDLE } from './ask.ts';

const COMPOSE = {
  files: [
    {
      path: 'compose.yaml',
      content: `name: shop
services:
  web: { image: nginx, ports: ["8080:80"], networks: [front] }
  db: { image: postgres, networks: [back] }
networks: { front: {}, back: { internal: true } }
`,
    },
  ],
};

const REJECTED = '... on QueryRejected { problem { code } }';

test('a translation has manifests, losses and a proof whose differences have reasons', async () => {
  const { body } = await askAnalysis(
    `translation { __typename ${REJECTED} ... on Translation {
       verdict complete manifests { path } losses { code severity file line }
       proof { equivalent pairs namesCompared differences { from to published side compose { text } kubernetes { text } losses reason }
         nameDifferences { from name } settings } } }`,
    COMPOSE,
  );
  const { translation } = body;
  expect(translation).toMatchObject({ __typename: 'Translation', verdict: 'PASS', complete: true });
  expect(translation.manifests.map(({ path }: { path: string }) => path)).toContain('10-policies.yaml');
  expect(translation.losses).toContainEqual({ code: 'L4', severity: 'INFO', file: 'compose.yaml', line: 5 });
  expect(translation.proof).toMatchObject({ equivalent: true, pairs: 20 });
  expect(translation.proof.differences).toContainEqual(
    expect.objectContaining({
      from: 'web',
      to: '@other',
      compose: { text: '' },
      kubernetes: { text: 'all' },
      losses: ['L14'],
    }),
  );
});

test('its arguments are those of the operation', async () => {
  const { body } = await askAnalysis(
    `translation(policies: NONE, stream: true, namespace: "there") { __typename ${REJECTED} ... on Translation { manifests { path } proof { equivalent } } }`,
    COMPOSE,
  );
  expect(body.translation).toMatchObject({ manifests: [{ path: 'there.yaml' }], proof: { equivalent: true } });
});

test('a bundle without a project of Docker is rejected as data', async () => {
  const { body } = await askAnalysis(`translation { __typename ${REJECTED} }`, BUNDLE);
  expect(body.translation).toEqual({ __typename: 'QueryRejected', problem: { code: 'nothing-to-analyse' } });
});
