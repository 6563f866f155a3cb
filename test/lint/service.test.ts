/** What the rules about Services must not say, and what their examples do not show. */

import { describe, expect, it } from 'vitest';
import { deployment, manifests, service } from '../../src/lint/rules/fragments.ts';
import { said } from './examples.ts';

const WEB = deployment({ name: 'web', ports: '[{name: http, containerPort: 8080}]' });

describe('SVC001, the selector', () => {
  it('may ask for labels that a controller adds', () => {
    const set = WEB.replace('Deployment', 'StatefulSet');
    const selector = '{app: web, statefulset.kubernetes.io/pod-name: web-0}';
    expect(said('SVC001', manifests(set, service('web', `selector: ${selector}\nports: [{port: 80}]\n`)))).toEqual([]);
  });

  it('that pods of another namespace meet is a slip', () => {
    const there = deployment({ name: 'web', namespace: 'shop' });
    expect(said('SVC001', manifests(there, service('web', 'selector: {app: web}\nports: [{port: 80}]\n')))).toEqual([
      '20 warning',
    ]);
  });
});

describe('SVC002 to SVC004, target ports', () => {
  const to = (port: string, pods = WEB) =>
    manifests(pods, service('web', `selector: {app: web}\nports: [{port: 80, ${port}}]\n`));

  it('may have the name or the number that the pods declare', () => {
    for (const port of ['targetPort: http', 'targetPort: 8080']) {
      expect([said('SVC002', to(port)), said('SVC003', to(port))]).toEqual([[], []]);
    }
  });

  it('are said once, by the rule about protocols, where only that differs', () => {
    const udp = to('targetPort: http, protocol: UDP');
    expect([said('SVC002', udp), said('SVC004', udp)]).toEqual([[], ['21 warning']]);
  });

  it('of pods that declare none are known only where they have names', () => {
    const silent = deployment({ name: 'web', ports: '[]' });
    expect(said('SVC003', to('targetPort: 1', silent))).toEqual([]);
    expect(said('SVC002', to('targetPort: http', silent))).toEqual(['21 error']);
  });

  it('may be those of a sidecar', () => {
    const sidecar = WEB.concat(
      '      initContainers:\n        - {name: s, image: i, restartPolicy: Always, ports: [{name: mesh, containerPort: 15000}]}\n',
    );
    expect(said('SVC002', to('targetPort: mesh', sidecar))).toEqual([]);
  });
});

describe('SVC009, load balancers', () => {
  const balancer = (annotation: string, more = '') => `apiVersion: v1
kind: Service
metadata: {name: web, annotations: {${annotation}}}
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 443}]
${more}`;

  it.each([
    ['service.beta.kubernetes.io/aws-load-balancer-scheme: internal'],
    ['networking.gke.io/load-balancer-type: Internal'],
    ['service.beta.kubernetes.io/load-balancer-source-ranges: 203.0.113.0/24'],
  ])('with %s are not open', (annotation) => {
    expect(said('SVC009', balancer(annotation))).toEqual([]);
  });

  it('are open where one of the ranges is everything', () => {
    expect(said('SVC009', balancer('', '  loadBalancerSourceRanges: [10.0.0.0/8, 0.0.0.0/0]\n'))).toEqual([
      '5 warning',
    ]);
  });
});

describe('SVC018, several programs', () => {
  const pair = (image: string, label: string) =>
    manifests(
      WEB,
      deployment({ name: 'canary', image }).replaceAll('{app: canary}', `{${label}, tier: front}`),
      service('web', 'selector: {tier: front}\nports: [{port: 80, targetPort: 8080}]\n'),
    ).replaceAll('{app: web}', '{app: web, tier: front}');

  it('are not two versions of one', () => {
    expect(said('SVC018', pair('example.com/web:2', 'app: canary'))).toEqual([]);
    expect(said('SVC018', pair('example.com/next:2', 'app: web'))).toEqual([]);
    expect(said('SVC018', pair('example.com/next:2', 'app: canary'))).toEqual(['35 warning']);
  });
});

describe('SVC019, endpoints by hand', () => {
  it('may be Endpoints of the same name, and the API server has its own', () => {
    const endpoints = 'apiVersion: v1\nkind: Endpoints\nmetadata: {name: db}\nsubsets: []\n';
    expect(said('SVC019', manifests(service('db', 'ports: [{port: 1}]\n'), endpoints))).toEqual([]);
    expect(said('SVC019', service('kubernetes', 'ports: [{port: 443}]\n'))).toEqual([]);
  });
});

describe('SVC022, sensitive ports', () => {
  it('are told by the port of the pods behind a name', () => {
    const db = deployment({ name: 'db', ports: '[{name: sql, containerPort: 3306}]' });
    const open = service('db', 'type: NodePort\nselector: {app: db}\nports: [{port: 80, targetPort: sql}]\n');
    expect(said('SVC022', manifests(db, open))).toEqual(['20 warning']);
  });

  it('of an internal load balancer are not open', () => {
    const open = service(
      'db',
      'type: LoadBalancer\nselector: {app: db}\nports: [{port: 5432}]\nloadBalancerSourceRanges: [10.0.0.0/8]\n',
    );
    expect(said('SVC022', open)).toEqual([]);
  });
});
