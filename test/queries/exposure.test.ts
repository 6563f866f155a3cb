import { describe, expect, test } from 'vitest';
import { namespace, pod, policy, together } from '../support/objects.ts';
import { exposureOf, TCP_80, unprotectedOf } from './exposure-support.ts';

const a = pod('here/a', { labels: { app: 'a' } });

/** A policy that selects `a`, with ingress rules as YAML. */
const letsIn = (...rules: readonly string[]) =>
  policy('here/in', `podSelector: { matchLabels: { app: a } }\npolicyTypes: [Ingress]\ningress: [${rules.join(', ')}]`);
const letsOut = (...rules: readonly string[]) =>
  policy('here/out', `podSelector: { matchLabels: { app: a } }\npolicyTypes: [Egress]\negress: [${rules.join(', ')}]`);

const from = (peer: string, port?: number) =>
  `{ from: [${peer}]${port === undefined ? '' : `, ports: [{ protocol: TCP, port: ${port} }]`} }`;
const pods = (selector: string) => `{ namespaceSelector: {}, podSelector: ${selector} }`;
const ingress = { query: { direction: 'ingress' } } as const;

const exists = '{ matchExpressions: [{ key: app, operator: Exists }] }';
const doesNotExist = '{ matchExpressions: [{ key: app, operator: DoesNotExist }] }';
const isX = '{ matchExpressions: [{ key: app, operator: In, values: [x] }] }';
const isNotX = '{ matchExpressions: [{ key: app, operator: NotIn, values: [x] }] }';
const web = '{ matchLabels: { app: web } }';

const EXISTS = 'all / {matchExpressions:[{key:app,operator:Exists}]}';
const DOES_NOT_EXIST = 'all / {matchExpressions:[{key:app,operator:DoesNotExist}]}';
const IS_X = 'all / {matchExpressions:[{key:app,operator:In,values:[x]}]}';
const IS_NOT_X = 'all / {matchExpressions:[{key:app,operator:NotIn,values:[x]}]}';
const WEB = 'all / {matchLabels:{app:web}}';

describe('the entire cluster', () => {
  test('a workload that no policy selects is open to it in both directions', () => {
    expect(exposureOf(a)).toEqual(['egress a | entire-cluster | all', 'ingress a | entire-cluster | all']);
  });

  test('a workload that admits nobody has no row', () => {
    expect(exposureOf(together(a, letsIn()), ingress)).toEqual([]);
  });

  test('a rule for all pods of all namespaces is open to it', () => {
    expect(exposureOf(together(a, letsIn(from('{ namespaceSelector: {} }', 80))), ingress)).toEqual([
      'ingress a | entire-cluster | TCP 80',
    ]);
  });

  test('a rule for pods without a label is not: some pod has that label', () => {
    expect(exposureOf(together(a, letsIn(from(pods(doesNotExist)))), ingress)).toEqual([
      `ingress a | ${DOES_NOT_EXIST} | all`,
    ]);
  });
});

describe('a pod that meets a selector', () => {
  test('has a row where it may do something else than any pod', () => {
    const rules = [from('{ namespaceSelector: {} }', 80), from(pods(web), 443)];
    expect(exposureOf(together(a, letsIn(...rules)), ingress)).toEqual([
      'ingress a | all / {matchLabels:{app:web}} | TCP 80,443',
      'ingress a | entire-cluster | TCP 80',
    ]);
  });

  test('has no row where it may do the same', () => {
    const rules = [from('{ namespaceSelector: {} }', 80), from(pods(web), 80)];
    expect(exposureOf(together(a, letsIn(...rules)), ingress)).toEqual(['ingress a | entire-cluster | TCP 80']);
  });

  test('also meets every rule whose selector its own implies', () => {
    const rules = [from(pods(isX), 1), from(pods(exists), 2), from(pods(isNotX), 3), from(pods(doesNotExist), 4)];
    expect(exposureOf(together(a, letsIn(...rules)), ingress)).toEqual([
      `ingress a | ${DOES_NOT_EXIST} | TCP 3-4`,
      `ingress a | ${EXISTS} | TCP 2`,
      `ingress a | ${IS_X} | TCP 1-2`,
      `ingress a | ${IS_NOT_X} | TCP 3`,
    ]);
  });

  test('may be nobody: then it has no row', () => {
    const nobody = '{ matchLabels: { app: web }, matchExpressions: [{ key: app, operator: DoesNotExist }] }';
    expect(exposureOf(together(a, letsIn(from(pods(nobody)))), ingress)).toEqual([]);
  });

  test('means pods of the policy’s own namespace where a rule names no other', () => {
    expect(exposureOf(together(a, letsIn(from(`{ podSelector: ${web} }`))), ingress)).toEqual([
      'ingress a | {matchLabels:{kubernetes.io/metadata.name:here}} / {matchLabels:{app:web}} | all',
    ]);
  });
});

