/** What the rules about Gateway API must say beyond their examples, and what they must not. */

import { describe, expect, it } from 'vitest';
import { said } from './examples.ts';

/** The listeners begin at line 7, one on each line. */
function gateway(listeners: readonly string[], metadata = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge${metadata}}
spec:
  gatewayClassName: public
  listeners:
${listeners.map((listener) => `    - {${listener}}\n`).join('')}`;
}

/** The parent is at line 5, the first rule at line 7. */
function route(rule: string, kind = 'HTTPRoute'): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: web}
spec:
  parentRefs: [{name: edge}]
  rules:
    - ${rule}
`;
}

const service = (spec: string) => `---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {${spec}}\n`;

describe('GWA002', () => {
  it('says of a reference that no grant allows nothing more', () => {
    const text = route('backendRefs: [{name: shop, namespace: other, port: 80}]');
    expect(said('GWA002', text, { completeness: 'complete' })).toEqual([]);
    expect(said('GWA003', text + gateway(['name: http, port: 80, protocol: HTTP']).replace(/^/, '---\n'))).toEqual([
      '7 error',
    ]);
  });

  it('looks at what requests are mirrored to', () => {
    const text = route('filters: [{type: RequestMirror, requestMirror: {backendRef: {name: wep, port: 80}}}]');
    expect(said('GWA002', text + service('ports: [{port: 80}]'))).toEqual(['7 error']);
  });

  it('says of backends of other kinds that they are not followed', () => {
    const text = route('backendRefs: [{group: example.com, kind: Bucket, name: shop}]');
    expect(said('GWA002', text, { completeness: 'complete' })).toEqual(['7 info']);
  });
});

describe('GWA006', () => {
  const tls = 'tls: {certificateRefs: [{name: web-tls}]}';

  it('lets HTTPS and TLS share a port, and UDP and TCP have the same number', () => {
    const https = `name: a, port: 443, protocol: HTTPS, hostname: a.example.com, ${tls}`;
    const passed = 'name: b, port: 443, protocol: TLS, hostname: b.example.com, tls: {mode: Passthrough}';
    expect(said('GWA006', gateway([https, passed, 'name: c, port: 443, protocol: UDP']))).toEqual([]);
  });

  it('knows nothing of the protocols of vendors', () => {
    const own = 'name: b, port: 80, protocol: example.com/own';
    expect(said('GWA006', gateway(['name: a, port: 80, protocol: HTTP', own]))).toEqual([]);
  });
});

describe('GWA009 and GWA010', () => {
  it('let clouds keep certificates themselves', () => {
    const https = 'name: a, port: 443, protocol: HTTPS';
    expect(said('GWA009', gateway([https], ', annotations: {networking.gke.io/certmap: web}'))).toEqual([]);
    expect(said('GWA009', gateway([`${https}, tls: {options: {networking.gke.io/pre-shared-certs: web}}`]))).toEqual(
      [],
    );
  });

  it('ask for no certificate where TLS is passed on', () => {
    const passed = 'name: a, port: 443, protocol: TLS, tls: {mode: Passthrough}';
    expect(said('GWA009', gateway([passed]))).toEqual([]);
    expect(said('GWA010', gateway([passed]))).toEqual([]);
  });

  it('let the Gateway of a mesh take plain HTTP', () => {
    expect(said('GWA010', gateway(['name: mesh, port: 15008, protocol: HBONE']))).toEqual([]);
  });
});

describe('GWA012', () => {
  const both = `---\n${gateway(['name: http, port: 80, protocol: HTTP', 'name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: web-tls}]}'])}`;

  it('lets a route redirect on both listeners', () => {
    expect(
      said('GWA012', route('filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]') + both),
    ).toEqual([]);
    expect(said('GWA012', route('backendRefs: [{name: web, port: 80}]') + both)).toEqual(['5 info']);
  });
});

describe('GWA015', () => {
  it('takes a match for itself where two rules of one route repeat it', () => {
    const twice = `${route('matches: [{path: {value: /}}]')}    - matches: [{path: {value: /}}]\n`;
    expect(said('GWA015', twice)).toEqual([]);
  });

  it('tells matches by headers apart', () => {
    const other = (value: string) =>
      route(`matches: [{path: {value: /}, headers: [{name: version, value: ${value}}]}]`).replace(
        'name: web',
        `name: ${value}`,
      );
    expect(said('GWA015', `${other('a')}---\n${other('b')}`)).toEqual([]);
  });
});

describe('GWA016', () => {
  it('leaves what an appProtocol says to the controller', () => {
    const text = route('backendRefs: [{name: web, port: 443}]');
    expect(said('GWA016', text + service('selector: {app: web}, ports: [{port: 443, appProtocol: https}]'))).toEqual(
      [],
    );
    expect(said('GWA016', text + service('selector: {app: web}, ports: [{port: 443}]'))).toEqual(['7 warning']);
    expect(said('GWA016', text + service('selector: {app: web}, ports: [{port: 443, targetPort: 8080}]'))).toEqual([]);
  });
});
