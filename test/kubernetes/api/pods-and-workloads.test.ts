/** What the API server refuses of what runs pods beside what schemas say. A case is an object in YAML and `RULE pointer` of what is said. */

import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

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
