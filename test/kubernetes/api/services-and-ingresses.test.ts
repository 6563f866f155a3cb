/** What the API server refuses of Services and Ingresses beside what schemas say. A case is an object in YAML and `RULE pointer` of what is said. */

import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: ';

describe('a Service', () => {
  it.each([
    ['{ports: [{port: 80}]}', []],
    ['{clusterIP: None}', []],
    ['{type: ExternalName, externalName: db.example.org.}', []],
    ['{}', ['SCH004 /spec']],
    ['{ports: [{port: 80}, {port: 81, name: b}]}', ['SVC005 /spec/ports/0']],
    ['{ports: [{port: 80, name: a}, {port: 81, name: a}]}', ['SVC005 /spec/ports/1/name']],
    ['{ports: [{port: 80, name: a}, {port: 80, name: b}]}', ['SVC005 /spec/ports/1/port']],
    ['{ports: [{port: 53, name: a}, {port: 53, name: b, protocol: UDP}]}', []],
    ['{ports: [{port: 0}]}', ['SVC023 /spec/ports/0/port']],
    ['{ports: [{port: 65536}]}', ['SVC023 /spec/ports/0/port']],
    ['{ports: [{port: 80, targetPort: "80"}]}', ['SVC023 /spec/ports/0/targetPort']],
    ['{ports: [{port: 80, targetPort: n234567890123456}]}', ['SVC023 /spec/ports/0/targetPort']],
    ['{ports: [{port: 80, name: a-name-that-is-longer-than-15}]}', []],
    ['{ports: [{port: 80, name: Web}]}', ['SVC023 /spec/ports/0/name']],
    ['{ports: [{port: 80, protocol: tcp}]}', ['SCH003 /spec/ports/0/protocol']],
    ['{ports: [{port: 80, nodePort: 30000}]}', ['SVC006 /spec/ports/0/nodePort']],
    [
      '{type: NodePort, ports: [{port: 80, nodePort: 30000, name: a}, {port: 81, nodePort: 30000, name: b}]}',
      ['SVC007 /spec/ports/1/nodePort'],
    ],
    ['{type: NodePort, clusterIP: None, ports: [{port: 80}]}', ['SCH003 /spec/clusterIP']],
    ['{type: ExternalName}', ['SCH004 /spec']],
    ['{type: ExternalName, externalName: DB_1}', ['SCH008 /spec/externalName']],
    ['{type: ExternalName, externalName: a.org, clusterIP: 10.0.0.1}', ['SCH003 /spec/clusterIP']],
    [
      '{ports: [{port: 80}], sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86401}}}',
      ['SVC016 /spec/sessionAffinityConfig/clientIP/timeoutSeconds'],
    ],
    [
      '{ports: [{port: 80}], sessionAffinityConfig: {clientIP: {timeoutSeconds: 10}}}',
      ['SVC016 /spec/sessionAffinityConfig'],
    ],
    ['{ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/8]}', ['SVC010 /spec/loadBalancerSourceRanges']],
    ['{type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [" 10.0.0.0/8 "]}', []],
    [
      '{type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0]}',
      ['SVC010 /spec/loadBalancerSourceRanges/0'],
    ],
    ['{ports: [{port: 80}], loadBalancerClass: a/b}', ['SCH003 /spec/loadBalancerClass']],
    ['{ports: [{port: 80}], externalTrafficPolicy: Local}', ['SVC020 /spec/externalTrafficPolicy']],
    ['{ports: [{port: 80}], externalTrafficPolicy: Local, externalIPs: [203.0.113.1]}', []],
    [
      '{type: NodePort, ports: [{port: 80}], externalTrafficPolicy: Local, healthCheckNodePort: 30001}',
      ['SVC020 /spec/healthCheckNodePort'],
    ],
    ['{ports: [{port: 80}], externalIPs: [127.0.0.1]}', ['SVC014 /spec/externalIPs/0']],
    ['{ports: [{port: 80}], selector: {app: "a b"}}', ['SCH008 /spec/selector/app']],
  ])('%s is refused for %j', (spec, found) => {
    expect(said(SERVICE + spec)).toEqual(found);
  });

  it('is called by a name that begins with a letter', () => {
    expect(said(`${SERVICE}{ports: [{port: 80}]}`.replace('name: s', 'name: 1s'))).toEqual(['SCH008 /metadata/name']);
  });
});

