import { describe, expect, it } from 'vitest';
import { analysisOf, briefly } from '../../support/bundle.ts';
import { clusterOf, entriesOf, findingsOf, gateway, grant, route } from '../../support/gateway.ts';
import { pod, together } from '../../support/objects.ts';

const EDGE = gateway('app/edge', 'name: web, port: 80, protocol: HTTP');
const rules = (text: string) => route('HTTPRoute', 'app/web', `parentRefs: [{ name: edge }], rules: [${text}]`);
const backends = (text: string) => rules(`{ backendRefs: [${text}] }`);
const leadsTo = (...objects: readonly string[]) => entriesOf(clusterOf(EDGE, ...objects));
const to = (ends: string) => [`HTTPRoute app/web -> ${ends}`];

describe('the backends of a route', () => {
  it('are those of all its rules, in its own namespace where they name none', () => {
    const text =
      '{ backendRefs: [{ name: a, port: 1 }, { name: b, port: 2 }] }, { backendRefs: [{ name: c, port: 3 }] }';
    expect(leadsTo(rules(text))).toEqual(to('app/a:1 TCP, app/b:2 TCP, app/c:3 TCP'));
  });

  it('trap 68: get no traffic with weight 0, nor does what only they mirror to', () => {
    const mirror = 'filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: m, port: 9 } } }]';
    const text = `{ name: a, port: 1, weight: 0, ${mirror} }, { name: b, port: 2, weight: 1 }`;
    expect(leadsTo(backends(text))).toEqual(to('app/b:2 TCP'));
  });

  it('are also what filters of the rule or of a backend mirror to', () => {
    const mirror = (name: string) =>
      `filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: ${name}, port: 9 } } }]`;
    const text = `{ backendRefs: [{ name: a, port: 1, ${mirror('one')} }], ${mirror('two')} }`;
    expect(leadsTo(rules(text))).toEqual(to('app/a:1 TCP, app/two:9 TCP, app/one:9 TCP'));
  });

  it('are not what a filter mirrors no request to', () => {
    const none = ['percent: 0', 'fraction: { numerator: 0 }'].map(
      (share) => `{ type: RequestMirror, requestMirror: { backendRef: { name: m, port: 9 }, ${share} } }`,
    );
    expect(leadsTo(rules(`{ backendRefs: [{ name: a, port: 1 }], filters: [${none}] }`))).toEqual(to('app/a:1 TCP'));
  });

  it('are also who is asked for authorization', () => {
    const filter = '{ type: ExternalAuth, externalAuth: { protocol: HTTP, backendRef: { name: auth, port: 9 } } }';
    expect(leadsTo(rules(`{ filters: [${filter}] }`))).toEqual(to('app/auth:9 TCP'));
  });

  it('are none of a rule that only redirects', () => {
    expect(leadsTo(rules('{ filters: [{ type: RequestRedirect, requestRedirect: {} }] }'))).toEqual(to('nothing'));
  });

  it('are UDP ports for a UDPRoute', () => {
    const edge = gateway('app/udp', 'name: dns, port: 53, protocol: UDP');
    const spec = 'parentRefs: [{ name: udp }], rules: [{ backendRefs: [{ name: dns, port: 53 }] }]';
    expect(leadsTo(edge, route('UDPRoute', 'app/dns', spec))).toEqual(['UDPRoute app/dns -> app/dns:53 UDP']);
  });

  it('need a port and a name, else the server refuses the route', () => {
    const cluster = clusterOf(EDGE, backends('{ name: a }, { port: 1 }'));
    expect(entriesOf(cluster)).toEqual([]);
    expect(cluster.refused).toBe(1);
    expect(cluster.findings.map(briefly)).toEqual([
      'SCH004 /spec/rules/0/backendRefs/0 !',
      'SCH004 /spec/rules/0/backendRefs/1 !',
    ]);
  });

  it('that are no Services are not followed, and a finding says so', () => {
    const cluster = clusterOf(
      EDGE,
      backends('{ group: multicluster.x-k8s.io, kind: ServiceImport, name: a, port: 1 }'),
    );
    expect(entriesOf(cluster)).toEqual(to('nothing'));
    expect(findingsOf(cluster)).toEqual(['info GWA002 /spec/rules/0/backendRefs/0']);
  });
});

describe('the namespace of a backend', () => {
  const FROM = 'group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: app';
  const far = backends('{ name: db, namespace: data, port: 1 }');

  it('trap 66: that is another than the route’s gets no traffic without a ReferenceGrant', () => {
    const cluster = clusterOf(EDGE, far);
    expect(entriesOf(cluster)).toEqual(to('nothing'));
    expect(findingsOf(cluster)).toEqual(['error GWA003 /spec/rules/0/backendRefs/0']);
  });

  it.each([
    ['for every Service', 'data/g', FROM, 'group: "", kind: Service', true],
    ['for this Service', 'data/g', FROM, 'group: "", kind: Service, name: db', true],
    ['for another Service', 'data/g', FROM, 'group: "", kind: Service, name: web', false],
    ['for Secrets', 'data/g', FROM, 'group: "", kind: Secret', false],
    ['in the route’s namespace', 'app/g', FROM, 'group: "", kind: Service', false],
    ['for another kind of route', 'data/g', FROM.replace('HTTP', 'GRPC'), 'group: "", kind: Service', false],
    ['for another namespace', 'data/g', FROM.replace('app', 'other'), 'group: "", kind: Service', false],
    ['for another group', 'data/g', FROM.replace('k8s.io', 'x.io'), 'group: "", kind: Service', false],
  ])('and a grant %s', (_says, path, from, what, allowed) => {
    expect(leadsTo(far, grant(path, from, what))).toEqual(to(allowed ? 'data/db:1 TCP' : 'nothing'));
  });

  it('may be named as the route’s own, and needs no grant then', () => {
    expect(leadsTo(backends('{ name: a, namespace: app, port: 1 }'))).toEqual(to('app/a:1 TCP'));
  });
});

describe('in the whole analysis', () => {
  const service = (ports: string) =>
    `{ apiVersion: v1, kind: Service, metadata: { name: dns, namespace: app }, spec: { selector: { app: dns }, ports: [${ports}] } }`;
  const both =
    '{ name: udp, port: 53, protocol: UDP, targetPort: 5353 }, { name: tcp, port: 53, protocol: TCP, targetPort: 5354 }';
  const spec = 'parentRefs: [{ name: udp }], rules: [{ backendRefs: [{ name: dns, port: 53 }] }]';

  it('a UDPRoute opens the UDP port of two with one number', () => {
    const objects = [
      pod('app/dns', { labels: { app: 'dns' } }),
      service(both),
      gateway('app/udp', 'name: dns, port: 53, protocol: UDP'),
      route('UDPRoute', 'app/dns', spec),
    ];
    const { entry } = analysisOf(together(...objects)).openings();
    expect(entry.map((o) => o.via)).toEqual(['gateway', 'gateway']);
    expect(new Set(entry.map((o) => JSON.stringify(o.ports.numbers)))).toHaveProperty('size', 1);
  });
});
