/** What the API server refuses beside what schemas say. A case is an object in YAML and `RULE pointer` of what is said. */

import { describe, expect, it } from 'vitest';
import { DocumentCheck } from '../../../src/kubernetes/api/document-check.ts';
import { briefly, documentsOf } from '../../support/bundle.ts';

function said(text: string): string[] {
  const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: () => false });
  for (const document of documentsOf(text)) check.take(document);
  return check.finish().findings.map((finding) => briefly(finding).replace(' !', ''));
}

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

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: ';
const container = (more: string) => `${POD}{containers: [{name: c, image: i, ${more}}]}`;

describe('a Pod', () => {
  it.each([
    [container('ports: [{containerPort: 80}]'), []],
    [`${POD}{containers: []}`, ['SCH004 /spec/containers']],
    [`${POD}{containers: [{name: c}]}`, ['SCH004 /spec/containers/0']],
    [`${POD}{containers: [{name: C_1, image: i}]}`, ['SCH008 /spec/containers/0/name']],
    [
      `${POD}{containers: [{name: c, image: i}], initContainers: [{name: c, image: i}]}`,
      ['POD025 /spec/containers/0/name'],
    ],
    [container('ports: [{containerPort: 0}]'), ['SVC023 /spec/containers/0/ports/0/containerPort']],
    [container('ports: [{containerPort: 80, hostPort: 70000}]'), ['SVC023 /spec/containers/0/ports/0/hostPort']],
    [container('ports: [{containerPort: 80, name: "1"}]'), ['SVC023 /spec/containers/0/ports/0/name']],
    [
      container('ports: [{containerPort: 80, name: a}, {containerPort: 81, name: a}]'),
      ['SVC023 /spec/containers/0/ports/1/name'],
    ],
    [
      container('ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81, hostPort: 80}]'),
      ['POD003 /spec/containers/0/ports/1/hostPort'],
    ],
    [container('ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81, hostPort: 80, hostIP: 10.0.0.1}]'), []],
    [
      `${POD}{hostNetwork: true, containers: [{name: c, image: i, ports: [{containerPort: 80, hostPort: 81}]}]}`,
      ['SVC023 /spec/containers/0/ports/0/hostPort'],
    ],
    [container('livenessProbe: {}'), ['SCH004 /spec/containers/0/livenessProbe']],
    [
      container('livenessProbe: {tcpSocket: {port: 80}, exec: {command: [a]}}'),
      ['SCH003 /spec/containers/0/livenessProbe/tcpSocket'],
    ],
    [
      container('livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}'),
      ['SCH003 /spec/containers/0/livenessProbe/successThreshold'],
    ],
    [container('readinessProbe: {httpGet: {port: Web}}'), ['SVC023 /spec/containers/0/readinessProbe/httpGet/port']],
    [
      `${POD}{containers: [{name: c, image: i}], initContainers: [{name: d, image: i, readinessProbe: {tcpSocket: {port: 1}}}]}`,
      ['SCH003 /spec/initContainers/0/readinessProbe'],
    ],
    [
      `${POD}{containers: [{name: c, image: i}], initContainers: [{name: d, image: i, restartPolicy: Always, readinessProbe: {tcpSocket: {port: 1}}}]}`,
      [],
    ],
    [container('lifecycle: {preStop: {}}'), ['SCH004 /spec/containers/0/lifecycle/preStop']],
    [
      container('resources: {requests: {cpu: 2}, limits: {cpu: 1500m}}'),
      ['SCH003 /spec/containers/0/resources/requests/cpu'],
    ],
    [container('resources: {requests: {memory: 1Gi}, limits: {memory: 1.1G}}'), []],
    [container('resources: {limits: {gpu: 1}}'), ['SCH008 /spec/containers/0/resources/limits/gpu']],
    [container('resources: {limits: {memory: -1}}'), ['SCH003 /spec/containers/0/resources/limits/memory']],
    [container('env: [{name: A=B, value: x}]'), ['SCH008 /spec/containers/0/env/0/name']],
    [
      container('env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: a}}}]'),
      ['SCH003 /spec/containers/0/env/0/valueFrom'],
    ],
    [container('env: [{name: A, valueFrom: {}}]'), ['SCH003 /spec/containers/0/env/0/valueFrom']],
    [container('volumeMounts: [{name: v, mountPath: /v}]'), ['POD026 /spec/containers/0/volumeMounts/0/name']],
    [
      `${POD}{volumes: [{name: v}], containers: [{name: c, image: i, volumeMounts: [{name: v, mountPath: /v}, {name: v, mountPath: /v}]}]}`,
      ['POD026 /spec/containers/0/volumeMounts/1/mountPath'],
    ],
    [
      `${POD}{volumes: [{name: v, emptyDir: {}, secret: {secretName: s}}], containers: [{name: c, image: i}]}`,
      ['SCH003 /spec/volumes/0/secret'],
    ],
    [`${POD}{volumes: [{name: v}, {name: v}], containers: [{name: c, image: i}]}`, ['POD025 /spec/volumes/1/name']],
    [`${POD}{dnsPolicy: None, containers: [{name: c, image: i}]}`, ['POD011 /spec/dnsPolicy']],
    [
      `${POD}{dnsConfig: {nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, 1.1.1.4]}, containers: [{name: c, image: i}]}`,
      ['POD011 /spec/dnsConfig/nameservers'],
    ],
    [`${POD}{hostAliases: [{ip: host}], containers: [{name: c, image: i}]}`, ['POD013 /spec/hostAliases/0/ip']],
    [`${POD}{tolerations: [{effect: NoExecute}], containers: [{name: c, image: i}]}`, ['SCH003 /spec/tolerations/0']],
  ])('%s is refused for %j', (text, found) => {
    expect(said(text)).toEqual(found);
  });
});

