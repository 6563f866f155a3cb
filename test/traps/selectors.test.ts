/** Traps 15 to 27: label selectors, namespaces, and the labels that pods and namespaces really have. */

import { expect, test } from 'vitest';
import { namespace, pod, policy, workload } from '../support/objects.ts';
import { CLIENT, expectAnswers, reach, WEB, WORLD } from './trap.ts';

/** Lets into `a/web` the pods of its namespace that a selector matches. */
const fromPods = (selector: string) =>
  policy('a/p', `podSelector: { matchLabels: { app: web } }\ningress: [{ from: [{ podSelector: ${selector} }] }]`);
const expression = (text: string) => fromPods(`{ matchExpressions: [${text}] }`);
/** Lets into `a` the pods of namespaces that a selector matches. */
const fromNamespaces = (selector: string) => policy('a/p', `ingress: [{ from: [{ namespaceSelector: ${selector} }] }]`);

/** `a/bare` without the label env, and pods named after theirs. */
const ENVS = [
  WEB,
  pod('a/bare'),
  pod('a/empty', { labels: { env: '' } }),
  pod('a/prod', { labels: { env: 'prod' } }),
  pod('a/test', { labels: { env: 'test' } }),
];

/** Which of the pods above get in. */
function admitted(document: string): string[] {
  const rows = reach([...ENVS, document]).connections.filter((c) => c.to === 'a/web[Pod]' && c.from.endsWith('[Pod]'));
  return rows.map((c) => c.from.slice('a/'.length, -'[Pod]'.length));
}

test('trap 15: NotIn matches where the key is absent', () => {
  expect(admitted(expression('{ key: env, operator: NotIn, values: [prod] }'))).toEqual(['bare', 'empty', 'test']);
});

test('trap 16: matchLabels with an empty value does not match an absent key', () => {
  expect(admitted(fromPods('{ matchLabels: { env: "" } }'))).toEqual(['empty']);
});

test('trap 17: DoesNotExist matches only an absent key, NotIn also another value', () => {
  expect(admitted(expression('{ key: env, operator: DoesNotExist }'))).toEqual(['bare']);
  const notIn = expression('{ key: env, operator: NotIn, values: ["", prod] }');
  expect(admitted(notIn)).toEqual(['bare', 'test']);
});

test('trap 18: two requirements on one key are joined by AND and may exclude each other', () => {
  const one = '{ key: env, operator: In, values: [prod, test] }';
  expect(admitted(expression(`${one}, { key: env, operator: NotIn, values: [prod] }`))).toEqual(['test']);
  expect(admitted(expression(`${one}, { key: env, operator: DoesNotExist }`))).toEqual([]);
});

test('trap 19: kubernetes.io/metadata.name works though no manifest carries it', () => {
  expectAnswers(
    [...WORLD, pod('c/other'), fromNamespaces('{ matchLabels: { kubernetes.io/metadata.name: b } }')],
    ['b/client > a/web = all', 'c/other > a/web = nothing', 'a/friend > a/web = nothing'],
  );
});

test('trap 20: NotIn on metadata.name excludes just the namespaces it lists', () => {
  const notB = '{ matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [b] }] }';
  expectAnswers(
    [...WORLD, pod('c/other'), namespace('d', { team: 'x' }), pod('d/more'), fromNamespaces(notB)],
    ['b/client > a/web = nothing', 'c/other > a/web = all', 'd/more > a/web = all', 'a/friend > a/web = all'],
  );
});

test('trap 21: a namespace without a manifest is matched by the empty selector, and by no label but its name', () => {
  expectAnswers([...WORLD, namespace('a'), fromNamespaces('{}')], ['b/client > a/web = all']);
  expectAnswers([...WORLD, fromNamespaces('{ matchLabels: { team: b } }')], ['b/client > a/web = nothing']);
});

