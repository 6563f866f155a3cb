/** Edges from outside: Ingress, Route, load balancers and node ports, each with the object that opened it. */

import { describe, expect, it } from 'vitest';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import { namesResult } from '../../src/operations/names.ts';
import { focusOptions } from '../../src/operations/options.ts';
import { reachability } from '../../src/operations/reachability.ts';
import { reachabilityResult } from '../../src/operations/reachability-result.ts';
import { analysisOf } from '../support/bundle.ts';
import { recordsIn } from '../support/records.ts';

const WEB = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: a, labels: { app: web } }
spec: { containers: [{ name: c, ports: [{ name: http, containerPort: 8080 }] }] }
`;
const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: a }
spec: { selector: { app: web }, ports: [{ name: main, port: 80, targetPort: http }, { name: admin, port: 81, targetPort: 9000 }] }
`;
const ingress = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: door, namespace: a }\nspec: { ${spec} }\n`;
const backend = (service: string, port: string): string =>
  `{ path: /, pathType: Prefix, backend: { service: { name: ${service}, port: { ${port} } } } }`;
const policy = (from: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: a }\nspec: { podSelector: {}, ingress: [{ from: [${from}] }] }\n`;

function edges(documents: readonly string[], options: Partial<AnalysisOptions> = {}) {
  const analysis = analysisOf(documents.join('\n---\n'), options);
  const { connections, findings } = reachabilityResult(analysis, focusOptions.parse({}));
  return {
    entry: connections.filter((c) => c.from === '@ingress-controller'),
    outside: connections.filter((c) => c.from === '0.0.0.0/0' && c.to.startsWith('a/')),
    findings: findings.map((f) => f.rule),
  };
}

describe('an Ingress', () => {
  it('trap 64: leads by the name or number of a Service port to the target port', () => {
    const byName = edges([WEB, SERVICE, ingress(`rules: [{ http: { paths: [${backend('web', 'name: main')}] } }]`)]);
    const byNumber = edges([WEB, SERVICE, ingress(`rules: [{ http: { paths: [${backend('web', 'number: 81')}] } }]`)]);
    expect(byName.entry).toMatchObject([{ to: 'a/web[Pod]', allow: { TCP: '8080' } }]);
    expect(byNumber.entry).toMatchObject([{ to: 'a/web[Pod]', allow: { TCP: '9000' } }]);
  });

  it('trap 64: to a port or a Service that is not there leads nowhere, and a finding says so', () => {
    const port = edges([WEB, SERVICE, ingress(`rules: [{ http: { paths: [${backend('web', 'number: 8080')}] } }]`)]);
    const missing = edges([WEB, SERVICE, ingress(`rules: [{ http: { paths: [${backend('wob', 'number: 80')}] } }]`)]);
    expect(port).toMatchObject({ entry: [], findings: ['ING002'] });
    expect(missing).toMatchObject({ entry: [], findings: ['ING001'] });
  });

  it('says which object opened the way, and through what', () => {
    const { entry } = edges([
      WEB,
      SERVICE,
      ingress('defaultBackend: { service: { name: web, port: { number: 80 } } }'),
    ]);
    expect(entry[0]?.ways).toEqual([
      {
        via: 'ingress',
        at: 'a/web:80',
        allow: { TCP: '8080' },
        by: { kind: 'Ingress', namespace: 'a', name: 'door', file: 'a.yaml', line: 18 },
      },
    ]);
  });

  it('with a rule of only a host leads to its default backend', () => {
    const spec = 'rules: [{ host: a.example }], defaultBackend: { service: { name: web, port: { number: 80 } } }';
    expect(edges([WEB, SERVICE, ingress(spec)]).entry).toHaveLength(1);
    expect(edges([WEB, SERVICE, ingress('rules: [{ host: a.example }]')]).entry).toEqual([]);
  });

  const open = ingress('defaultBackend: { service: { name: web, port: { number: 80 } } }');

  it('trap 65: is closed by a policy that admits nobody like its controller', () => {
    const { entry } = edges([WEB, SERVICE, open, policy('{ ipBlock: { cidr: 203.0.113.0/24 } }')], {
      ipBlockPods: 'ignore',
    });
    expect(entry).toEqual([]);
  });

  it('is open under a policy that admits every pod, unknown under one that admits some', () => {
    expect(edges([WEB, SERVICE, open, policy('{ namespaceSelector: {} }')]).entry).toMatchObject([
      { allow: { TCP: '8080' } },
    ]);
    const some = edges([WEB, SERVICE, open, policy('{ namespaceSelector: { matchLabels: { team: edge } } }')]);
    expect(some.entry).toMatchObject([{ allow: {}, unknown: { TCP: '8080' } }]);
  });

  it('is not called blocked where a policy admits just the controller that an option names', () => {
    const nginx =
      '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: nginx } }, podSelector: { matchLabels: { app: nginx } } }';
    const given = [WEB, SERVICE, open, policy(nginx)];
    expect(edges(given, { ingressController: 'nginx:app=nginx' }).entry).toMatchObject([{ allow: { TCP: '8080' } }]);
    expect(edges(given, { ingressController: 'nginx:app=other' }).entry).toEqual([]);
    expect(edges(given, { ingressController: 'elsewhere:app=nginx' }).entry).toEqual([]);
    const controller = `apiVersion: v1\nkind: Pod\nmetadata: { name: ctl, namespace: nginx, labels: { app: nginx } }\n`;
    expect(edges([...given, controller], { ingressController: 'nginx/ctl' }).entry).toMatchObject([
      { allow: { TCP: '8080' } },
    ]);
  });
});

