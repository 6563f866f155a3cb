import { describe, expect, it } from 'vitest';
import { clusterOf, entriesOf, findingsOf, gateway, route } from '../../support/gateway.ts';
import { namespace, pod } from '../../support/objects.ts';

const HTTP = 'name: web, port: 80, protocol: HTTP';
const BACKEND = 'rules: [{ backendRefs: [{ name: web, port: 80 }] }]';
const attached = ['HTTPRoute app/web -> app/web:80 TCP'];

const http = (spec: string) => route('HTTPRoute', 'app/web', `${spec}, ${BACKEND}`);
const parent = (ref: string) => http(`parentRefs: [{ ${ref} }]`);

describe('a route', () => {
  it('attaches to a Gateway of its own namespace where its parentRef names none', () => {
    const cluster = clusterOf(gateway('app/edge', HTTP), parent('name: edge'));
    expect(entriesOf(cluster)).toEqual(attached);
    expect(findingsOf(cluster)).toEqual([]);
    expect(cluster.unclaimed).toEqual([]);
  });

  it('without a parent is no entry', () => {
    expect(entriesOf(clusterOf(gateway('app/edge', HTTP), http('parentRefs: []')))).toEqual([]);
  });

  it('whose parent is a Service or a mesh is about traffic between pods, and no entry', () => {
    for (const kind of ['group: "", kind: Service', 'group: networking.istio.io, kind: ServiceEntry']) {
      const cluster = clusterOf(parent(`${kind}, name: web`));
      expect(entriesOf(cluster)).toEqual([]);
      expect(findingsOf(cluster)).toEqual([]);
    }
  });

  it('whose Gateway is not shown is taken as attached, and says so', () => {
    const cluster = clusterOf(parent('name: edge'));
    expect(entriesOf(cluster)).toEqual(attached);
    expect(findingsOf(cluster)).toEqual(['info GWA001 /spec/parentRefs/0']);
  });

  it('whose Gateway is not shown, but one of that name in another namespace is, likely forgot the namespace', () => {
    const cluster = clusterOf(gateway('infra/edge', HTTP), parent('name: edge'));
    expect(entriesOf(cluster)).toEqual(attached);
    expect(findingsOf(cluster)).toEqual(['warning GWA001 /spec/parentRefs/0']);
    expect(cluster.findings[0]?.message).toContain('infra');
  });

  it('whose parent is a ListenerSet is taken as attached, and says so', () => {
    const cluster = clusterOf(parent('kind: ListenerSet, name: more'));
    expect(entriesOf(cluster)).toEqual(attached);
    expect(findingsOf(cluster)).toEqual(['info GWA001 /spec/parentRefs/0']);
  });

  it('is one entry for several parents, and one that takes it is enough', () => {
    const refs = '{ name: edge, sectionName: web }, { name: edge, sectionName: gone }';
    const cluster = clusterOf(gateway('app/edge', HTTP), http(`parentRefs: [${refs}]`));
    expect(entriesOf(cluster)).toEqual(attached);
    expect(findingsOf(cluster)).toEqual(['error GWA001 /spec/parentRefs/1']);
  });

  it('may be of any version that was ever served, and of no other', () => {
    for (const [version, entries] of [
      ['v1beta1', attached],
      ['v1alpha2', attached],
      ['v2', []],
    ] as const) {
      const cluster = clusterOf(parent('name: edge').replace('io/v1,', `io/${version},`));
      expect(entriesOf(cluster)).toEqual(entries);
      expect(cluster.refused).toBe(entries.length === 0 ? 1 : 0);
    }
  });
});

describe('the listener a parentRef asks for', () => {
  const edge = gateway('app/edge', HTTP, 'name: tls, port: 443, protocol: HTTPS');

  it.each([
    ['by sectionName', 'name: edge, sectionName: tls', true],
    ['by port', 'name: edge, port: 443', true],
    ['by both', 'name: edge, sectionName: tls, port: 443', true],
    ['is none where the two disagree', 'name: edge, sectionName: tls, port: 80', false],
    ['is none under a name that is not there', 'name: edge, sectionName: gone', false],
    ['is none at a port that is not there', 'name: edge, port: 8080', false],
  ])('%s', (_says, ref, attaches) => {
    const cluster = clusterOf(edge, parent(ref));
    expect(entriesOf(cluster)).toEqual(attaches ? attached : []);
    expect(findingsOf(cluster)).toEqual(attaches ? [] : ['error GWA001 /spec/parentRefs/0']);
  });
});

