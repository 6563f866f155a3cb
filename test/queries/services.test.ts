/** Questions about Services: they are followed to the pods behind, and policy decides at the pods' own ports. */

import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { answer, ask, briefAnswer } from '../support/ask.ts';
import { analysisOf } from '../support/bundle.ts';

const pod = (name: string, labels: string, ports = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: a, labels: { ${labels} } }\nspec: { containers: [{ name: c, ports: [${ports}] }] }\n`;

const service = (spec: string, name = 'web'): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: a }\nspec: { ${spec} }\n`;

const ingressOn = (port: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: a }\nspec: { podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: ${port} }] }] }\n`;

const CLIENT = pod('client', 'app: client');
const join = (...documents: string[]): Analysis => analysisOf([CLIENT, ...documents].join('---\n'));

describe('a question about a Service', () => {
  it('trap 58: a policy that admits the Service port and not the target port blocks', () => {
    const web = [pod('one', 'app: web'), service('selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]')];
    expect(answer(join(...web, ingressOn('80')), 'a/client > a/web[Service] TCP/80').verdict).toBe('deny');
    expect(answer(join(...web, ingressOn('8080')), 'a/client > a/web[Service] TCP/80')).toMatchObject({
      verdict: 'allow',
      reaches: 'a/one[Pod]:8080',
    });
  });

  it('trap 59: a named targetPort is looked up at each pod', () => {
    const analysis = join(
      pod('one', 'app: web', '{ name: http, containerPort: 8080 }'),
      pod('two', 'app: web', '{ name: http, containerPort: 9090 }'),
      pod('three', 'app: web'),
      service('selector: { app: web }, ports: [{ port: 80, targetPort: http }]'),
    );
    const found = answer(analysis, 'a/client > web.a.svc.cluster.local TCP/80');
    expect(found.reaches).toBe('a/one[Pod]:8080, a/two[Pod]:9090');
  });

  it('trap 60: a selector finds no pods of another namespace', () => {
    const elsewhere = pod('one', 'app: web').replace('namespace: a', 'namespace: b');
    const analysis = join(elsewhere, service('selector: { app: web }, ports: [{ port: 80 }]'));
    expect(ask(analysis, 'a/client > a/web[Service] TCP/80')).toMatchObject({ code: 'unknown-name' });
  });

  it('trap 61: without a selector its EndpointSlice leads on', () => {
    const addressed = `${pod('one', 'app: web')}status: { podIP: 10.0.0.7 }\n`;
    const slice = `apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: web-1, namespace: a, labels: { kubernetes.io/service-name: web } }\naddressType: IPv4\nendpoints: [{ addresses: [10.0.0.7] }]\nports: [{ port: 8443 }]\n`;
    const analysis = join(addressed, service('ports: [{ port: 443 }]'), slice);
    expect(answer(analysis, 'a/client > a/web[Service] TCP/443').reaches).toBe('a/one[Pod]:8443');
  });

  it('trap 62: an ExternalName is no way to a pod', () => {
    const analysis = join(service('type: ExternalName, externalName: db.example.com'));
    expect(ask(analysis, 'a/client > a/web[Service] TCP/80')).toMatchObject({ code: 'unknown-name' });
  });

  it('trap 63: behind a headless Service the dialled port is the pod’s', () => {
    const headless = service('clusterIP: None, selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]');
    const analysis = join(pod('one', 'app: web'), headless, ingressOn('80'));
    expect(answer(analysis, 'a/client > a/web[Service] TCP/80').verdict).toBe('allow');
    expect(answer(analysis, 'a/client > a/web[Service] TCP/8080').verdict).toBe('deny');
  });

  it('is answered by DNS name in every form, and by namespace/name where no workload has it', () => {
    const analysis = join(pod('one', 'app: web'), service('selector: { app: web }, ports: [{ port: 80 }]'));
    for (const name of [
      'a/web[Service]',
      'web.a',
      'web.a.svc',
      'web.a.svc.cluster.local',
      'web.a.svc.cluster.local.',
      'a/web',
    ]) {
      expect(answer(analysis, `a/client > ${name} TCP/80`).verdict, name).toBe('allow');
    }
  });

  it('prefers the workload where both have the name', () => {
    const analysis = join(
      pod('web', 'app: web'),
      service('selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]'),
    );
    expect(answer(analysis, 'a/client > a/web TCP/80').reaches).toBeUndefined();
  });

  it('of a port it does not have is a problem that names those it has', () => {
    const analysis = join(pod('one', 'app: web'), service('selector: { app: web }, ports: [{ port: 80 }]'));
    expect(ask(analysis, 'a/client > a/web[Service] TCP/81')).toMatchObject({ alternatives: ['TCP/80'] });
  });

  it('is mixed where its pods differ, with each of them', () => {
    const analysis = join(
      pod('one', 'app: web'),
      pod('two', 'app: web, locked: "1"'),
      service('selector: { app: web }, ports: [{ port: 80 }]'),
      ingressOn('81').replace('app: web', 'locked: "1"'),
    );
    const found = answer(analysis, 'a/client > a/web[Service] TCP/80');
    expect(found.verdict).toBe('mixed');
    expect(found.variants.map((v) => `${v.to} ${v.verdict}`)).toEqual(['a/one[Pod] allow', 'a/two[Pod] deny']);
  });

  it('without a port is about every port of the Service', () => {
    const analysis = join(
      pod('one', 'app: web'),
      service('selector: { app: web }, ports: [{ name: a, port: 80 }, { name: b, port: 53, protocol: UDP }]'),
    );
    expect(briefAnswer(analysis, 'a/client > a/web[Service]')).toBe('allow: TCP 80; UDP 53 / nothing');
  });
});
