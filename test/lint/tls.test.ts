/** What the rules about TLS must say beyond their examples, and what they must not. */

import { describe, expect, it } from 'vitest';
import { findingsOf, said } from './examples.ts';

const BODY = 'ThisIsNoKeyButTextOfTheLengthOfTheFirstLineOfOne';
const key = (name: string) => `-----BEGIN ${name}-----\\n${BODY}\\n-----END ${name}-----`;

const pod = (container: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: example.com/web
      ${container}
`;

describe('TLS001', () => {
  const map = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  text: "${text}"\n`;

  it('knows keys of every kind that are not encrypted', () => {
    for (const name of ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY']) {
      expect(said('TLS001', map(key(name)))).toEqual(['5 error']);
    }
    expect(said('TLS001', map(key('ENCRYPTED PRIVATE KEY')))).toEqual([]);
    expect(said('TLS001', map(key('CERTIFICATE')))).toEqual([]);
    expect(said('TLS001', map(key('PUBLIC KEY')))).toEqual([]);
  });

  it('does not take the mention of a key for one', () => {
    expect(said('TLS001', map('the file begins with -----BEGIN PRIVATE KEY----- and so on'))).toEqual([]);
  });

  it('looks into variables, and shows nothing of them', () => {
    const text = pod(`env: [{name: KEY, value: "${key('PRIVATE KEY')}"}]`);
    expect(said('TLS001', text)).toEqual(['8 error']);
    expect(JSON.stringify(findingsOf(text))).not.toContain(BODY);
  });
});

describe('TLS002', () => {
  it('asks what a variable or an argument says', () => {
    expect(said('TLS002', pod('env: [{name: NODE_TLS_REJECT_UNAUTHORIZED, value: "0"}]'))).toEqual(['8 warning']);
    expect(said('TLS002', pod('env: [{name: NODE_TLS_REJECT_UNAUTHORIZED, value: "1"}]'))).toEqual([]);
    expect(said('TLS002', pod('args: [--kubelet-insecure-tls]'))).toEqual(['8 warning']);
    expect(said('TLS002', pod('args: [--kubelet-insecure-tls=false]'))).toEqual([]);
  });
});

describe('TLS004', () => {
  const map = (value: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: nginx}\ndata:\n  ssl-protocols: ${value}\n`;

  it('tells TLSv1 from TLSv1.2', () => {
    expect(said('TLS004', map('TLSv1.2 TLSv1.3'))).toEqual([]);
    expect(said('TLS004', map('TLSv1 TLSv1.2'))).toEqual(['5 warning']);
    expect(said('TLS004', map('TLSv1.1 TLSv1.2'))).toEqual(['5 warning']);
  });
});

describe('TLS005', () => {
  const secret = (crt: string, tlsKey: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ntype: kubernetes.io/tls\ndata:\n  tls.crt: ${btoa(crt)}\n  tls.key: ${btoa(tlsKey)}\n`;

  it('reads the first characters of data', () => {
    const [certificate, privateKey] = ['-----BEGIN CERTIFICATE-----\nx', '-----BEGIN RSA PRIVATE KEY-----\nx'];
    expect(said('TLS005', secret(privateKey, certificate))).toEqual(['6 error']);
    expect(said('TLS005', secret(certificate, privateKey))).toEqual([]);
    expect(said('TLS005', secret('placeholder', 'placeholder'))).toEqual([]);
  });
});

describe('TLS006', () => {
  const certificate = (ref: string) =>
    `apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: web}\nspec: {secretName: web, dnsNames: [a.example.com], issuerRef: {${ref}}}\n`;

  it('leaves issuers of other groups alone', () => {
    const text = certificate('name: pca, kind: AWSPCAClusterIssuer, group: awspca.cert-manager.io');
    expect(said('TLS006', text, { completeness: 'complete' })).toEqual([]);
  });

  it('takes a ClusterIssuer for every namespace', () => {
    const issuer =
      '---\napiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: {name: public}\nspec: {selfSigned: {}}\n';
    expect(
      said('TLS006', certificate('name: public, kind: ClusterIssuer') + issuer, { completeness: 'complete' }),
    ).toEqual([]);
    expect(said('TLS006', certificate('name: public') + issuer, { completeness: 'complete' })).toEqual(['4 warning']);
  });
});
