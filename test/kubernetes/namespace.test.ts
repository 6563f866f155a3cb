import { describe, expect, it } from 'vitest';
import { impliedNamespace, readNamespace } from '../../src/kubernetes/namespace.ts';
import { briefly, documentOf } from '../support/bundle.ts';

const read = (metadata: string) =>
  readNamespace(documentOf(`apiVersion: v1\nkind: Namespace\nmetadata: ${metadata}\n`));

describe('a namespace', () => {
  it('carries its own name as a label, which no manifest needs to write', () => {
    expect(read('{ name: shop, labels: { tier: front } }').namespace).toEqual({
      name: 'shop',
      labels: new Map([
        ['tier', 'front'],
        ['kubernetes.io/metadata.name', 'shop'],
      ]),
      declared: true,
    });
  });

  it('carries its own name where its manifest says another', () => {
    const { namespace } = read('{ name: shop, labels: { kubernetes.io/metadata.name: bank } }');
    expect(namespace?.labels.get('kubernetes.io/metadata.name')).toBe('shop');
  });

  it('without a manifest has that label and no other', () => {
    expect(impliedNamespace('shop')).toEqual({
      name: 'shop',
      labels: new Map([['kubernetes.io/metadata.name', 'shop']]),
      declared: false,
    });
  });

  it('with labels the API refuses is refused', () => {
    const { namespace, findings } = read('{ name: shop, labels: { team: 7 } }');
    expect(namespace).toBeUndefined();
    expect(findings.map(briefly)).toEqual(['YML005 /metadata/labels/team !']);
  });
});
