import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/render/graph.ts';
import { cluster, EVIL, EVIL_NAME, edge, SMALL, svgOf } from './sample-graph.ts';
import { everyElement, parseXml, textOf, type XmlElement } from './xml.ts';

const elements = (graph: Graph): XmlElement[] => [...everyElement(parseXml(svgOf(graph)))];
const named = (graph: Graph, name: string): string[] =>
  elements(graph)
    .filter((element) => element.name === name)
    .map(textOf);

/** Every workload reaches every other. */
function open(workloads: number, namespaces: number): Graph {
  const { nodes } = cluster(workloads, namespaces);
  const pairs = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => `${from.id} > ${to.id}`));
  return cluster(
    workloads,
    namespaces,
    pairs.map((ends) => edge(ends, 'all', { full: true })),
  );
}

const KINDS: readonly (readonly [string, Graph])[] = [
  ['a picture', SMALL],
  ['a matrix', open(8, 2)],
  ['a matrix of namespaces', cluster(500, 3, [edge('n0/w0 > n1/w1', 'TCP 1')])],
  ['nothing', { title: 'Nothing', groups: [], nodes: [], edges: [] }],
  ['a picture of evil names', EVIL],
  ['a matrix of evil names', { ...open(8, 2), title: EVIL_NAME, groups: [{ id: 'n0', title: EVIL_NAME }] }],
];

describe.each(KINDS)('%s', (_kind, graph) => {
  test('is well-formed, and the same bytes every time', () => {
    expect(() => parseXml(svgOf(graph))).not.toThrow();
    expect(svgOf(graph)).toBe(svgOf(graph));
  });

  test('has its size, its role, a title and a description', () => {
    const root = parseXml(svgOf(graph));
    const [width, height] = ['width', 'height'].map((name) => root.attributes.get(name));
    expect(root.attributes.get('viewBox')).toBe(`0 0 ${width} ${height}`);
    expect(root.attributes.get('role')).toBe('img');
    const first = root.children.filter((child) => typeof child !== 'string').slice(0, 2);
    expect(first.map(({ name }) => name)).toEqual(['title', 'desc']);
  });

  test('runs nothing and loads nothing', () => {
    const found = elements(graph);
    const known = ['svg', 'title', 'desc', 'style', 'defs', 'pattern', 'g', 'rect', 'path', 'text'];
    expect(found.filter(({ name }) => !known.includes(name))).toEqual([]);
    for (const { attributes } of found) {
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on|href/);
        if (name !== 'xmlns') expect(value).not.toMatch(/url\((?!#)|:\/\//);
      }
    }
    expect(named(graph, 'style').join()).not.toMatch(/url\(|@import/);
  });

  test('refers to patterns that are there', () => {
    const found = elements(graph);
    const ids = found.flatMap(({ attributes }) => attributes.get('id') ?? []);
    const used = found.flatMap(({ attributes }) => /^url\(#(.*)\)$/.exec(attributes.get('fill') ?? '')?.[1] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has no number that is none', () => {
    expect(svgOf(graph)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a picture', () => {
  test('has a box for every end, ends of the outside with the same connections as one', () => {
    const texts = named(SMALL, 'text');
    expect(texts).toContain('0.0.0.0/0, ::/0');
    for (const text of ['api', 'db', 'idle', 'shop', 'TCP 443', 'TCP 5432', '? TCP 80']) expect(texts).toContain(text);
  });

  test('says in its description who reaches whom', () => {
    expect(named(SMALL, 'desc')).toEqual([
      '3 workloads and 2 connections. 0.0.0.0/0, ::/0 to shop/api: TCP 443. shop/api to shop/db: TCP 5432; unknown: TCP 80.',
    ]);
  });

  test('names the workloads that no line begins or ends at', () => {
    expect(named(SMALL, 'text')).toContain('Reach nothing and are reached by nothing');
    expect(named(SMALL, 'text')).toContain('Deployment in shop');
  });

  test('draws what is unknown dashed, changes with their sign', () => {
    const graph = cluster(2, 1, [edge('n0/w0 > n0/w1', 'TCP 1', { change: 'added', unknown: 'TCP 2' })]);
    expect(named(graph, 'text')).toEqual(expect.arrayContaining(['+ TCP 1', '? TCP 2']));
    const dashed = elements(graph).filter(({ attributes }) => attributes.get('class')?.includes('dashed'));
    expect(dashed.length).toBeGreaterThan(0);
  });

  test('of workloads in a circle, and of one that reaches itself, is drawn all the same', () => {
    const ring = ['n0/w0 > n0/w1', 'n0/w1 > n0/w2', 'n0/w2 > n0/w0', 'n0/w0 > n0/w0'];
    const graph = cluster(
      3,
      1,
      ring.map((ends) => edge(ends, 'TCP 1')),
    );
    const lines = elements(graph).filter(({ name, children }) => name === 'path' && children.length > 0);
    expect(lines).toHaveLength(4);
  });
});

describe('a matrix', () => {
  test('has one shape, with one tooltip, for neighbours that say the same', () => {
    const titles = named(open(8, 2), 'title');
    expect(titles).toContain('n0/w0 → n1/w1, n1/w3, n1/w5, n1/w7: all');
  });

  test('tells full, partial and unknown apart by more than a colour', () => {
    const graph = { ...open(8, 2), edges: [edge('n0/w0 > n0/w2', 'TCP 1'), ...open(8, 2).edges.slice(1)] };
    const unknown = {
      ...graph,
      edges: graph.edges.map((e, index) => (index === 5 ? { ...e, label: '', full: false, unknown: 'all' } : e)),
    };
    const ids = elements(unknown).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids).toEqual(['portolan-empty-17', 'portolan-full-17', 'portolan-partial-17', 'portolan-unknown-17']);
  });
});

describe('a matrix of namespaces', () => {
  test('counts the pairs that are open and says of how many', () => {
    const edges = [edge('n0/w0 > n1/w1', 'TCP 1'), edge('n0/w3 > n1/w1', '', { unknown: 'all' })];
    const titles = named(cluster(500, 3, edges), 'title');
    expect(titles).toContain('n0 → n1: 1 of 27889 pairs open (0 %); 1 more cannot be decided');
  });
});

test('escapes every name once: what a reader sees is the name', () => {
  const shown = EVIL_NAME.replace(/[\r\n]+/g, ' ').replace(/\p{Cc}|[\u202e\ud800\uffff]/gu, '');
  expect(named(EVIL, 'title')).toContain(shown);
});
