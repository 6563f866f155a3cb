import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionKey, formatConnections, intersect, isEmpty } from '../../src/algebra/connection-set.ts';
import type { Cell, Reach } from '../../src/engine/reach.ts';
import { randomCluster } from '../oracle/random-cluster.ts';
import { rowCells } from '../oracle/row-cells.ts';
import { analysisOf, nodeOf } from '../support/bundle.ts';
import { namespace, pod, policy, together } from '../support/objects.ts';

const web = { labels: { app: 'web' } };
const db = { labels: { app: 'db' }, ports: [{ name: 'sql', containerPort: 5432 }] };

function cellOf(text: string, from: string, to: string): string {
  const reach = analysisOf(text).reach();
  const { allow, unknown } = reach.between(nodeOf(reach, `${from}[Pod]`), nodeOf(reach, `${to}[Pod]`));
  return formatConnections(allow) + (isEmpty(unknown) ? '' : `, unknown ${formatConnections(unknown)}`);
}

describe('a connection', () => {
  const to80 = policy(
    'a/out',
    '{ policyTypes: [Egress], podSelector: { matchLabels: { app: web } }, egress: [{ ports: [{ port: 80 }] }] }',
  );
  const from81 = policy('a/in', '{ podSelector: { matchLabels: { app: db } }, ingress: [{ ports: [{ port: 81 }] }] }');
  const pods = [pod('a/web', web), pod('a/db', db)];

  it('is open where neither end is selected', () => {
    expect(cellOf(together(...pods), 'a/web', 'a/db')).toBe('all');
  });

  it('must be allowed on both sides: ports they do not share are none', () => {
    expect(cellOf(together(to80, ...pods), 'a/web', 'a/db')).toBe('TCP 80');
    expect(cellOf(together(from81, ...pods), 'a/web', 'a/db')).toBe('TCP 81');
    expect(cellOf(together(to80, from81, ...pods), 'a/web', 'a/db')).toBe('nothing');
  });

  it('is watched in one direction by each policy: answers and calls the other way are not', () => {
    expect(cellOf(together(to80, from81, ...pods), 'a/db', 'a/web')).toBe('all');
  });

  it('on a named port goes to what the name means at its destination, also for egress', () => {
    const named = policy('a/out', '{ policyTypes: [Egress], egress: [{ ports: [{ port: sql }] }] }');
    const pods8 = [
      pod('a/web', { ...web, ports: [{ name: 'sql', containerPort: 1 }] }),
      pod('a/db', db),
      pod('a/other', { ports: [{ name: 'sql', containerPort: 3306 }] }),
      pod('a/none', {}),
      pod('a/udp', { ports: [{ name: 'sql', containerPort: 5432, protocol: 'UDP' }] }),
    ];
    const answers = ['a/db', 'a/other', 'a/none', 'a/udp'].map((to) => cellOf(together(named, ...pods8), 'a/web', to));
    expect(answers).toEqual(['TCP 5432', 'TCP 3306', 'nothing', 'nothing']);
  });

  it('crosses namespaces only where the peer says so', () => {
    const own = policy('a/in', '{ ingress: [{ from: [{ podSelector: {} }] }] }');
    const labelled = policy('a/in', '{ ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: x } } }] }] }');
    const rest = [
      namespace('b', { team: 'x' }),
      pod('a/web', web),
      pod('b/web', web),
      pod('c/web', web),
      pod('a/db', db),
    ];
    expect(['a', 'b', 'c'].map((n) => cellOf(together(own, ...rest), `${n}/web`, 'a/db'))).toEqual([
      'all',
      'nothing',
      'nothing',
    ]);
    expect(['a', 'b', 'c'].map((n) => cellOf(together(labelled, ...rest), `${n}/web`, 'a/db'))).toEqual([
      'nothing',
      'all',
      'nothing',
    ]);
  });

  it('from a pod whose address is not shown is unknown where a block decides', () => {
    const block = policy('a/in', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 80 }] }] }');
    expect(cellOf(together(block, ...pods), 'a/web', 'a/db')).toBe('nothing, unknown TCP 80');
  });
});

describe('outside addresses', () => {
  it('reach nothing of each other', () => {
    const reach = analysisOf(pod('a/web')).reach();
    const outside = reach.nodes.flatMap((n, i) => (n.kind === 'outside' ? [i] : []));
    expect(outside).toHaveLength(2);
    for (const a of outside) for (const b of outside) expect(reach.between(a, b)).toEqual({ allow: [], unknown: [] });
  });
});

describe('a node', () => {
  const reach = analysisOf(
    together(policy('a/in', '{ podSelector: { matchLabels: { app: web } } }'), pod('a/web', web), pod('a/db', db)),
  ).reach();

  it('is isolated in the directions of the policies that select it', () => {
    const [isWeb, isDb] = [nodeOf(reach, 'a/web[Pod]'), nodeOf(reach, 'a/db[Pod]')];
    expect([reach.isolated(isWeb, 'ingress'), reach.isolated(isWeb, 'egress')]).toEqual([true, false]);
    expect([reach.isolated(isDb, 'ingress'), reach.isolated(isDb, 'egress')]).toEqual([false, false]);
  });

  it('outside the cluster is never isolated', () => {
    expect(reach.isolated(reach.nodes.length - 1, 'ingress')).toBe(false);
  });
});

describe('the classes of random clusters', () => {
  const reachOf = (objects: readonly object[]): Reach => {
    const text = objects.map((o) => JSON.stringify(o)).join('\n---\n');
    return analysisOf(text, { level: 'pod' }).reach();
  };
  const text = ({ allow, unknown }: Cell) => `${connectionKey(allow)} ${connectionKey(unknown)}`;

  it('have members that all get the same answer as their class', () => {
    fc.assert(
      fc.property(randomCluster, (objects) => {
        const reach = reachOf(objects);
        reach.nodes.forEach((from, i) => {
          reach.nodes.forEach((to, j) => {
            if (from.kind === 'outside' && to.kind === 'outside') return;
            const cell = reach.cell(reach.sources.classOf[i] ?? -1, reach.destinations.classOf[j] ?? -1);
            expect(text(cell)).toBe(text(reach.between(i, j)));
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('hold every node once, and rows show every cell that holds something', () => {
    fc.assert(
      fc.property(randomCluster, (objects) => {
        const reach = reachOf(objects);
        for (const { members } of [reach.sources, reach.destinations]) {
          expect(members.flat().sort((a, b) => a - b)).toEqual([...reach.nodes.keys()]);
        }
        for (const made of reach.rows()) {
          const { source } = made;
          const row = rowCells(reach, made);
          for (const destination of reach.destinations.members.keys()) {
            const cell = row.get(destination) ?? { allow: [], unknown: [] };
            expect(text(cell)).toBe(text(reach.cell(source, destination)));
            expect(isEmpty(intersect(cell.allow, cell.unknown))).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('that do not exist have empty cells', () => {
    expect(analysisOf(pod('a/x')).reach().cell(99, 99)).toEqual({ allow: [], unknown: [] });
  });
});
