/** Objects against the schemas of their kinds. A case is an object in YAML, and `kind pointer` of what is wrong in it. */

import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/ingest/document.ts';
import { checkObject } from '../../src/schemas/check.ts';
import { withDefaults } from '../../src/schemas/defaults.ts';
import { Effort } from '../../src/schemas/effort.ts';
import { KnownKinds } from '../../src/schemas/known-kinds.ts';
import type { Release } from '../../src/schemas/releases.ts';
import { documentOf } from '../support/bundle.ts';

function violations(value: JsonObject, kinds: KnownKinds) {
  const known = kinds.find(String(value['apiVersion']), String(value['kind']));
  if (!known) throw new Error('the kind is not known');
  const effort = new Effort(1_000_000);
  const whole = known.isCustom ? (withDefaults(known.shape, value, effort) as JsonObject) : value;
  return checkObject(known.shape, whole, { effort, rules: () => [], unread: () => undefined });
}

/** What is wrong, in short. */
function wrong(yaml: string, { release = '1.35', crd }: { release?: Release; crd?: string } = {}): string[] {
  const kinds = new KnownKinds(release);
  if (crd !== undefined) kinds.define(documentOf(crd).value);
  return violations(documentOf(yaml).value, kinds).map(({ kind, keys }) => `${kind} /${keys.join('/')}`);
}

function message(yaml: string): string {
  return violations(documentOf(yaml).value, new KnownKinds('1.35'))[0]?.message ?? '';
}

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n';
const POLICY = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n';

describe('a built-in object', () => {
  it('is sound where every field is known and of its type', () => {
    expect(
      wrong(
        `${POD}    image: x\n    ports: [{containerPort: 80, name: http}]\n    resources: {limits: {cpu: 2, memory: 1Gi}}`,
      ),
    ).toEqual([]);
    expect(wrong(`${POLICY}  podSelector: {}\n  ingress: [{}]`)).toEqual([]);
  });

  it.each([
    ['imag: x', 'unknown-key /spec/containers/0/imag'],
    ['image: 5', 'number-text /spec/containers/0/image'],
    ['image: yes', 'boolean-text /spec/containers/0/image'],
    ['tty: "true"', 'type /spec/containers/0/tty'],
    ['ports: {containerPort: 80}', 'type /spec/containers/0/ports'],
    ['ports: [{name: a}]', 'missing-key /spec/containers/0/ports/0'],
    ['ports: [{containerPort: 1.5}]', 'type /spec/containers/0/ports/0/containerPort'],
    ['ports: [{containerPort: 3000000000}]', 'type /spec/containers/0/ports/0/containerPort'],
    ['imagePullPolicy: always', 'value /spec/containers/0/imagePullPolicy'],
    ['resources: {limits: {cpu: lots}}', 'type /spec/containers/0/resources/limits/cpu'],
    ['env: [{value: x}]', 'missing-key /spec/containers/0/env/0'],
    ['livenessProbe: {periodSeconds: -1}', 'value /spec/containers/0/livenessProbe/periodSeconds'],
    ['livenessProbe: {httpGet: {port: [80]}}', 'type /spec/containers/0/livenessProbe/httpGet/port'],
  ])('is told what is wrong with a field, where it stands: %s', (field, found) => {
    expect(wrong(`${POD}    ${field}`)).toEqual([found]);
  });

  it('takes null for absent, and the empty word for none', () => {
    expect(wrong(`${POD}    image: null\n    ports:\n    imagePullPolicy: ""`)).toEqual([]);
    expect(wrong(`apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: null}`)).toEqual([
      'missing-key /spec',
    ]);
  });

  it('needs what its parts need, though it could be left out itself', () => {
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n';
    expect(wrong(deployment)).toEqual(['missing-key /']);
    expect(wrong(`${deployment}spec: {selector: {}, template: {metadata: {labels: {a: b}}}}`)).toEqual([
      'missing-key /spec/template',
    ]);
    expect(wrong('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}')).toEqual([]);
  });

  it('may leave out what has an empty value that Kubernetes takes', () => {
    expect(
      wrong(
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: r}\nroleRef: {kind: Role, name: r}',
      ),
    ).toEqual([]);
  });

  it('may have anything of the right type in its status', () => {
    expect(wrong(`${POD}status: {phase: Strange, conditions: [{}]}`)).toEqual([]);
    expect(wrong(`${POD}status: {phase: [a]}`)).toEqual(['type /status/phase']);
  });

  it('is read in the version that is asked for', () => {
    const claim = 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: {name: d}\nspec: {}';
    expect(wrong(claim, { release: '1.34' })).toEqual([]);
    expect(() => wrong(claim, { release: '1.33' })).toThrow('not known');
  });

  it('has keys of any name, those of objects of JavaScript too', () => {
    expect(wrong(`${POD}    __proto__: {a: b}\n    constructor: 1\n    toString: 1`)).toEqual([
      'unknown-key /spec/containers/0/__proto__',
      'unknown-key /spec/containers/0/constructor',
      'unknown-key /spec/containers/0/toString',
    ]);
    expect(
      wrong(`${POD}metadata: {labels: {__proto__: x, constructor: z}, name: p}`.replace('metadata: {name: p}\n', '')),
    ).toEqual([]);
  });

  it('is told the nearest field it may have meant, and how to write a value', () => {
    expect(message(`${POLICY}  podselector: {}`)).toBe('unknown field podselector; did you mean podSelector?');
    expect(message(`${POD}    ports: [{containerPort: "80"}]`)).toBe(
      'spec.containers[0].ports[0].containerPort must be a whole number of 32 bits, not this text: remove the quotes',
    );
    expect(message(`${POD}    env: [{name: A, value: 1}]`)).toContain('put it in quotes');
  });

  it('is told twenty things and no more', () => {
    const fields = Array.from({ length: 50 }, (_, i) => `    unknown${i}: 1\n`).join('');
    expect(wrong(POD + fields)).toHaveLength(20);
  });
});

