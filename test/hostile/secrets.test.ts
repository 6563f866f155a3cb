/** Secret values and environment values of an upload are in no answer, no error and no log, whatever the form. */

import { describe, expect, it, vi } from 'vitest';
import { app } from '../../src/entry/app.ts';

const CANARY = 'canary-7f3a';

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: c, env: [{ name: PASSWORD, value: ${CANARY} }] }] }
`;

/** Every place a value may stand, in documents that are whole and in documents that are broken beside it. */
const DOCUMENTS = [
  POD,
  'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { ports: [{ port: 80 }] }\n',
  `apiVersion: v1\nkind: Secret\nmetadata: { name: whole }\nstringData: { password: ${CANARY} }\ndata: { token: ${btoa(CANARY)} }\n`,
  `apiVersion: v1\nkind: Secret\nmetadata: { name: quote }\nstringData:\n  password: "${CANARY}\n`,
  `apiVersion: v1\nkind: Secret\nmetadata: { name: indent }\nstringData:\n  password: ${CANARY}\n    more: ${CANARY}\n`,
  `apiVersion: v1\nkind: Secret\nmetadata: { name: twice }\nstringData: { a: ${CANARY}, a: ${CANARY} }\n`,
  `apiVersion: v1\nkind: Secret\nmetadata: { name: tagged }\nstringData: { a: !odd ${CANARY} }\n`,
  `apiVersion: v1\nkind: Pod\nmetadata: { name: typed }\nspec: { hostNetwork: ${CANARY}, containers: [{ name: c, ports: [{ containerPort: ${CANARY} }] }] }\n`,
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: cni }\ndata: { a.conf: '{"type": ${CANARY}' }\n`,
];

async function answer(path: string, files: readonly string[]): Promise<string> {
  const before = { files: files.map((content, i) => ({ path: `${i}.yaml`, content })) };
  const body = path.startsWith('diff') ? { before: { files: [] }, after: before } : before;
  const headers = { 'content-type': 'application/json' };
  const response = await app.request(`/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBeLessThan(500);
  return response.text();
}

const PATHS = ['json', 'txt', 'csv', 'md', 'ndjson', 'dot', 'svg']
  .map((form) => `reachability?format=${form}`)
  .concat('evaluate?from=shop/web&to=8.8.8.8', 'exposure', 'names', 'diff');

describe('a value of a Secret or of the environment', () => {
  it.each(PATHS)('is not told by %s, nor logged', async (path) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const text = await answer(path, DOCUMENTS);
    expect(text).toContain('web');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(btoa(CANARY));
    expect(JSON.stringify(log.mock.calls)).not.toContain(CANARY);
    log.mockRestore();
  });

  it.each(DOCUMENTS.slice(1).map((text, i) => [i, text]))('is not told of document %i alone', async (_i, text) => {
    expect(await answer('reachability', [String(text)])).not.toContain(CANARY);
  });
});
