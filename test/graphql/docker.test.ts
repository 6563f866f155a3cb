/** Docker hosts over GraphQL: the same answers as over REST. */

import { expect, test } from 'vitest';
import { ask } from './ask.ts';

const COMPOSE = `services:
  web: { image: x, ports: ["8080:80"] }
  db: { image: x, network_mode: none }
`;
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\n';

const FIELDS = `... on Analysis {
  model
  assumptions
  summary { workloads networks }
  workloads { nodes { id pods } }
  names { totalCount }
  policies { totalCount }
  models { model workloads { nodes { id } } }
  reachability(focus: ["web"], direction: INGRESS) { ... on ReachabilityConnection { nodes { from allow { text } ways { via at network by { kind name line } } } } }
  path(from: "@lan", to: "@host", port: { number: 8080 }, via: PUBLISHED) { ... on Evaluation { verdict reaches via reasons { via text } } }
  exposure(focus: ["web"]) { ... on ExposureConnection { nodes { direction peer { scope address } } } }
}`;

async function analysisOf(files: readonly { path: string; content: string }[], options = {}) {
  const query = `query ($bundle: BundleInput!) { analysis(bundle: $bundle) { ${FIELDS} } }`;
  const { body } = await ask(query, { bundle: { files, options } });
  expect(body).not.toHaveProperty('errors');
  return (body as { data: { analysis: Record<string, unknown> } }).data.analysis;
}

test('a Compose project is an analysis with services, ways and the host', async () => {
  const analysis = await analysisOf([{ path: 'compose.yaml', content: COMPOSE }]);
  expect(analysis).toMatchObject({
    model: 'DOCKER',
    summary: { workloads: 2, networks: 1 },
    workloads: { nodes: [{ id: 'db' }, { id: 'web', pods: 1 }] },
    names: { totalCount: 4 },
    policies: { totalCount: 0 },
    path: { verdict: 'ALLOW', reaches: 'web:80', via: 'PUBLISHED' },
  });
  expect(analysis['reachability']).toMatchObject({
    nodes: [
      { from: '@host', allow: { text: 'all' } },
      {
        from: '@lan',
        allow: { text: 'TCP 80' },
        ways: [{ via: 'PUBLISHED', at: '0.0.0.0:8080', network: null, by: { kind: 'ports', name: 'web', line: 2 } }],
      },
    ],
  });
});

test('a bundle of both models has an analysis of each', async () => {
  const files = [
    { path: 'compose.yaml', content: COMPOSE },
    { path: 'pod.yaml', content: POD },
  ];
  const { model, models } = await analysisOf(files);
  expect(model).toBe('KUBERNETES');
  expect(models).toMatchObject([
    { model: 'KUBERNETES', workloads: { nodes: [{ id: 'shop/p[Pod]' }] } },
    { model: 'DOCKER', workloads: { nodes: [{ id: 'db' }, { id: 'web' }] } },
  ]);
  expect(await analysisOf(files, { model: 'DOCKER' })).toMatchObject({ model: 'DOCKER' });
});