const CRD = (schema: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.org}
spec:
  group: example.org
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: ${schema}}}}}
`;

const widget = (spec: string) => `apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: w}\nspec: ${spec}`;

describe('an object of a kind that the bundle defines', () => {
  it.each([
    ['{type: object, properties: {a: {type: string}}}', '{a: x}', []],
    ['{type: object, properties: {a: {type: string}}}', '{b: x}', ['unknown-key /spec/b']],
    ['{type: object, properties: {a: {type: string}}}', '{a: null}', ['type /spec/a']],
    ['{type: object, properties: {a: {type: string, nullable: true}}}', '{a: null}', []],
    ['{type: object, properties: {a: {type: string, default: x}}}', '{a: null}', []],
    ['{type: object, required: [a], properties: {a: {type: string}}}', '{}', ['missing-key /spec']],
    ['{type: object, required: [a], properties: {a: {type: string, default: x}}}', '{}', []],
    ['{type: object, x-kubernetes-preserve-unknown-fields: true}', '{b: [1]}', []],
    ['{type: object, additionalProperties: {type: integer}}', '{b: 1, c: x}', ['type /spec/c']],
    ['{x-kubernetes-int-or-string: true}', '5', []],
    ['{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}', 'true', ['type /spec']],
    ['{type: string, enum: [a, b]}', 'c', ['value /spec']],
    ['{type: string, pattern: "^a+$"}', 'aab', ['value /spec']],
    ['{type: string, maxLength: 2}', '"😀😀"', []],
    ['{type: string, minLength: 3}', '"😀😀"', ['value /spec']],
    ['{type: string, format: ipv4}', '1.2.3.256', ['value /spec']],
    ['{type: string, format: of-somebody}', 'x', []],
    ['{type: integer, minimum: 1, maximum: 3}', '4', ['value /spec']],
    ['{type: number, exclusiveMinimum: true, minimum: 0}', '0', ['value /spec']],
    ['{type: integer, multipleOf: 5}', '7', ['value /spec']],
    ['{type: array, items: {type: string}, minItems: 1}', '[]', ['value /spec']],
    ['{type: array, items: {type: string}, x-kubernetes-list-type: set}', '[a, b, a]', ['value /spec/2']],
    [
      '{type: array, items: {type: object, properties: {id: {type: string}, v: {type: string}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [id]}',
      '[{id: a, v: x}, {id: a, v: z}]',
      ['value /spec/1'],
    ],
    ['{type: object, maxProperties: 1, x-kubernetes-preserve-unknown-fields: true}', '{a: 1, b: 2}', ['value /spec']],
    [
      '{type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}',
      '{a: x, b: z}',
      ['value /spec'],
    ],
    [
      '{type: object, properties: {a: {type: string}}, anyOf: [{properties: {a: {enum: [x]}}}, {properties: {a: {enum: [y]}}}]}',
      '{a: z}',
      ['value /spec'],
    ],
    ['{type: object, properties: {a: {type: string}}, not: {required: [a]}}', '{a: z}', ['value /spec']],
    [
      '{type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: string}}}',
      '{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: z}',
      [],
    ],
    ['{$ref: "#/definitions/spec"}', '{a: 1}', []],
  ])('is held against %s: %s', (schema, spec, found) => {
    expect(wrong(widget(spec), { crd: CRD(schema) })).toEqual(found);
  });

  it('has the metadata that every object has', () => {
    const text = widget('{}').replace('{name: w}', '{name: w, label: {a: b}}');
    expect(wrong(text, { crd: CRD('{type: object}') })).toEqual(['unknown-key /metadata/label']);
  });

  it('comes before a kind of the same name that is known anyway', () => {
    const crd = CRD('{type: object, properties: {mine: {type: string}}}')
      .replace('example.org}', 'x}')
      .replace('group: example.org', 'group: gateway.networking.k8s.io')
      .replace('kind: Widget', 'kind: Gateway');
    const gateway = 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec: {mine: x}';
    expect(wrong(gateway, { crd })).toEqual([]);
  });
});

describe('an object of Gateway API, the network policy API or Istio', () => {
  it.each([
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', '{hostname: [a.org]}', ['unknown-key /spec/hostname']],
    [
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      '{rules: [{backendRefs: [{name: s, port: 0}]}]}',
      ['value /spec/rules/0/backendRefs/0/port'],
    ],
    ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', '{tier: Admin, priority: 1}', ['missing-key /spec']],
    ['networking.istio.io/v1', 'VirtualService', '{hosts: a}', ['type /spec/hosts']],
    ['security.istio.io/v1', 'PeerAuthentication', '{mtls: {mode: STRICT}}', []],
    ['security.istio.io/v1', 'PeerAuthentication', '{mtls: {mode: strict}}', ['value /spec/mtls/mode']],
  ])('%s %s is checked: %s', (apiVersion, kind, spec, found) => {
    expect(wrong(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\nspec: ${spec}`)).toEqual(found);
  });
});
