import { describe, expect, it } from 'vitest';
import { asking, cluster } from '../../../support/admin.ts';
import { briefly } from '../../../support/bundle.ts';
import { policiesOf } from '../../../support/compiled.ts';
import { pod } from '../../../support/objects.ts';

function node(name: string, labels: string, ...addresses: readonly string[]): string {
  const list = addresses.map((address) => `{ type: InternalIP, address: "${address}" }`).join(', ');
  return `{ apiVersion: v1, kind: Node, metadata: { name: ${name}, labels: ${labels} }, status: { addresses: [${list}] } }`;
}

const deny = (selector: string) =>
  cluster(
    'p',
    `{ tier: Admin, priority: 1, subject: { namespaces: {} }, egress: [{ action: Deny, to: [{ nodes: ${selector} }] }] }`,
  );

const WORKERS = '{ matchLabels: { role: worker } }';
const HOST2 = pod('b/host2', { spec: { hostNetwork: true, nodeName: 'n2' } });
const PLACELESS = pod('b/placeless', { spec: { hostNetwork: true } });
const NODES = [node('n1', '{ role: worker }', '172.18.0.2', 'n1.local'), node('n2', '{ role: infra }', '172.18.0.3')];

describe('the peer nodes', () => {
  it('means the addresses of the nodes and the pods in their networks, and no other pod', () => {
    const ask = asking([...NODES, HOST2, deny(WORKERS)]);
    const ends = ['b/host', '172.18.0.2', 'b/host2', '172.18.0.3', 'b/server', 'b/bare', '1.2.3.4'];
    expect(ends.map((to) => ask('a/client', to))).toEqual([
      ...['deny', 'deny', 'allow'],
      ...['allow', 'allow', 'allow', 'allow'],
    ]);
  });

  it('is unknown for a pod whose node is not shown, or that is on a node not known', () => {
    expect(asking([deny(WORKERS)])('a/client', 'b/host')).toBe('unknown');
    expect(asking([NODES[1] ?? '', deny(WORKERS)])('a/client', 'b/host')).toBe('unknown');
    expect(asking([...NODES, PLACELESS, deny(WORKERS)])('a/client', 'b/placeless')).toBe('unknown');
    expect(asking([deny(WORKERS)])('a/client', 'b/server')).toBe('allow');
  });

  it('that is empty means every node, shown or not', () => {
    const ask = asking([PLACELESS, deny('{}')]);
    expect(['b/host', 'b/placeless', 'b/server'].map((to) => ask('a/client', to))).toEqual(['deny', 'deny', 'allow']);
  });

  it('that is not an egress peer is refused', () => {
    const text = deny('{}').replace('egress', 'ingress').replace('to:', 'from:');
    expect(policiesOf(text).findings.map(briefly)).toEqual(['SCH002 /spec/ingress/0/from/0/nodes !']);
  });
});
