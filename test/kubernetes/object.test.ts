import { describe, expect, it } from 'vitest';
import { groupOf, readHead, readLabels, readOwner, typeOf } from '../../src/kubernetes/object.ts';
import { briefly, documentOf } from '../support/bundle.ts';

function headOf(metadata: string, kind = 'Pod') {
  const document = documentOf(`apiVersion: v1\nkind: ${kind}\nmetadata: ${metadata}\n`);
  return kind === 'Namespace' ? readHead(document) : readHead(document, 'home');
}

function faultsOf(metadata: string): string[] {
  return headOf(metadata).scope.findings.map(briefly);
}

describe('the group of an apiVersion', () => {
  it.each([
    ['v1', ''],
    ['apps/v1', 'apps'],
    ['networking.k8s.io/v1', 'networking.k8s.io'],
    ['', ''],
  ])('of %j is %j', (apiVersion, group) => {
    expect(groupOf(apiVersion)).toBe(group);
  });
});

describe('the type of a document', () => {
  it('is empty where it is not text', () => {
    expect(typeOf(documentOf('services: { web: { image: x } }\n'))).toEqual({ apiVersion: '', kind: '' });
  });
});

describe('the head of an object', () => {
  it('has the namespace it names, and the default where it names none', () => {
    expect(headOf('{ name: a, namespace: shop }').namespace).toBe('shop');
    expect(headOf('{ name: a }').namespace).toBe('home');
    expect(headOf('{ name: a, namespace: null }').namespace).toBe('home');
    expect(headOf('{ name: a, namespace: "" }').namespace).toBe('home');
  });

  it('takes the prefix of a generated name for the name', () => {
    const { name, scope } = headOf('{ generateName: job- }');
    expect(name).toBe('job-');
    expect(scope.findings).toEqual([]);
  });

  it('tells findings which object they are about; a Namespace is in none', () => {
    expect(headOf('{ name: a }').scope.resource).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'home',
      name: 'a',
    });
    expect(headOf('{ name: a }', 'Namespace').scope.resource).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'a',
    });
  });

  it.each([
    ['{}', ['SCH004 /metadata !']],
    ['null', ['SCH004 /metadata !']],
    ['[]', ['SCH003 /metadata !', 'SCH004 /metadata !']],
    ['{ name: "" }', ['SCH004 /metadata !']],
    ['{ name: 5 }', ['SCH003 /metadata/name !', 'SCH004 /metadata !']],
    ['{ name: Web }', ['SCH008 /metadata/name !']],
    ['{ name: a_b }', ['SCH008 /metadata/name !']],
    ['{ name: web- }', ['SCH008 /metadata/name !']],
    ['{ name: a, namespace: A }', ['SCH008 /metadata/namespace !']],
    ['{ name: a, namespace: a.b }', ['SCH008 /metadata/namespace !']],
    ['{ name: a, labels: [] }', ['SCH003 /metadata/labels !']],
    ['{ name: a, labels: { app: on } }', ['YML003 /metadata/labels/app !']],
    ['{ name: a, labels: { version: 1.10 } }', ['YML005 /metadata/labels/version !']],
    ['{ name: a, labels: { "@node": x } }', ['SCH008 /metadata/labels/@node !']],
    ['{ name: a, labels: { __proto__: x } }', ['SCH008 /metadata/labels/__proto__ !']],
    ['{ name: a, labels: { a/b/c: x } }', ['SCH008 /metadata/labels/a~1b~1c !']],
    ['{ name: a, labels: { app: "a b" } }', ['SCH008 /metadata/labels/app !']],
  ])('%s is refused', (metadata, faults) => {
    expect(faultsOf(metadata).filter((f, i, all) => all.indexOf(f) === i)).toEqual(faults);
    expect(headOf(metadata).scope.refused).toBe(true);
  });

  it('may have labels called constructor and toString, a dotted name, and quoted keys that plain are booleans', () => {
    const { metadata, scope } = headOf('{ name: a.b, labels: { constructor: x, toString: "", "on": "y" } }');
    expect([...readLabels(metadata.at('labels'))]).toEqual([
      ['constructor', 'x'],
      ['toString', ''],
      ['on', 'y'],
    ]);
    expect(scope.findings).toEqual([]);
  });
});

describe('the owner of an object', () => {
  const ownerOf = (references: string) => {
    const { scope } = headOf(`{ name: a, ownerReferences: ${references} }`);
    return readOwner(scope.root.at('metadata'));
  };

  it('is the one that controls it', () => {
    expect(ownerOf('[{ kind: A, name: a }, { kind: B, name: b, controller: true }]')).toEqual({ kind: 'B', name: 'b' });
  });

  it('is the only one there is, whether it says that it controls or not', () => {
    expect(ownerOf('[{ kind: A, name: a }]')).toEqual({ kind: 'A', name: 'a' });
    expect(ownerOf('[{ kind: A, name: a, controller: false }]')).toEqual({ kind: 'A', name: 'a' });
  });

  it.each([
    '[]',
    'null',
    '[{ kind: A, name: a }, { kind: B, name: b }]',
    '[{ name: a, controller: true }]',
    '[{ kind: A, controller: true }]',
    '[{ kind: "", name: a }]',
    '[{ kind: Node, name: worker-1, controller: true }]',
  ])('is none in %s', (references) => {
    expect(ownerOf(references)).toBeUndefined();
  });
});
