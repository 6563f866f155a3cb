/** What the rules about meshes must say beyond their examples, and what they must not. */

import { describe, expect, it } from 'vitest';
import { said } from './examples.ts';

const complete = { completeness: 'complete' } as const;

const istio = (kind: string, spec: string, metadata = 'name: a') =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {${metadata}}\nspec: {${spec}}\n`;
const security = (kind: string, spec: string, metadata = 'name: a') =>
  `apiVersion: security.istio.io/v1\nkind: ${kind}\nmetadata: {${metadata}}\nspec: {${spec}}\n`;

const web = `---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: example.com/web}]}
`;

describe('MSH001', () => {
  const rule = (host: string) => istio('DestinationRule', `host: ${host}`) + web;

  it('knows what ServiceEntries declare, and lets wildcards be', () => {
    const entry = `---\n${istio('ServiceEntry', 'hosts: ["*.example.net"], ports: [{number: 443, name: tls, protocol: TLS}]')}`;
    expect(said('MSH001', rule('api.example.net') + entry, complete)).toEqual([]);
    expect(said('MSH001', rule('"*.local"'), complete)).toEqual([]);
  });

  it('takes a name without dots for a Service of the same namespace', () => {
    expect(said('MSH001', rule('web'), complete)).toEqual(['4 warning']);
    expect(said('MSH001', rule('web.shop.svc.cluster.local'), complete)).toEqual([]);
  });

  it('leaves objects of other groups alone', () => {
    const other = rule('nobody').replace('networking.istio.io', 'example.com');
    expect(said('MSH001', other, complete)).toEqual([]);
  });
});

describe('MSH003', () => {
  it('takes mesh for no Gateway', () => {
    const text = istio(
      'VirtualService',
      'hosts: [web], gateways: [mesh], http: [{route: [{destination: {host: web}}]}]',
      'name: a, namespace: shop',
    );
    expect(said('MSH003', text + web, complete)).toEqual([]);
  });
});

describe('MSH005', () => {
  const service = (port: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{${port}}]}\n`;
  const injected = '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {istio-injection: enabled}}\n';

  it('takes appProtocol, and speaks of namespaces with sidecars only', () => {
    expect(said('MSH005', service('port: 80, appProtocol: http') + injected)).toEqual([]);
    expect(said('MSH005', service('port: 53, protocol: UDP') + injected)).toEqual([]);
    expect(said('MSH005', service('port: 80'))).toEqual([]);
    expect(said('MSH005', service('port: 80') + injected)).toEqual(['4 info']);
  });
});

describe('MSH007', () => {
  const policy = (metadata: string) =>
    security('AuthorizationPolicy', 'selector: {matchLabels: {app: web}}', metadata) + web;

  it('looks into every namespace from the root namespace', () => {
    expect(said('MSH007', policy('name: a, namespace: istio-system'), complete)).toEqual([]);
    expect(said('MSH007', policy('name: a, namespace: other'), complete)).toEqual(['4 warning']);
  });
});

describe('MSH009', () => {
  const virtualService = (name: string, extra: string) =>
    istio(
      'VirtualService',
      `hosts: [web]${extra}, http: [{route: [{destination: {host: web}}]}]`,
      `name: ${name}, namespace: shop`,
    );

  it('speaks of the mesh only: of those at a Gateway all count', () => {
    const at = (extra: string) =>
      said('MSH009', `${virtualService('a', extra)}---\n${virtualService('b', extra)}${web}`);
    expect(at('')).toEqual(['9 warning']);
    expect(at(', gateways: [edge]')).toEqual([]);
    expect(at(', exportTo: ["."]')).toEqual([]);
  });
});

describe('MSH010', () => {
  const server = (protocol: string, tls: string) =>
    istio('Gateway', `servers: [{port: {number: 443, name: a, protocol: ${protocol}}, hosts: ["*"]${tls}}]`);

  it('asks for no certificate of what is passed on, or is no TLS', () => {
    expect(said('MSH010', server('TLS', ', tls: {mode: AUTO_PASSTHROUGH}'))).toEqual([]);
    expect(said('MSH010', server('HTTP', ', tls: {httpsRedirect: true}'))).toEqual([]);
    expect(
      said('MSH010', server('HTTPS', ', tls: {mode: SIMPLE, serverCertificate: /etc/a.pem, privateKey: /etc/a.key}')),
    ).toEqual([]);
    expect(said('MSH010', server('HTTPS', ', tls: {mode: MUTUAL}'))).toEqual(['4 error']);
  });
});

describe('MSH012', () => {
  it('knows policies that ask for what a token claims', () => {
    const request = security('RequestAuthentication', 'jwtRules: [{issuer: https://login.example.com}]');
    const policy = `---\n${security('AuthorizationPolicy', 'rules: [{when: [{key: "request.auth.claims[group]", values: [a]}]}]')}`;
    expect(said('MSH012', request + policy, complete)).toEqual([]);
    expect(said('MSH012', request, complete)).toEqual(['1 warning']);
  });
});
