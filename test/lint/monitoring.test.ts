/** What the rules about monitoring must say beyond their examples, and what they must not. */

import { describe, expect, it } from 'vitest';
import { said } from './examples.ts';

const complete = { completeness: 'complete' } as const;

const monitor = (spec: string, metadata = 'name: web') =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {${metadata}}\nspec: {${spec}}\n`;
const service = `---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {selector: {app: web}, ports: [{name: metrics, port: 9090}]}
`;
const pod = `---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: example.com/web, ports: [{name: metrics, containerPort: 9090}]}]}
`;

describe('OBS001', () => {
  const selector = 'selector: {matchLabels: {app: web}}, endpoints: [{port: metrics}]';

  it('looks into the namespaces that are named, or all', () => {
    expect(said('OBS001', monitor(`namespaceSelector: {any: true}, ${selector}`) + service, complete)).toEqual([]);
    expect(said('OBS001', monitor(`namespaceSelector: {matchNames: [shop]}, ${selector}`) + service, complete)).toEqual(
      [],
    );
    expect(said('OBS001', monitor(`namespaceSelector: {matchNames: [other]}, ${selector}`) + service)).toEqual([
      '4 warning',
    ]);
  });

  it('lets a monitor without a namespace be put where its Services are', () => {
    expect(said('OBS001', monitor(selector) + service, complete)).toEqual([]);
    expect(said('OBS001', monitor(selector, 'name: web, namespace: other') + service)).toEqual(['4 warning']);
  });
});

describe('OBS002', () => {
  const annotated = (port: string, ports = 'ports: [{containerPort: 8080}]') =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {prometheus.io/port: "${port}"}}\nspec: {containers: [{name: a, image: example.com/a, ${ports}}]}\n`;

  it('says nothing of pods that declare no ports, and of the ports of sidecars', () => {
    expect(said('OBS002', annotated('9090', 'command: [a]'))).toEqual([]);
    expect(said('OBS002', annotated('15020'))).toEqual([]);
    expect(said('OBS002', annotated('9090'))).toEqual(['3 warning']);
  });
});

describe('OBS003', () => {
  const scraped =
    monitor('namespaceSelector: {any: true}, selector: {matchLabels: {app: web}}, endpoints: [{port: metrics}]') +
    service +
    pod;
  const policy = (from: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [${from}]}]}
`;
  const prometheus = `---
apiVersion: v1
kind: Pod
metadata: {name: prometheus, namespace: monitoring, labels: {app: prometheus}}
spec: {containers: [{name: prometheus, image: "quay.io/prometheus/prometheus:v3"}]}
`;

  it('says nothing while some pod may be allowed that is not in the bundle', () => {
    expect(said('OBS003', scraped + policy('{podSelector: {}}'))).toEqual([]);
  });

  it('judges by the Prometheus that the bundle shows', () => {
    expect(said('OBS003', scraped + policy('{podSelector: {}}') + prometheus)).toEqual(['4 warning']);
    const namespace = '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}';
    expect(said('OBS003', scraped + policy(namespace) + prometheus)).toEqual([]);
  });
});

describe('OBS004', () => {
  it('lets an endpoint name a target port', () => {
    const text = monitor('namespaceSelector: {any: true}, selector: {}, endpoints: [{targetPort: 9090}]');
    expect(said('OBS004', text + service)).toEqual([]);
  });
});

describe('OBS006', () => {
  const server = (spec: string) =>
    `---\napiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: a}\nspec: {${spec}}\n`;
  const text = monitor('selector: {}, endpoints: []');

  it('asks every Prometheus of the bundle', () => {
    const picky = server('serviceMonitorSelector: {matchLabels: {release: a}}');
    expect(said('OBS006', text + picky)).toEqual(['3 warning']);
    expect(said('OBS006', text + picky + server('serviceMonitorSelector: {}').replace('name: a', 'name: b'))).toEqual(
      [],
    );
    expect(said('OBS006', text + server('replicas: 1'))).toEqual([]);
  });
});
