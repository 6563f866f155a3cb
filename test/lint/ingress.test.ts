/** What the rules about Ingresses must say beyond their examples, and what they must not. */

import { describe, expect, it } from 'vitest';
import { said } from './examples.ts';

interface Given {
  readonly annotations?: string;
  readonly spec?: string;
  readonly host?: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly port?: string;
}

/** The annotations are at line 3, spec at line 4, the host at line 7, the path at line 10. */
function ingress({
  annotations = '',
  spec = 'ingressClassName: nginx',
  host = 'www.example.com',
  path = '/',
  pathType = 'Prefix',
  port = 'number: 80',
}: Given): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {${annotations}}}
spec:
  ${spec}
  rules:
    - host: ${host}
      http:
        paths:
          - path: ${path}
            pathType: ${pathType}
            backend: {service: {name: web, port: {${port}}}}
`;
}

const service = (spec: string) => `---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {${spec}}
`;

const NGINX = 'nginx.ingress.kubernetes.io';

describe('ING001 and ING002', () => {
  it('take a Service of Knative for the Service that Knative makes of it', () => {
    const knative = '---\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: web}\n';
    expect(said('ING001', ingress({}) + knative, { completeness: 'complete' })).toEqual([]);
  });

  it('leave a backend that is no Service alone', () => {
    const resource = ingress({}).replace(/service: .*$/m, 'resource: {kind: Bucket, name: web}}');
    expect(said('ING001', resource, { completeness: 'complete' })).toEqual([]);
  });

  it('follow Routes of OpenShift too', () => {
    const route = `apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: web}
spec:
  to: {kind: Service, name: wep}