const template = (labels: string, more = '') =>
  `template: {metadata: {labels: ${labels}}, spec: {${more}containers: [{name: c, image: i}]}}`;
const workload = (kind: string, spec: string, apiVersion = 'apps/v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: w}\nspec: {${spec}}`;

describe('what runs pods', () => {
  it.each([
    [workload('Deployment', `selector: {matchLabels: {a: b}}, ${template('{a: b, c: d}')}`), []],
    [
      workload('Deployment', `selector: {matchLabels: {a: x}}, ${template('{a: b}')}`),
      ['POD016 /spec/template/metadata/labels'],
    ],
    [workload('Deployment', `selector: {}, ${template('{a: b}')}`), ['POD016 /spec/selector']],
    [
      workload(
        'Deployment',
        `selector: {matchExpressions: [{key: a, operator: In, values: [b]}]}, ${template('{a: b}')}`,
      ),
      [],
    ],
    [
      workload('Deployment', `selector: {matchExpressions: [{key: a, operator: In}]}, ${template('{a: b}')}`),
      ['SCH004 /spec/selector/matchExpressions/0', 'POD016 /spec/template/metadata/labels'],
    ],
    [
      workload('Deployment', `selector: {matchLabels: {a: b}}, ${template('{a: b}', 'restartPolicy: Never, ')}`),
      ['SCH003 /spec/template/spec/restartPolicy'],
    ],
    [
      workload(
        'Deployment',
        `selector: {matchLabels: {a: b}}, strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}, ${template('{a: b}')}`,
      ),
      ['SCH003 /spec/strategy/rollingUpdate'],
    ],
    [
      workload('Deployment', `selector: {matchLabels: {a: b}}, ${template('{a: "b c"}')}`),
      ['SCH008 /spec/template/metadata/labels/a', 'POD016 /spec/template/metadata/labels'],
    ],
    [
      workload(
        'StatefulSet',
        `selector: {matchLabels: {a: b}}, volumeClaimTemplates: [{metadata: {name: d}}], ${template('{a: b}').replace('image: i', 'image: i, volumeMounts: [{name: d, mountPath: /d}]')}`,
      ),
      [],
    ],
    [workload('Job', template('{a: b}'), 'batch/v1'), ['SCH004 /spec/template/spec']],
    [workload('Job', template('{a: b}', 'restartPolicy: Never, '), 'batch/v1'), []],
    [
      workload(
        'CronJob',
        `schedule: "*/5 * * * *", jobTemplate: {spec: {${template('{a: b}', 'restartPolicy: Never, ')}}}`,
        'batch/v1',
      ),
      [],
    ],
    [
      workload(
        'CronJob',
        `schedule: "@daily", jobTemplate: {spec: {${template('{a: b}', 'restartPolicy: Never, ')}}}`,
        'batch/v1',
      ),
      [],
    ],
    [
      workload(
        'CronJob',
        `schedule: "* * * *", jobTemplate: {spec: {${template('{a: b}', 'restartPolicy: Never, ')}}}`,
        'batch/v1',
      ),
      ['SCH003 /spec/schedule'],
    ],
    [
      workload(
        'HorizontalPodAutoscaler',
        'scaleTargetRef: {kind: Deployment, name: w}, minReplicas: 3, maxReplicas: 2',
        'autoscaling/v2',
      ),
      ['SCH003 /spec/maxReplicas'],
    ],
    [
      workload('PodDisruptionBudget', 'minAvailable: 1, maxUnavailable: 1', 'policy/v1'),
      ['SCH003 /spec/maxUnavailable'],
    ],
  ])('%s is refused for %j', (text, found) => {
    expect(said(text)).toEqual(found);
  });
});

const bare = (kind: string, more: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n${more}`;
const RBAC = 'rbac.authorization.k8s.io/v1';

describe('configuration', () => {
  it.each([
    [bare('ConfigMap', 'data: {a.conf: x}'), []],
    [bare('ConfigMap', 'data: {"a b": x}'), ['SCH008 /data/a b']],
    [bare('ConfigMap', 'data: {a: x}\nbinaryData: {a: eA==}'), ['SCH003 /binaryData/a']],
    [bare('Secret', 'data: {a: eA==}'), []],
    [bare('Secret', 'data: {a: x}'), ['SCH003 /data/a']],
    [bare('Secret', 'type: kubernetes.io/tls\nstringData: {tls.crt: x}'), ['SCH004 /stringData']],
    [bare('PersistentVolumeClaim', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}'), []],
    [bare('PersistentVolumeClaim', 'spec: {resources: {requests: {storage: 1Gi}}}'), ['SCH004 /spec']],
    [bare('ClusterRoleBinding', 'roleRef: {kind: Role, name: r}', RBAC), ['SCH003 /roleRef/kind']],
    [
      bare(
        'ClusterRoleBinding',
        'roleRef: {kind: ClusterRole, name: r}\nsubjects: [{kind: ServiceAccount, name: s}]',
        RBAC,
      ),
      ['SCH004 /subjects/0'],
    ],
    [bare('ClusterRole', 'rules: []', RBAC).replace('name: x', 'name: "system:x"'), []],
  ])('%s is refused for %j', (text, found) => {
    expect(said(text)).toEqual(found);
  });
});

describe('metadata', () => {
  it.each([
    ['{name: a.b-c}', []],
    ['{generateName: a-}', []],
    ['{}', ['SCH004 /metadata']],
    ['{name: My_Map}', ['SCH008 /metadata/name']],
    ['{generateName: A-}', ['SCH008 /metadata/generateName']],
    ['{name: a, namespace: a.b}', ['SCH008 /metadata/namespace']],
    ['{name: a, labels: {"a b": c}}', ['SCH008 /metadata/labels/a b']],
    ['{name: a, labels: {a: "-b"}}', ['SCH008 /metadata/labels/a']],
    ['{name: a, labels: {a: yes}}', ['YML003 /metadata/labels/a']],
    ['{name: a, annotations: {a: 1}}', ['YML005 /metadata/annotations/a']],
    ['{name: a, annotations: {"a/b/c": x}}', ['SCH008 /metadata/annotations/a~1b~1c']],
  ])('%s is refused for %j', (metadata, found) => {
    expect(said(`apiVersion: v1\nkind: ConfigMap\nmetadata: ${metadata}`)).toEqual(found);
  });
});

describe('a kind', () => {
  it.each([
    ['extensions/v1beta1', 'Ingress', ['SCH005 /apiVersion']],
    ['batch/v1beta1', 'CronJob', ['SCH005 /apiVersion']],
    ['apps/v1beta9', 'Deployment', ['SCH005 /apiVersion']],
    ['policy/v1beta1', 'PodSecurityPolicy', ['SCH005 /apiVersion']],
    ['apps/v1', 'Deploymnet', ['SCH001 /kind']],
    ['example.org/v1', 'Widget', ['SCH001 /kind']],
    ['gateway.networking.k8s.io/v1alpha2', 'GRPCRoute', ['SCH006 /apiVersion']],
    ['v1', 'Endpoints', ['SCH006 /apiVersion']],
  ])('%s %s is said to be %j', (apiVersion, kind, found) => {
    expect(said(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}`)).toEqual(found);
  });

  it('that nobody knows is counted, and told once', () => {
    const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: (_, kind) => kind === 'Known' });
    const widget = 'apiVersion: a.org/v1\nkind: Widget\nmetadata: {name: x}';
    for (const document of documentsOf([widget, widget, widget.replace('Widget', 'Known')].join('\n---\n')))
      check.take(document);
    const { findings, unknownKinds } = check.finish();
    expect(unknownKinds).toEqual([{ apiVersion: 'a.org/v1', kind: 'Widget', count: 2 }]);
    expect(findings.map(({ severity, refused }) => [severity, refused])).toEqual([['info', undefined]]);
  });

  it('is known from a definition that comes after its objects', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.a.org}
spec:
  group: a.org
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: string}}}}}
  - {name: v0, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
`;
    const widget = (version: string) => `apiVersion: a.org/${version}\nkind: Widget\nmetadata: {name: x}\nspec: 5`;
    expect(said(`${widget('v1')}\n---\n${crd}`)).toEqual(['YML005 /spec']);
    expect(said(`${crd}---\n${widget('v0')}`)).toEqual(['SCH005 /apiVersion', 'SCH002 /spec']);
    expect(said(`${crd}---\n${widget('v2')}`)).toEqual(['SCH006 /apiVersion']);
    expect(said(crd.replace('widgets.a.org', 'x.a.org'))).toEqual(['SCH008 /metadata/name']);
  });
});