const INGRESS = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: ';
const BACKEND = '{service: {name: s, port: {number: 80}}}';
const rule = (path: string) => `{rules: [{http: {paths: [${path}]}}]}`;

describe('an Ingress', () => {
  it.each([
    [`{defaultBackend: ${BACKEND}}`, []],
    [rule(`{path: /, pathType: Prefix, backend: ${BACKEND}}`), []],
    ['{}', ['SCH004 /spec']],
    ['{rules: [{http: {paths: []}}]}', ['SCH004 /spec/rules/0/http/paths']],
    ['{rules: [{host: 10.0.0.1}]}', ['SCH008 /spec/rules/0/host']],
    ['{rules: [{host: "*.a.org"}]}', []],
    ['{rules: [{host: "a.*.org"}]}', ['SCH008 /spec/rules/0/host']],
    ['{rules: [{host: A.org}]}', ['SCH008 /spec/rules/0/host']],
    [rule(`{path: /, backend: ${BACKEND}}`), ['SCH004 /spec/rules/0/http/paths/0']],
    [rule(`{path: a, pathType: Prefix, backend: ${BACKEND}}`), ['SCH003 /spec/rules/0/http/paths/0/path']],
    [rule(`{pathType: Exact, backend: ${BACKEND}}`), ['SCH004 /spec/rules/0/http/paths/0']],
    [rule(`{path: /a//b, pathType: Exact, backend: ${BACKEND}}`), ['SCH003 /spec/rules/0/http/paths/0/path']],
    [rule(`{path: /a/.., pathType: Prefix, backend: ${BACKEND}}`), ['SCH003 /spec/rules/0/http/paths/0/path']],
    [rule(`{path: /a%2Fb, pathType: Prefix, backend: ${BACKEND}}`), ['SCH003 /spec/rules/0/http/paths/0/path']],
    [rule(`{pathType: ImplementationSpecific, backend: ${BACKEND}}`), []],
    [rule(`{path: /, pathType: prefix, backend: ${BACKEND}}`), ['SCH003 /spec/rules/0/http/paths/0/pathType']],
    ['{defaultBackend: {}}', ['SCH004 /spec/defaultBackend']],
    ['{defaultBackend: {service: {name: s}}}', ['SCH004 /spec/defaultBackend/service']],
    ['{defaultBackend: {service: {name: s, port: {}}}}', ['SCH004 /spec/defaultBackend/service/port']],
    [
      '{defaultBackend: {service: {name: s, port: {number: 80, name: a}}}}',
      ['SCH003 /spec/defaultBackend/service/port/name'],
    ],
    [
      '{defaultBackend: {service: {name: s, port: {number: 80}}, resource: {kind: K, name: r}}}',
      ['SCH003 /spec/defaultBackend/resource'],
    ],
    ['{defaultBackend: {service: {name: s, port: {name: Web}}}}', ['SVC023 /spec/defaultBackend/service/port/name']],
    [`{defaultBackend: ${BACKEND}, tls: [{hosts: [a_b]}]}`, ['SCH008 /spec/tls/0/hosts/0']],
  ])('%s is refused for %j', (spec, found) => {
    expect(said(INGRESS + spec)).toEqual(found);
  });

  it('names one class, in the field and in the annotation', () => {
    const text = `${INGRESS}{ingressClassName: a, defaultBackend: ${BACKEND}}`;
    const annotated = (name: string) =>
      text.replace('{name: i}', `{name: i, annotations: {kubernetes.io/ingress.class: ${name}}}`);
    expect(said(annotated('a'))).toEqual([]);
    expect(said(annotated('b'))).toEqual(['ING014 /metadata/annotations/kubernetes.io~1ingress.class']);
  });

  it.each([
    ['{controller: example.org/x}', []],
    ['{controller: x}', ['SCH008 /spec/controller']],
    ['{controller: a.org/x, parameters: {kind: K, name: p, scope: Namespace}}', ['SCH004 /spec/parameters']],
    ['{controller: a.org/x, parameters: {kind: K, name: p, namespace: m}}', ['SCH003 /spec/parameters/namespace']],
  ])('has a class: %s', (spec, found) => {
    expect(said(`apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: c}\nspec: ${spec}`)).toEqual(
      found,
    );
  });
});
