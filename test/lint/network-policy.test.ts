/** What the rules about policies must not say, and what their examples do not show. */

import { describe, expect, it } from 'vitest';
import { DNS_RULE, deployment, manifests, namespace, policy, service } from '../../src/lint/rules/fragments.ts';
import { said } from './examples.ts';

const WEB = deployment({ name: 'web' });
const API = deployment({ name: 'api' });
const on = (app: string) => `podSelector: {matchLabels: {app: ${app}}}`;

describe('NET001, who is selected', () => {
  it.each([
    ['a label whose value the cluster makes', 'podSelector: {matchLabels: {pod-template-hash: abc}}'],
    ['every pod, and there is none', 'podSelector: {}'],
    [
      'a label that is not there, which NotIn takes',
      'podSelector: {matchExpressions: [{key: a, operator: NotIn, values: [b]}]}',
    ],
  ])('is not asked of %s', (_, selector) => {
    expect(said('NET001', manifests(WEB, policy('p', `${selector}\npolicyTypes: [Ingress]\n`)))).toEqual([]);
  });

  it('counts objects that the API server would refuse', () => {
    const broken = WEB.replace('containerPort: 8080', 'containerPort: "8080"');
    expect(said('NET001', manifests(broken, policy('p', `${on('web')}\n`)))).toEqual([]);
  });

  it('counts templates of operators', () => {
    const rollout = WEB.replace('apps/v1', 'argoproj.io/v1alpha1').replace('Deployment', 'Rollout');
    expect(said('NET001', manifests(rollout, policy('p', `${on('web')}\n`)))).toEqual([]);
  });

  it('names no pod as near that differs by a number', () => {
    const text = manifests(deployment({ name: 'app-1' }), policy('p', `${on('app-2')}\n`));
    expect(said('NET001', text)).toEqual(['20 info']);
    expect(said('NET001', text, { completeness: 'complete' })).toEqual(['20 warning']);
  });
});

describe('NET003, namespaces', () => {
  const from = (selector: string) =>
    policy('p', `podSelector: {}\ningress:\n  - from:\n      - namespaceSelector: ${selector}\n`);

  it('that every cluster has are not missed', () => {
    const text = from('{matchLabels: {kubernetes.io/metadata.name: kube-system}}');
    expect(said('NET003', text, { completeness: 'complete' })).toEqual([]);
  });

  it('that are not in the bundle are a note, unless one is called so', () => {
    expect(said('NET003', from('{matchLabels: {team: a}}'))).toEqual(['8 info']);
    expect(said('NET003', manifests(namespace('shop'), from('{matchLabels: {name: shop}}')))).toEqual(['12 warning']);
  });
});

describe('NET005 and NET016, DNS', () => {
  const egress = (rules: string) =>
    manifests(WEB, API, policy('p', `${on('web')}\npolicyTypes: [Egress]\negress:\n- to: [{${on('api')}}]\n${rules}`));

  it.each([
    ['from kube-system by label', DNS_RULE],
    [
      'from every namespace by label',
      '- to: [{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}]\n  ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]\n',
    ],
    [
      'from an address',
      '- to: [{ipBlock: {cidr: 10.96.0.10/32}}]\n  ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]\n',
    ],
    ['from anywhere', '- ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]\n'],
    ['with everything else', '- {}\n'],
    [
      'by another label of namespaces',
      '- to: [{namespaceSelector: {matchLabels: {role: dns}}}]\n  ports: [{port: 53, protocol: UDP}, {port: 53}]\n',
    ],
  ])('may be asked %s', (_, rules) => {
    expect([said('NET005', egress(rules)), said('NET016', egress(rules))]).toEqual([[], []]);
  });

  it('may be allowed by another policy', () => {
    const dns = policy('dns', `podSelector: {}\npolicyTypes: [Egress]\negress:\n${DNS_RULE}`);
    expect(said('NET005', manifests(egress(''), dns))).toEqual([]);
  });

  it('is not missed where everything is denied', () => {
    expect(said('NET005', manifests(WEB, policy('p', 'podSelector: {}\npolicyTypes: [Egress]\n')))).toEqual([]);
  });

  it('is not reached by the labels of another program', () => {
    expect(said('NET005', egress(`- to: [{namespaceSelector: {}, ${on('db')}}]\n`))).toEqual(['37 warning']);
  });
});