`;
    expect(said('ING001', route + service('ports: [{port: 80}]'))).toEqual(['5 error']);
  });

  it('ask an ExternalName for no port', () => {
    expect(said('ING002', ingress({}) + service('type: ExternalName, externalName: a.example.net'))).toEqual([]);
  });

  it('say nothing of the ports of a Service that cannot be read', () => {
    expect(said('ING002', ingress({}) + service('ports: [{port: "x"}]'))).toEqual([]);
  });
});

describe('ING005', () => {
  const tls = (hosts: string) => `tls: [{secretName: web-tls${hosts}}]`;

  it('takes a wildcard for one label', () => {
    const hosts = tls(', hosts: ["*.example.com"]');
    expect(said('ING005', ingress({ spec: hosts }))).toEqual([]);
    expect(said('ING005', ingress({ spec: hosts, host: 'a.b.example.com' }))).toEqual(['7 warning']);
    expect(said('ING005', ingress({ spec: hosts, host: 'example.com' }))).toEqual(['7 warning']);
  });

  it('takes an entry without hosts for all of them', () => {
    expect(said('ING005', ingress({ spec: tls('') }))).toEqual([]);
  });
});

describe('ING006', () => {
  it('does not speak of hosts that only the machine itself knows', () => {
    expect(said('ING006', ingress({ host: 'web.localhost' }))).toEqual([]);
    expect(said('ING006', ingress({ host: 'web.test' }))).toEqual([]);
  });

  it.each([
    'alb.ingress.kubernetes.io/certificate-arn: x',
    'alb.ingress.kubernetes.io/listen-ports: \'[{"HTTPS":443}]\'',
    'networking.gke.io/managed-certificates: x',
    'traefik.ingress.kubernetes.io/router.tls: "true"',
  ])('knows that a load balancer is told of TLS by %s', (annotations) => {
    expect(said('ING006', ingress({ annotations }))).toEqual([]);
  });

  it('does not take TLS to backends for TLS', () => {
    expect(said('ING006', ingress({ annotations: `${NGINX}/proxy-ssl-verify: "on"` }))).toEqual(['4 warning']);
  });

  it('does not take a redirect for TLS', () => {
    expect(said('ING006', ingress({ annotations: `${NGINX}/ssl-redirect: "false"` }))).toEqual(['4 warning']);
  });
});

describe('ING008', () => {
  const other = (given: Given) => `---\n${ingress(given).replace('name: web', 'name: other')}`;

  it('lets a canary share the path of what it tries', () => {
    expect(said('ING008', ingress({}) + other({ annotations: `${NGINX}/canary: "true"` }))).toEqual([]);
  });

  it('lets controllers of different classes claim one path', () => {
    expect(said('ING008', ingress({}) + other({ spec: 'ingressClassName: inner' }))).toEqual([]);
  });

  it('takes a slash at the end of a prefix for nothing', () => {
    expect(said('ING008', ingress({ path: '/a' }) + other({ path: '/a/' }))).toEqual(['23 warning']);
    expect(
      said('ING008', ingress({ path: '/a', pathType: 'Exact' }) + other({ path: '/a/', pathType: 'Exact' })),
    ).toEqual([]);
  });
});

describe('the rules about ingress-nginx', () => {
  const rewrite = `${NGINX}/rewrite-target: /`;

  it('do not speak of other controllers', () => {
    expect(said('ING010', ingress({ annotations: rewrite, path: '/a', spec: 'ingressClassName: traefik' }))).toEqual(
      [],
    );
  });

  it('ask the IngressClass which controller it is', () => {
    const kind = (controller: string) =>
      `---\napiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: edge}\nspec: {controller: ${controller}}\n`;
    const given = ingress({ annotations: rewrite, path: '/a', spec: 'ingressClassName: edge' });
    expect(said('ING010', given + kind('k8s.io/ingress-nginx'))).toEqual(['3 warning']);
    expect(said('ING010', given + kind('example.com/other'))).toEqual([]);
  });

  it('let a rewrite of one exact path be', () => {
    expect(said('ING010', ingress({ annotations: rewrite, path: '/a', pathType: 'Exact' }))).toEqual([]);
  });

  it('count groups that capture only', () => {
    const given = { annotations: `${NGINX}/rewrite-target: /$1`, pathType: 'ImplementationSpecific' };
    expect(said('ING011', ingress({ ...given, path: '/a/(?:b)' }))).toEqual(['10 warning']);
    expect(said('ING011', ingress({ ...given, path: '/a/(.*)' }))).toEqual([]);
  });

  it('speak once of all Ingresses of a controller that is retired', () => {
    const many = `${ingress({ annotations: rewrite })}---\n${ingress({ annotations: rewrite }).replace('name: web', 'name: b')}`;
    expect(said('ING013', many)).toEqual(['3 warning']);
  });

  it('do not take port 443 that leads to a port of HTTP for TLS', () => {
    const given = ingress({ port: 'number: 443' });
    expect(said('ING018', given + service('selector: {app: web}, ports: [{port: 443, targetPort: 8080}]'))).toEqual([]);
    expect(said('ING018', given + service('selector: {app: web}, ports: [{port: 443}]'))).toEqual(['12 warning']);
  });

  it('let a pattern of certificate names have braces', () => {
    expect(said('ING020', ingress({ annotations: `${NGINX}/auth-tls-match-cn: "CN=[a-z]{3}"` }))).toEqual([]);
  });
});

describe('ING019', () => {
  const web = `---
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, image: example.com/web}]}
`;
  const leads = ingress({}) + service('selector: {app: web}, ports: [{port: 80, targetPort: 8080}]') + web;
  const policy = (from: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {}, ingress: [{from: [${from}]}]}
`;
  const controller = `---
apiVersion: v1
kind: Pod
metadata: {name: proxy, namespace: edge, labels: {app: proxy}}
spec: {containers: [{name: proxy, image: "example.com/ingress-nginx/controller:v1"}]}
`;

  it('says nothing while the controller may be whom a policy lets in', () => {
    expect(said('ING019', leads + policy('{podSelector: {matchLabels: {app: proxy}}}'))).toEqual([]);
  });

  it('judges by the controller that the bundle shows', () => {
    const here = policy('{podSelector: {matchLabels: {app: proxy}}}');
    expect(said('ING019', leads + here + controller)).toEqual(['12 warning']);
    expect(said('ING019', leads + policy('{namespaceSelector: {}}') + controller)).toEqual([]);
  });

  it('judges by the controller that the caller names', () => {
    const other = policy('{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}');
    expect(said('ING019', leads + other, { ingressController: 'edge:app=proxy' })).toEqual([]);
    expect(said('ING019', leads + other, { ingressController: 'outer:app=proxy' })).toEqual(['12 warning']);
  });
});
