/** A client made from `openapi.yaml` by a standard generator, used against the running service: `node client.mjs URL`. */

import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

declare const process: { readonly argv: readonly string[] };
const base = process.argv[2] ?? 'http://127.0.0.1:8787';
const client = createClient<paths>({ baseUrl: base });

const POD = (name: string, app: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: ${app} } }
spec: { containers: [{ name: main, image: web, ports: [{ containerPort: 8080 }] }] }
`;
const files: components['schemas']['File'][] = [
  { path: 'web.yaml', content: POD('web', 'web') },
  { path: 'db.yaml', content: POD('db', 'db') },
];

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the client found otherwise: ${what}`);
}

const version = await client.GET('/version');
expect((version.data?.limits['requestBytes']?.value ?? 0) > 0, 'limits are served');

const matrix = await client.POST('/v1/reachability', { body: { files, external: false, level: 'workload' } });
expect(matrix.response.status === 200, 'the matrix is answered');
const result: components['schemas']['ReachabilityResult'] | undefined = matrix.data as never;
expect(result !== undefined && JSON.stringify(result).includes('shop/web[Pod]'), 'the matrix names the pods');

const kept = await client.POST('/v1/snapshots', { body: { files } });
const snapshot = kept.data?.snapshot ?? '';
expect(/^sha256:/.test(snapshot), 'a snapshot has a digest');
const question = { from: 'shop/web', to: 'shop/db', protocol: 'TCP', port: 8080 } as const;
const answer = await client.POST('/v1/evaluate', { body: { snapshot, queries: [question] } });
expect(JSON.stringify(answer.data).includes('"allowed":true'), 'a question about a snapshot is answered');

const refused = await client.POST('/v1/reachability', { body: { files: [] } });
// A string is what servers in front of the service answer: an address that is too long.
const problem = typeof refused.error === 'string' ? undefined : refused.error;
expect(problem?.status === 400 && problem.type === '/problems/empty-bundle', 'a refusal is a problem');

const gated = await client.POST('/v1/validate', {
  params: { query: { gate: ['error'] } },
  body: { files: [{ path: 'bad.yaml', content: 'a: [' }] },
});
expect(gated.response.status === 422 && gated.error !== undefined, 'a gate trips');
console.log('the generated client compiles and works');