describe('a selector of matchLabels alone', () => {
  const shop = namespace('shop', { team: 'shop' });
  const inShop = `{ namespaceSelector: { matchLabels: { team: shop } }, podSelector: ${web} }`;

  test('is left out where a workload of the bundle meets it', () => {
    const bundle = together(a, shop, pod('shop/web', { labels: { app: 'web', tier: 'x' } }), letsIn(from(inShop)));
    expect(exposureOf(bundle, ingress)).toEqual([]);
  });

  test('is asked about where no workload does', () => {
    const bundle = together(a, shop, pod('shop/db', { labels: { app: 'db' } }), letsIn(from(inShop)));
    expect(exposureOf(bundle, ingress)).toEqual([
      'ingress a | {matchLabels:{team:shop}} / {matchLabels:{app:web}} | all',
    ]);
  });

  test('is asked about where it means every namespace, or every pod, whoever is in the bundle', () => {
    const bundle = together(a, shop, pod('shop/web', { labels: { app: 'web' } }), letsIn(from(pods(web))));
    expect(exposureOf(bundle, ingress)).toEqual([`ingress a | ${WEB} | all`]);
    const everyPod = '{ namespaceSelector: { matchLabels: { team: shop } } }';
    expect(exposureOf(together(a, shop, pod('shop/web'), letsIn(from(everyPod))), ingress)).toEqual([
      'ingress a | {matchLabels:{team:shop}} / all | all',
    ]);
  });

  test('is the same selector as a matchExpression with one value, and shown as the plainer of both', () => {
    const expression = '{ matchExpressions: [{ key: app, operator: In, values: [web] }] }';
    const bundle = together(a, letsIn(from(pods(expression), 80)), letsOut(`{ to: [${pods(web)}] }`));
    expect(exposureOf(bundle)).toEqual([`egress a | ${WEB} | all`, `ingress a | ${WEB} | TCP 80`]);
  });
});

describe('doubts', () => {
  const bundle = together(a, letsIn(from('{ ipBlock: { cidr: 10.0.0.0/8 } }', 80)));

  test('a pod that is not shown may have an address of a block', () => {
    expect(exposureOf(bundle, ingress)).toEqual(['ingress a | entire-cluster | nothing + ? TCP 80']);
  });

  test('it has none where blocks mean outside addresses only', () => {
    expect(exposureOf(bundle, { ...ingress, options: { ipBlockPods: 'ignore' } })).toEqual([]);
  });

  test('policies that are not evaluated leave everything unknown', () => {
    const calico =
      'apiVersion: crd.projectcalico.org/v1\nkind: NetworkPolicy\nmetadata: { name: some, namespace: here }\n';
    expect(exposureOf(together(a, calico), ingress)).toEqual(['ingress a | entire-cluster | nothing + ? all']);
  });
});

describe('the query', () => {
  const bundle = together(a, pod('here/b'), letsIn(from('{ namespaceSelector: {} }', 80), from(pods(web), 443)));

  test('a connection cuts before rows are compared', () => {
    const query = { direction: 'ingress', connection: TCP_80 } as const;
    expect(exposureOf(bundle, { query })).toEqual(['ingress a | entire-cluster | TCP 80']);
  });

  test('without a focus every workload is asked about', () => {
    expect(exposureOf(bundle, { query: { focus: [], direction: 'ingress', connection: TCP_80 } })).toEqual([
      'ingress a | entire-cluster | TCP 80',
      'ingress b | entire-cluster | TCP 80',
    ]);
  });

  test('outside addresses with the same answer are merged, and cut where a rule tells them apart', () => {
    const blocks = letsOut('{ to: [{ ipBlock: { cidr: 10.0.0.0/9 } }, { ipBlock: { cidr: 10.128.0.0/9 } }] }');
    const query = { direction: 'egress', external: true } as const;
    expect(exposureOf(together(a, blocks), { query, options: { ipBlockPods: 'ignore' } })).toEqual([
      'egress a | 10.0.0.0/8 | all',
    ]);
    expect(exposureOf(a, { query })).toEqual([
      'egress a | 0.0.0.0/0 | all',
      'egress a | ::/0 | all',
      'egress a | entire-cluster | all',
    ]);
  });
});

describe('unprotected', () => {
  test('lists what no policy selects, direction by direction', () => {
    expect(unprotectedOf(together(a, pod('here/b'), letsIn()))).toEqual(['egress a', 'egress b', 'ingress b']);
    expect(unprotectedOf(together(a, letsIn()), { focus: ['a'], direction: 'ingress' })).toEqual([]);
  });

  test('the exception for traffic from a pod’s own node protects nobody', () => {
    const host = pod('kube-system/agent', { spec: { hostNetwork: true } });
    expect(unprotectedOf(together(a, host), { focus: ['a'] })).toEqual(['egress a', 'ingress a']);
  });
});