test('trap 22: a namespace whose manifest lies about its name label still has its own name', () => {
  const liar = namespace('b', { 'kubernetes.io/metadata.name': 'c' });
  expectAnswers(
    [...WORLD, liar, fromNamespaces('{ matchLabels: { kubernetes.io/metadata.name: b } }')],
    ['b/client > a/web = all'],
  );
  expectAnswers(
    [...WORLD, liar, fromNamespaces('{ matchLabels: { kubernetes.io/metadata.name: c } }')],
    ['b/client > a/web = nothing'],
  );
});

test('trap 23: two selectors in one item mean both, in two items either', () => {
  const pods = 'podSelector: { matchLabels: { app: client } }';
  const spaces = 'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: b } }';
  const bundle = [...WORLD, pod('a/client', { labels: { app: 'client' } }), pod('b/other')];
  expectAnswers(
    [...bundle, policy('a/p', `ingress:\n- from:\n  - ${spaces}\n    ${pods}`)],
    ['b/client > a/web = all', 'b/other > a/web = nothing', 'a/client > a/web = nothing'],
  );
  expectAnswers(
    [...bundle, policy('a/p', `ingress:\n- from:\n  - ${spaces}\n  - ${pods}`)],
    ['b/client > a/web = all', 'b/other > a/web = all', 'a/client > a/web = all', 'a/friend > a/web = nothing'],
  );
});

test('trap 24: podSelector alone never crosses namespaces, also where labels are equal', () => {
  const twin = pod('b/friend', { labels: { app: 'friend' } });
  const bundle = [...WORLD, twin, namespace('a', { team: 'x' }), namespace('b', { team: 'x' })];
  expectAnswers(
    [...bundle, fromPods('{ matchLabels: { app: friend } }')],
    ['a/friend > a/web = all', 'b/friend > a/web = nothing'],
  );
});

test('trap 25: pods have the labels of the template, not those of the Deployment itself', () => {
  const web = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: a, labels: { app: outer } }
spec:
  selector: { matchLabels: { app: inner } }
  template: { metadata: { labels: { app: inner } }, spec: { containers: [{ name: c, image: example/app }] } }
`;
  const deny = (app: string) => policy('a/p', `podSelector: { matchLabels: { app: ${app} } }`);
  expectAnswers([web, CLIENT, deny('outer')], ['b/client > a/web = all']);
  expectAnswers([web, CLIENT, deny('inner')], ['b/client > a/web = nothing']);
});

test('trap 26: labels that controllers add to pods can be selected', () => {
  const db = workload('StatefulSet', 'a/db', {}, { replicas: 2 });
  const first = policy('a/p', 'podSelector: { matchLabels: { statefulset.kubernetes.io/pod-name: db-0 } }');
  expectAnswers(
    [db, CLIENT, first],
    ['b/client > a/db-0 = nothing', 'b/client > a/db-1 = all', 'b/client > a/db = mixed'],
  );
  for (const key of ['batch.kubernetes.io/job-name', 'job-name']) {
    expectAnswers(
      [WEB, workload('Job', 'a/copy'), workload('Job', 'a/other'), fromPods(`{ matchLabels: { ${key}: copy } }`)],
      ['a/copy > a/web = all', 'a/other > a/web = nothing'],
    );
  }
});

test('trap 27: label values that YAML makes booleans or numbers must be strings', () => {
  for (const [plain, rule] of [
    ['y', 'YML003'],
    ['on', 'YML003'],
    ['1.10', 'YML005'],
  ]) {
    const { findings, summary } = reach([...WORLD, fromPods(`{ matchLabels: { v: ${plain} } }`)]);
    const path = '/spec/ingress/0/from/0/podSelector/matchLabels/v';
    expect(findings).toMatchObject([{ rule, refused: true, path, message: expect.stringContaining('quotes') }]);
    expect(summary).toMatchObject({ policies: 0, refused: 1 });
  }
  const versions = [WEB, pod('a/long', { labels: { v: '1.10' } }), pod('a/short', { labels: { v: '1.1' } })];
  expectAnswers(
    [...versions, fromPods('{ matchLabels: { v: "1.10" } }')],
    ['a/long > a/web = all', 'a/short > a/web = nothing'],
  );
});