describe('NET012 to NET014, ports', () => {
  const ports = (list: string) => policy('api', `${on('api')}\ningress:\n  - ports: ${list}\n`);

  it('of pods that declare none are not judged', () => {
    const silent = deployment({ name: 'api', ports: '[]' });
    for (const id of ['NET013', 'NET014']) expect(said(id, manifests(silent, ports('[{port: 81}]')))).toEqual([]);
  });

  it('that are ranges are not judged', () => {
    expect(said('NET013', manifests(API, ports('[{port: 1, endPort: 80}]')))).toEqual([]);
  });

  it('of a Service are right where the pods have them too, or where theirs is opened beside', () => {
    const front = service('api', 'selector: {app: api}\nports: [{port: 80, targetPort: 8080}]\n');
    const both = deployment({ name: 'api', ports: '[{containerPort: 8080}, {containerPort: 80}]' });
    expect(said('NET014', manifests(both, front, ports('[{port: 80}]')))).toEqual([]);
    expect(said('NET014', manifests(API, front, ports('[{port: 80}, {port: 8080}]')))).toEqual([]);
  });

  it('of egress are looked up at the peers', () => {
    const named = deployment({ name: 'api', ports: '[{name: http, containerPort: 8080}]' });
    const egress = (name: string) =>
      policy('web', `${on('web')}\negress:\n  - to: [{${on('api')}}]\n    ports: [{port: ${name}}]\n`);
    expect(said('NET012', manifests(WEB, named, egress('http')))).toEqual([]);
    expect(said('NET012', manifests(WEB, named, egress('https')))).toEqual(['38 warning']);
  });
});

describe('NET020, isolation', () => {
  it('is not asked of jobs, of pods on their node, or where nobody has policies', () => {
    const host = WEB.replace('      containers:', '      hostNetwork: true\n      containers:');
    expect(said('NET020', manifests(host, API, policy('p', `${on('api')}\n`)))).toEqual([]);
    expect(said('NET020', WEB)).toEqual([]);
  });
});

describe('NET021, enforcement', () => {
  it('is not doubted where the caller says that there is some', () => {
    const flannel =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kube-flannel-cfg}\ndata: {net-conf.json: "{}"}\n';
    const text = manifests(flannel, policy('p', 'podSelector: {}\n'));
    expect(said('NET021', text)).toEqual(['6 warning']);
    expect(said('NET021', text, { enforcement: 'enforced' })).toEqual([]);
  });
});

describe('NET027, both sides', () => {
  const allow = (more: string) =>
    manifests(
      WEB,
      API,
      policy('api', `${on('api')}\ningress:\n  - from: [{podSelector: {}}]\n    ports: [{port: 8080}]\n`),
      policy('web', `${on('web')}\npolicyTypes: [Egress]\n${more}`),
    );

  it('need not agree about everybody a rule means', () => {
    // The pods of `api` reach each other; those of `web` reach nobody.
    const two = deployment({ name: 'other' });
    expect(said('NET027', manifests(allow(''), two))).toEqual([]);
    expect(said('NET027', allow(''))).toEqual(['37 warning']);
  });

  it('may differ in ports that the other side does not need', () => {
    expect(said('NET027', allow(`egress:\n- to: [{${on('api')}}]\n  ports: [{port: 1, endPort: 9000}]\n`))).toEqual([]);
    expect(said('NET027', allow(`egress:\n- to: [{${on('api')}}]\n  ports: [{port: 443}]\n`))).toHaveLength(2);
  });
});

describe('NET028, contradictions', () => {
  it.each([
    ['{matchLabels: {a: b}, matchExpressions: [{key: a, operator: In, values: [b, c]}]}', 0],
    ['{matchLabels: {a: b}, matchExpressions: [{key: a, operator: In, values: [c]}]}', 1],
    ['{matchExpressions: [{key: a, operator: Exists}, {key: a, operator: DoesNotExist}]}', 1],
    ['{matchExpressions: [{key: a, operator: Exists}, {key: a, operator: NotIn, values: [b]}]}', 0],
    ['{matchLabels: {a: b}, matchExpressions: [{key: a, operator: DoesNotExist}]}', 1],
  ])('in %s', (selector, count) => {
    expect(said('NET028', policy('p', `podSelector: ${selector}\npolicyTypes: [Ingress]\n`))).toHaveLength(count);
  });
});
