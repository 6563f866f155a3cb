/** Which kinds are served, and which are known. */

import { describe, expect, it } from 'vitest';
import { DocumentCheck } from '../../../src/kubernetes/api/document-check.ts';
import { documentsOf } from '../../support/bundle.ts';
import { said } from './said.ts';

describe('a kind', () => {
  it.each([
    ['extensions/v1beta1', 'Ingress', ['SCH005 /apiVersion']],
    ['batch/v1beta1', 'CronJob', ['SCH005 /apiVersion']],
    ['apps/v1beta9', 'Deployment', ['SCH005 /apiVersion']],
    ['policy/v1beta1', 'PodSecurityPolicy', ['SCH005 /apiVersion']],
    ['apps/v1', 'Deploymnet', ['SCH001 /kind']],
    ['example.org/v1', 'Widget', ['SCH001 /kind']],
    ['gateway.networking.k8s.io/v1alpha2', 'GRPCRoute', ['SCH006 /apiVersion']],
    ['v1', 'Endpoints', ['SCH006 /apiVersion']],
  ])('%s %s is said to be %j', (apiVersion, kind, found) => {
    expect(said(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}`)).toEqual(found);
  });

  it('that nobody knows is counted, and told once', () => {
    const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: (_, kind) => kind === 'Known' });
    const widget = 'apiVersion: a.org/v1\nkind: Widget\nmetadata: {name: x}';
    for (const document of documentsOf([widget, widget, widget.replace('Widget', 'Known')].join('\n---\n')))
      check.take(document);
    const { findings, unknownKinds } = check.finish();
    expect(unknownKinds).toEqual([{ apiVersion: 'a.org/v1', kind: 'Widget', count: 2 }]);
    expect(findings.map(({ severity, refused }) => [severity, refused])).toEqual([['info', undefined]]);
  });

  it('is known from a definition that comes after its objects', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.a.org}
spec:
  group: a.org
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: string}}}}}
  - {name: v0, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
`;
    const widget = (version: string) => `apiVersion: a.org/${version}\nkind: Widget\nmetadata: {name: x}\nspec: 5`;
    expect(said(`${widget('v1')}\n---\n${crd}`)).toEqual(['YML005 /spec']);
    expect(said(`${crd}---\n${widget('v0')}`)).toEqual(['SCH005 /apiVersion', 'SCH002 /spec']);
    expect(said(`${crd}---\n${widget('v2')}`)).toEqual(['SCH006 /apiVersion']);
    expect(said(crd.replace('widgets.a.org', 'x.a.org'))).toEqual(['SCH008 /metadata/name']);
  });

  it('whose schema has a rule or a pattern that is not read here is told so, and holds nothing against an object', () => {
    const rule = '{rule: "url(self.a) == self.a", message: differs}';
    const schema = `{type: object, properties: {spec: {type: object, x-kubernetes-validations: [${rule}], properties: {a: {type: string, pattern: "\\\\p{L}"}}}}}`;
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.a.org}
spec:
  group: a.org
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${schema}}}]
`;
    const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: () => false });
    const widget = 'apiVersion: a.org/v1\nkind: Widget\nmetadata: {name: x}\nspec: {a: x}';
    for (const document of documentsOf(`${crd}---\n${widget}\n---\n${widget}`)) check.take(document);
    const { findings, undecidedRules } = check.finish();
    expect(findings).toEqual([]);
    expect(undecidedRules).toEqual([
      { rule: 'pattern \\p{L}', count: 2 },
      { rule: 'url(self.a) == self.a', count: 2 },
    ]);
  });
});
