import { expect, test } from 'vitest';
import { services, servicesJson } from '../../src/operations/service-json.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, together } from '../support/objects.ts';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: a }\n';

test('a headless Service without ports leads to the pods it selects', () => {
  const text = together(
    pod('a/x', { labels: { app: 'x' } }),
    `${SERVICE}spec: { clusterIP: None, selector: { app: x } }\n`,
  );
  const analysis = analysisOf(text);
  expect(servicesJson(analysis, services(analysis))).toMatchObject([
    { id: 'a/web[Service]', type: 'ClusterIP', headless: true, ports: [], resolvesTo: ['a/x[Pod]'] },
  ]);
});

test('a port without a target leads to the same port of the pods', () => {
  const analysis = analysisOf(together(pod('a/x'), `${SERVICE}spec: { ports: [{ port: 80 }] }\n`));
  const [web] = servicesJson(analysis, services(analysis));
  expect(web?.ports).toEqual([{ protocol: 'TCP', port: 80, targetPort: 80 }]);
  expect(web?.resolvesTo).toEqual([]);
});
