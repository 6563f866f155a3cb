import { describe, expect, it } from 'vitest';
import { readCluster } from '../../src/kubernetes/cluster.ts';
import { briefly, documentsOf } from '../support/bundle.ts';
import { together } from '../support/objects.ts';

const clusterOf = (...documents: readonly string[]) => readCluster(documentsOf(together(...documents)), 'default');
const node = (metadata: string, status = '{}') =>
  `{ apiVersion: v1, kind: Node, metadata: ${metadata}, status: ${status} }`;

describe('a Node', () => {
  it('has its labels and, of its addresses, those that are no host names', () => {
    const addresses =
      '[{ type: Hostname, address: n1 }, { type: InternalIP, address: 10.0.0.1 }, { type: ExternalIP, address: "::1" }]';
    const { nodes, findings } = clusterOf(node('{ name: n1, labels: { a: b } }', `{ addresses: ${addresses} }`));
    expect(findings).toEqual([]);
    expect(nodes.get('n1')).toEqual({
      name: 'n1',
      labels: new Map([['a', 'b']]),
      addresses: [
        { family: 'IPv4', value: 0x0a00_0001 },
        { family: 'IPv6', value: 1n },
      ],
    });
  });

  it('is in no namespace', () => {
    const { findings } = clusterOf(node('{ name: N1, namespace: a }'));
    expect(findings.map(briefly)).toEqual(['SCH008 /metadata/name !']);
    expect(findings[0]?.resource).toEqual({ apiVersion: 'v1', kind: 'Node', name: 'N1' });
  });

  it('that comes twice is the last one, with an error', () => {
    const { nodes, findings } = clusterOf(node('{ name: n1 }'), node('{ name: n1, labels: { a: b } }'));
    expect(findings.map(briefly)).toEqual(['SCH007 ']);
    expect(nodes.get('n1')?.labels.get('a')).toBe('b');
  });
});
