/** Asking the whole app in GraphQL, and a bundle to ask about. */

import { app } from '../../src/entry/app.ts';

const pod = (name: string, extra = ''): string => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
spec: { containers: [{ name: main, image: x, ports: [{ name: web, containerPort: 80 }] }] }
${extra}`;

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: to-b, namespace: shop }
spec:
  podSelector: { matchLabels: { app: b } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: a } } }]
      ports: [{ protocol: TCP, port: 80 }]
`;

export const BUNDLE = {
  files: [
    { path: 'pods.yaml', content: ['a', 'b', 'c'].map((name) => pod(name)).join('---\n') },
    { path: 'policy.yaml', content: POLICY },
  ],
};

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into at many depths, and checked by expectations
  readonly body: any;
}

export async function ask(query: string, variables: object = {}, accept?: string): Promise<Answer> {
  const response = await app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept === undefined ? {} : { accept }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

/** Asks for fields of the analysis of `BUNDLE`, or of another bundle. */
export async function askAnalysis(fields: string, bundle: object = BUNDLE): Promise<Answer> {
  const query = `query ($bundle: BundleInput!) {
    analysis(bundle: $bundle) { __typename ... on Analysis { ${fields} } ... on InputRejected { problems { code detail errors { file message } } } }
  }`;
  const { status, body } = await ask(query, { bundle });
  return { status, body: body.errors ?? body.data.analysis };
}
