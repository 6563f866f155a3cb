import { describe, expect, it } from 'vitest';
import { answer, ask, briefAnswer } from '../support/ask.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

const web = pod('shop/web', {
  labels: { app: 'web' },
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
  ],
});
const client = pod('shop/client', { labels: { app: 'client' } });
const only = (ports: string, from = '') =>
  policy('shop/p', `{ podSelector: { matchLabels: { app: web } }, ingress: [{ ports: ${ports}${from} }] }`);

describe('a question', () => {
  const analysis = analysisOf(together(web, client, only('[{ port: 8080 }]')));

  it.each([
    ['with a port is allowed or denied', 'shop/client > shop/web TCP/8080', 'allow: TCP 8080 / nothing'],
    ['on another port has another answer', 'shop/client > shop/web TCP/80', 'deny: nothing / nothing'],
    ['of another protocol has another answer', 'shop/client > shop/web UDP/8080', 'deny: nothing / nothing'],
    [
      'with a port name asks about what it means at the destination',
      'shop/client > shop/web TCP/http',
      'allow: TCP 8080 / nothing',
    ],
    ['with a name of another protocol too', 'shop/client > shop/web UDP/dns', 'deny: nothing / nothing'],
    ['without a port is about all that is allowed', 'shop/client > shop/web', 'allow: TCP 8080 / nothing'],
    ['may come from outside', '8.8.8.8 > shop/web TCP/8080', 'allow: TCP 8080 / nothing'],
    ['may go outside', 'shop/web > 2001:db8::1', 'allow: all / nothing'],
    ['may not be about two ends outside', '8.8.8.8 > 9.9.9.9', 'unknown-name'],
    ['may not name a port that is not declared', 'shop/client > shop/web TCP/dns', 'unknown-name'],
    ['may not name a port outside', 'shop/client > 8.8.8.8 TCP/http', 'unknown-name'],
    ['may not begin nowhere', 'shop/nobody > shop/web', 'unknown-name'],
    ['may not end nowhere', 'shop/web > shop/nobody', 'unknown-name'],
  ])('%s', (_says, question, expected) => {
    expect(briefAnswer(analysis, question)).toBe(expected);
  });

  it('about a port name that is not there says which names are', () => {
    expect(ask(analysis, 'shop/client > shop/web UDP/http')).toMatchObject({
      detail: 'shop/web has no UDP port called http',
      alternatives: ['dns'],
    });
  });

  it('whose answer the bundle does not hold is unknown', () => {
    const block = analysisOf(together(web, client, only('[]', ', from: [{ ipBlock: { cidr: 10.0.0.0/8 } }]')));
    expect(briefAnswer(block, 'shop/client > shop/web TCP/80')).toBe('unknown: nothing / TCP 80');
    expect(briefAnswer(block, 'shop/client > shop/web')).toBe('unknown: nothing / all');
  });
});

describe('a pod', () => {
  const closed = policy('shop/p', '{ policyTypes: [Ingress, Egress] }');

  it('always reaches itself, by whatever name or address', () => {
    const analysis = analysisOf(together(pod('shop/web', { status: { podIP: '10.0.0.1' } }), client, closed));
    expect(briefAnswer(analysis, 'shop/web > shop/web TCP/80')).toBe('allow: TCP 80 / nothing');
    expect(briefAnswer(analysis, 'shop/web[Pod] > web')).toBe('allow: all / nothing');
    expect(briefAnswer(analysis, 'shop/web > 10.0.0.1')).toBe('allow: all / nothing');
    expect(briefAnswer(analysis, 'shop/web > shop/client')).toBe('deny: nothing / nothing');
    expect(answer(analysis, 'web > web').reasons).toMatchObject([{ verdict: 'default-allow' }]);
  });

  it('is not itself as a workload of pods, which may be two', () => {
    const analysis = analysisOf(together(workload('Deployment', 'shop/web'), closed));
    expect(briefAnswer(analysis, 'shop/web > shop/web')).toBe('deny: nothing / nothing');
  });

  it('of a StatefulSet is itself, and its neighbour is not', () => {
    const analysis = analysisOf(together(workload('StatefulSet', 'shop/db', {}, { replicas: 2 }), closed));
    expect(briefAnswer(analysis, 'shop/db-0 > shop/db-0')).toBe('allow: all / nothing');
    expect(briefAnswer(analysis, 'shop/db-0 > shop/db-1')).toBe('deny: nothing / nothing');
  });
});

describe('a workload of variants', () => {
  const owner = { kind: 'ReplicaSet', name: 'web' };
  const variant = (v: string, ports: Parameters<typeof pod>[1] = {}) =>
    pod(`shop/web-${v}`, { owner, labels: { app: 'web', v }, ...ports });
  const open = (v: string, port: number) =>
    policy(`shop/p${v}`, `{ podSelector: { matchLabels: { v: ${v} } }, ingress: [{ ports: [{ port: ${port} }] }] }`);

  it('has one verdict where all of them have it', () => {
    const analysis = analysisOf(together(variant('a'), variant('b'), client, open('a', 80)));
    expect(briefAnswer(analysis, 'shop/client > shop/web TCP/80')).toBe('allow: TCP 80 / nothing');
    expect(answer(analysis, 'shop/client > shop/web TCP/80').variants).toEqual([]);
  });

  it('is mixed where they differ, and then each pair has its verdict', () => {
    const analysis = analysisOf(together(variant('a'), variant('b'), client, open('a', 80)));
    const { verdict, variants, allow } = answer(analysis, 'shop/client > shop/web TCP/81');
    expect(verdict).toBe('mixed');
    expect(allow).toEqual([]);
    expect(variants).toEqual([
      { from: 'shop/client[Pod]', to: 'shop/web[ReplicaSet]#1', verdict: 'deny' },
      { from: 'shop/client[Pod]', to: 'shop/web[ReplicaSet]#2', verdict: 'allow' },
    ]);
  });

  it('is mixed where each is open, and no port is open at all of them', () => {
    const analysis = analysisOf(together(variant('a'), variant('b'), client, open('a', 80), open('b', 81)));
    expect(briefAnswer(analysis, 'shop/client > shop/web')).toBe('mixed: nothing / nothing');
    expect(answer(analysis, 'shop/client > shop/web').variants.map((v) => v.verdict)).toEqual(['allow', 'allow']);
  });

  it('is asked about by the number of one variant, or by a pod of it', () => {
    const analysis = analysisOf(together(variant('a'), variant('b'), client, open('a', 80)));
    expect(briefAnswer(analysis, 'client > shop/web[ReplicaSet]#1 TCP/81')).toBe('deny: nothing / nothing');
    expect(briefAnswer(analysis, 'client > shop/web-b TCP/81')).toBe('allow: TCP 81 / nothing');
  });

  it('may mean different ports by one name', () => {
    const named = (port: number) => ({ ports: [{ name: 'http', containerPort: port }] });
    const text = together(variant('a', named(80)), variant('b', named(81)), client);
    const policies = together(only('[{ port: http }]'), open('b', 99));
    const analysis = analysisOf(together(text, policies));
    expect(answer(analysis, 'client > shop/web TCP/http').verdict).toBe('allow');
    expect(briefAnswer(analysis, 'client > shop/web-a TCP/http')).toBe('allow: TCP 80 / nothing');
    expect(briefAnswer(analysis, 'client > shop/web-b TCP/http')).toBe('allow: TCP 81 / nothing');
  });
});