describe('a Route', () => {
  const route = (spec: string): string =>
    `apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: r, namespace: a }\nspec: { ${spec} }\n`;

  it('without a port leads to every port of its Service', () => {
    expect(edges([WEB, SERVICE, route('to: { kind: Service, name: web }')]).entry).toMatchObject([
      { allow: { TCP: '8080,9000' } },
    ]);
  });

  it('leads by the name of a port, and not to a backend of weight 0', () => {
    expect(edges([WEB, SERVICE, route('to: { name: web }, port: { targetPort: main }')]).entry).toMatchObject([
      { allow: { TCP: '8080' } },
    ]);
    expect(edges([WEB, SERVICE, route('to: { name: web, weight: 0 }')]).entry).toEqual([]);
  });
});

describe('a Service that is open to the outside', () => {
  it('trap 69: is named on the connections from outside that it carries', () => {
    const lb = SERVICE.replace('spec: {', 'spec: { type: LoadBalancer,');
    const { outside } = edges([WEB, lb]);
    expect(outside).toMatchObject([
      {
        allow: 'all',
        ways: [
          { via: 'load-balancer', at: 'a/web:80' },
          { via: 'load-balancer', at: 'a/web:81' },
        ],
      },
    ]);
  });

  it('is not named where policy lets nothing through', () => {
    const { outside } = edges([
      WEB,
      SERVICE.replace('spec: {', 'spec: { type: NodePort,'),
      policy('{ podSelector: {} }'),
    ]);
    expect(outside).toEqual([]);
  });
});

describe('the names of a bundle', () => {
  it('are the DNS names of its Services, and what stands behind', () => {
    const { names } = namesResult(analysisOf([WEB, SERVICE].join('---\n')));
    expect(names).toEqual([
      { from: '*', name: 'web.a', resolvesTo: ['a/web[Pod]'] },
      { from: '*', name: 'web.a.svc', resolvesTo: ['a/web[Pod]'] },
      { from: '*', name: 'web.a.svc.cluster.local', resolvesTo: ['a/web[Pod]'] },
      { from: 'a/*', name: 'web', resolvesTo: ['a/web[Pod]'] },
    ]);
  });
});

describe('the entry controller', () => {
  it('is a peer of its own type, in every table', () => {
    const analysis = analysisOf(
      [WEB, SERVICE, ingress('defaultBackend: { service: { name: web, port: { number: 80 } } }')].join('---\n'),
    );
    const result = reachabilityResult(analysis, focusOptions.parse({}));
    expect(result.peers.find((p) => p.type === 'entry')?.id).toBe('@ingress-controller');
    const records = recordsIn(reachability.run(analysis, reachability.input.parse({}) as never));
    expect(JSON.stringify(records)).toContain('@ingress-controller');
  });
});
