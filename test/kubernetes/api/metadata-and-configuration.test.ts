/** What the API server refuses of metadata and configuration beside what schemas say. A case is an object in YAML and `RULE pointer` of what is said. */

import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: ';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: ';

const bare = (kind: string, more: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n${more}`;
const RBAC = 'rbac.authorization.k8s.io/v1';

describe('configuration', () => {
  it.each([
    [bare('ConfigMap', 'data: {a.conf: x}'), []],
    [bare('ConfigMap', 'data: {"a b": x}'), ['SCH008 /data/a b']],
    [bare('ConfigMap', 'data: {a: x}\nbinaryData: {a: eA==}'), ['SCH003 /binaryData/a']],
    [bare('Secret', 'data: {a: eA==}'), []],
    [bare('Secret', 'data: {a: x}'), ['SCH003 /data/a']],
    [bare('Secret', 'type: kubernetes.io/tls\nstringData: {tls.crt: x}'), ['SCH004 /stringData']],
    [bare('PersistentVolumeClaim', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}'), []],
    [bare('PersistentVolumeClaim', 'spec: {resources: {requests: {storage: 1Gi}}}'), ['SCH004 /spec']],
    [bare('ClusterRoleBinding', 'roleRef: {kind: Role, name: r}', RBAC), ['SCH003 /roleRef/kind']],
    [
      bare(
        'ClusterRoleBinding',
        'roleRef: {kind: ClusterRole, name: r}\nsubjects: [{kind: ServiceAccount, name: s}]',
        RBAC,
      ),
      ['SCH004 /subjects/0'],
    ],
    [bare('ClusterRole', 'rules: []', RBAC).replace('name: x', 'name: "system:x"'), []],
  ])('%s is refused for %j', (text, found) => {
    expect(said(text)).toEqual(found);
  });
});

const definition = (schema: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.a.org}
spec:
  group: a.org
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${schema}}}]
`;
const AT = '/spec/versions/0/schema/openAPIV3Schema';

describe('a definition', () => {
  it.each([
    ['{type: object}', []],
    [
      '{type: object, properties: {a: {x-kubernetes-int-or-string: true}, b: {x-kubernetes-preserve-unknown-fields: true}}}',
      [],
    ],
    ['{type: object, properties: {spec: {type: object, anyOf: [{required: [a]}]}}}', []],
    ['{type: string}', [`SCH003 ${AT}`]],
    ['{type: object, properties: {a: {}}}', [`SCH003 ${AT}/properties/a`]],
    ['{type: object, properties: {a: {type: array, items: {minimum: 1}}}}', [`SCH003 ${AT}/properties/a/items`]],
    ['{type: object, properties: {a: {type: object, $ref: x}}}', [`SCH003 ${AT}/properties/a/$ref`]],
    [
      '{type: object, properties: {a: {type: object, additionalProperties: false}}}',
      [`SCH003 ${AT}/properties/a/additionalProperties`],
    ],
    [
      '{type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}',
      [`SCH003 ${AT}/additionalProperties`],
    ],
  ])('with the schema %s is refused for %j', (schema, found) => {
    expect(said(definition(schema))).toEqual(found);
  });
});

describe('a field that should not be written any more', () => {
  it.each([
    [
      `${SERVICE}{type: LoadBalancer, loadBalancerIP: 203.0.113.1, ports: [{port: 80}]}`,
      ['SCH006 /spec/loadBalancerIP'],
    ],
    [`${POD}{serviceAccount: a, containers: [{name: c, image: i}]}`, ['SCH006 /spec/serviceAccount']],
    // As the API server writes every pod.
    [`${POD}{serviceAccount: a, serviceAccountName: a, containers: [{name: c, image: i}]}`, []],
    [
      `${POD}{volumes: [{name: v, gitRepo: {repository: r}}], containers: [{name: c, image: i}]}`,
      ['SCH006 /spec/volumes/0/gitRepo'],
    ],
  ])('%s has one: %j', (text, found) => {
    expect(said(text)).toEqual(found);
  });
});

it('an object that is named after an address or a signer is called so', () => {
  const address = 'apiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {name: "2001:db8::1"}\n';
  expect(said(`${address}spec: {parentRef: {resource: services, name: s}}`)).toEqual([]);
});

describe('metadata', () => {
  it.each([
    ['{name: a.b-c}', []],
    ['{generateName: a-}', []],
    ['{}', ['SCH004 /metadata']],
    ['{name: My_Map}', ['SCH008 /metadata/name']],
    ['{generateName: A-}', ['SCH008 /metadata/generateName']],
    ['{name: a, namespace: a.b}', ['SCH008 /metadata/namespace']],
    ['{name: a, labels: {"a b": c}}', ['SCH008 /metadata/labels/a b']],
    ['{name: a, labels: {a: "-b"}}', ['SCH008 /metadata/labels/a']],
    ['{name: a, labels: {a: yes}}', ['YML003 /metadata/labels/a']],
    ['{name: a, annotations: {a: 1}}', ['YML005 /metadata/annotations/a']],
    ['{name: a, annotations: {"a/b/c": x}}', ['SCH008 /metadata/annotations/a~1b~1c']],
  ])('%s is refused for %j', (metadata, found) => {
    expect(said(`apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}`)).toEqual(found);
  });
});
