/** Traps 94 to 100: forms of files, and manifests that the API server would refuse. */

import { expect, test } from 'vitest';
import { policy } from '../support/objects.ts';
import { CLIENT, expectAnswers, expectRefused, findingsOf, reach, WEB, WORLD } from './trap.ts';

const SHUT_WEB = ['b/client > a/web = nothing', 'b/client > a/friend = all'];
const shutWeb = (selector = 'matchLabels: { app: web }') => policy('a/p', `podSelector: { ${selector} }`);

test('trap 94: lists, many documents, JSON, duplicate keys, anchors and merge keys are read as kubectl reads them', () => {
  const asItem = (document: string) => `- ${document.trimEnd().replaceAll('\n', '\n  ')}`;
  const list = `apiVersion: v1\nkind: List\nitems:\n${[...WORLD, shutWeb()].map(asItem).join('\n')}\n`;
  const metadata = { name: 'p', namespace: 'a' };
  const spec = { podSelector: { matchLabels: { app: 'web' } } };
  const json = JSON.stringify({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec }, null, 2);
  const forms = {
    list: [list],
    documents: [...WORLD, '# nothing here', '', shutWeb()],
    json: [...WORLD, json],
    anchors: [
      ...WORLD,
      shutWeb('matchExpressions: [{ key: &app app, operator: In, values: [web] }, { key: *app, operator: Exists }]'),
    ],
    merge: [
      ...WORLD,
      policy('a/p', 'policyTypes: [Ingress]\npodSelector:\n  matchLabels: { <<: { app: friend }, app: web }'),
    ],
    duplicates: [
      ...WORLD,
      policy('a/p', 'podSelector: { matchLabels: { app: friend } }\npodSelector: { matchLabels: { app: web } }'),
    ],
  };
  for (const [form, bundle] of Object.entries(forms)) {
    expectAnswers(bundle, SHUT_WEB);
    expect(findingsOf(bundle), form).toEqual(form === 'duplicates' ? [expect.stringContaining('YML002')] : []);
  }
  const file = JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [...WORLD.map((text) => JSON.parse(text)), JSON.parse(json)],
  });
  expectAnswers([file], SHUT_WEB);
});

test('trap 95: a NetworkPolicy of extensions/v1beta1 is refused with a message', () => {
  const old = shutWeb().replace('networking.k8s.io/v1', 'extensions/v1beta1');
  expectRefused(old, 'SCH005 /apiVersion', /networking\.k8s\.io\/v1/);
});

test('trap 96: an unknown field is reported, with the one that was meant', () => {
  expectRefused(policy('a/p', 'podselector: { matchLabels: { app: web } }'), 'SCH002 /spec/podselector', /podSelector/);
});

test('trap 97: a protocol in lower case is invalid', () => {
  const lower = policy('a/p', 'ingress: [{ ports: [{ protocol: tcp, port: 80 }] }]');
  expectRefused(lower, 'SCH003 /spec/ingress/0/ports/0/protocol', /capitals/);
});

test('trap 98: the string "80" is a port name, and not a valid one', () => {
  const quoted = policy('a/p', 'ingress: [{ ports: [{ port: "80" }] }]');
  expectRefused(quoted, 'SCH003 /spec/ingress/0/ports/0/port', /name/);
});

test('trap 99: ports are from 1 to 65535', () => {
  for (const port of [0, 65536, -1]) {
    const odd = policy('a/p', `ingress: [{ ports: [{ port: ${port} }] }]`);
    expectRefused(odd, 'SCH003 /spec/ingress/0/ports/0/port', /1 to 65535/);
  }
});

test('trap 100: a policy whose selectors match nothing is a finding, not an error', () => {
  const nobody = [
    shutWeb('matchLabels: { app: wob }'),
    policy('b/q', 'ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: none } } }] }]'),
  ];
  const bundle = [WEB, CLIENT, ...nobody];
  expectAnswers(bundle, ['b/client > a/web = all', 'a/web > b/client = nothing']);
  expect(findingsOf(bundle).filter((f) => f.startsWith('error'))).toEqual([]);
  expect(findingsOf(bundle).some((f) => f.includes('NET001'))).toBe(true);
  expect(reach(bundle).summary).toMatchObject({ policies: 2, refused: 0 });
});
