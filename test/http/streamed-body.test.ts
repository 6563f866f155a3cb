import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { LIMITS } from '../../src/ingest/index.ts';

/** Pods and policies of every fate, and enough beside them to be read while they arrive. */
function objects(): object[] {
  const pods = Array.from({ length: 12 }, (_, i) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `web-${i}`, namespace: 'shop', labels: { app: i % 2 ? 'web' : 'db', 'bad key!': 'é' } },
    spec: { containers: [{ name: 'main', ports: [{ containerPort: i === 3 ? 0 : 80 }] }] },
    status: { podIP: `10.0.0.${i}` },
  })).map((pod, i) =>
    i < 8 ? { ...pod, metadata: { ...pod.metadata, labels: { app: pod.metadata.labels.app } } } : pod,
  );
  const policies = ['web', 'nobody', 'db'].map((app, i) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `only-${app}`, namespace: 'shop' },
    spec: {
      podSelector: { matchLabels: { app } },
      ...(i === 2 ? { ingres: [] } : { ingress: [{ ports: [{ port: 80 }] }] }),
    },
  }));
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, nodePort: 30000 }] },
  };
  const text = 'x'.repeat(LIMITS.wholeBytes.value);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, data: { text } };
  const daemon = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'calico-node', namespace: 'kube-system' },
  };
  const nothing = { metadata: { name: 'no kind' } };
  return [pods[0], secret, ...pods, daemon, nothing, service, ...policies] as object[];
}

const list = (items: object[]) => ({ apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } });
const FORMS = {
  'JSON lines': [
    objects()
      .map((o) => JSON.stringify(o))
      .join('\n'),
    'manifest.ndjson',
    'application/x-ndjson',
  ],
  'a JSON list as kubectl prints it': [JSON.stringify(list(objects()), null, 4), 'manifest.json', 'application/json'],
  'a JSON list on one line': [JSON.stringify(list(objects())), 'manifest.json', 'application/x-www-form-urlencoded'],
} as const;

async function answerOf(path: string, body: BodyInit, type?: string): Promise<unknown> {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  const response = await app.request(path, { method: 'POST', body, headers });
  const text = await response.text();
  return { status: response.status, text: text.replace(/"instance":"[^"]*"/, '') };
}

describe.each(Object.entries(FORMS))('a long body of %s', (_form, [text, path, type]) => {
  test.each([
    '/v1/reachability',
    '/v1/reachability?explain=true&level=pod',
    '/v1/reachability?format=ndjson',
    '/v1/evaluate?from=shop/web-1&to=shop/web-2&port=80',
    '/v1/exposure?namespace=shop',
    '/v1/names',
  ])('is answered by %s as the same file in a form, byte for byte', async (url) => {
    const form = new FormData();
    form.append('file', new File([text], path));
    const answer = await answerOf(url, text, type);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer).toEqual(await answerOf(url, form));
  });
});

test('options stand in the query string, and are looked at before the body has come', async () => {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1;
      controller.enqueue(new TextEncoder().encode(`{"apiVersion":"v1","kind":"Pod","x":"${'x'.repeat(100_000)}"}\n`));
    },
  });
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/x-ndjson' } };
  const response = await app.request('/v1/evaluate?from=a', init);
  expect(await response.json()).toMatchObject({ type: '/problems/invalid-options' });
  expect(pulls).toBeLessThan(10);
});