describe('the namespaces a listener admits', () => {
  const from = (allowed: string) => gateway('infra/edge', `${HTTP}, allowedRoutes: { namespaces: { ${allowed} } }`);
  const ref = parent('name: edge, namespace: infra');
  const selector = 'from: Selector, selector: { matchLabels: { edge: "yes" } }';

  it('trap 67: are its Gateway’s own alone, where nothing is said', () => {
    for (const edge of [gateway('infra/edge', HTTP), from('from: Same')]) {
      const cluster = clusterOf(edge, ref);
      expect(entriesOf(cluster)).toEqual([]);
      expect(findingsOf(cluster)).toEqual(['error GWA007 /spec/parentRefs/0']);
    }
  });

  it('are all with All', () => {
    expect(entriesOf(clusterOf(from('from: All'), ref))).toEqual(attached);
  });

  it('are those a selector matches', () => {
    expect(entriesOf(clusterOf(from(selector), namespace('app', { edge: 'yes' }), ref))).toEqual(attached);
    const other = clusterOf(from(selector), namespace('app', { edge: 'no' }), ref);
    expect(entriesOf(other)).toEqual([]);
    expect(findingsOf(other)).toEqual(['error GWA007 /spec/parentRefs/0']);
  });

  it('are matched by the labels that are known: of a namespace that is not declared, its name', () => {
    const byName = 'from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: app } }';
    expect(entriesOf(clusterOf(from(byName), ref))).toEqual(attached);
    const cluster = clusterOf(from(selector), pod('app/x'), ref);
    expect(entriesOf(cluster)).toEqual([]);
    expect(findingsOf(cluster)).toEqual(['warning GWA007 /spec/parentRefs/0']);
  });

  it.each([
    ['are none with Selector and no selector', 'from: Selector', []],
    ['are all with the empty selector', 'from: Selector, selector: {}', attached],
    [
      'are those without a key that NotIn names',
      'from: Selector, selector: { matchExpressions: [{ key: a, operator: NotIn, values: [b] }] }',
      attached,
    ],
    [
      'are those that meet every expression',
      'from: Selector, selector: { matchExpressions: [{ key: a, operator: DoesNotExist }, { key: b, operator: Exists }] }',
      [],
    ],
  ])('%s', (_says, allowed, entries) => {
    expect(entriesOf(clusterOf(from(allowed), namespace('app'), ref))).toEqual(entries);
  });

  it('refuse the Gateway where they are neither', () => {
    const cluster = clusterOf(from('from: Everyone'), ref);
    expect(cluster.refused).toBe(1);
    expect(findingsOf(cluster)[0]).toBe('error SCH003 /spec/listeners/0/allowedRoutes/namespaces/from');
  });
});

describe('the kinds of route a listener takes', () => {
  const takes = (kind: string, listener: string) => {
    const edge = gateway('app/edge', `name: l, port: 80, ${listener}`);
    const cluster = clusterOf(edge, route(kind, 'app/web', `parentRefs: [{ name: edge }], ${BACKEND}`));
    if (cluster.entries.length === 0) expect(findingsOf(cluster)).toEqual(['error GWA007 /spec/parentRefs/0']);
    return cluster.entries.length === 1;
  };

  it.each([
    ['HTTP', ['HTTPRoute', 'GRPCRoute']],
    ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
    ['TLS', ['TLSRoute', 'TCPRoute']],
    ['TCP', ['TCPRoute']],
    ['UDP', ['UDPRoute']],
    ['example.com/quic', ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute']],
  ])('follow from its protocol: %s', (protocol, kinds) => {
    const all = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];
    expect(all.filter((kind) => takes(kind, `protocol: ${protocol}`))).toEqual(kinds);
  });

  it('are cut down by allowedRoutes.kinds', () => {
    const only = 'protocol: HTTP, allowedRoutes: { kinds: [{ kind: GRPCRoute }] }';
    expect(takes('GRPCRoute', only)).toBe(true);
    expect(takes('HTTPRoute', only)).toBe(false);
    expect(takes('HTTPRoute', 'protocol: HTTP, allowedRoutes: { kinds: [{ group: x.io, kind: HTTPRoute }] }')).toBe(
      false,
    );
  });
});

describe('the host names of a route and a listener', () => {
  it('must meet', () => {
    const edge = gateway('app/edge', `${HTTP}, hostname: "*.example.com"`);
    expect(entriesOf(clusterOf(edge, http('parentRefs: [{ name: edge }], hostnames: [a.example.com]')))).toEqual(
      attached,
    );
    const cluster = clusterOf(edge, http('parentRefs: [{ name: edge }], hostnames: [example.org]'));
    expect(entriesOf(cluster)).toEqual([]);
    expect(findingsOf(cluster)).toEqual(['error GWA004 /spec/parentRefs/0']);
  });

  it('play no part for TCP', () => {
    const edge = gateway('app/edge', 'name: l, port: 443, protocol: TLS, hostname: a.example.com');
    const tcp = route('TCPRoute', 'app/web', `parentRefs: [{ name: edge }], hostnames: [b.example.com], ${BACKEND}`);
    expect(entriesOf(clusterOf(edge, tcp))).toEqual(['TCPRoute app/web -> app/web:80 TCP']);
  });
});
