/** Questions about a Docker host: by which way, at which address, and what says so. */

import { describe, expect, it } from 'vitest';
import { evaluateResult, type Query } from '../../src/operations/evaluate.ts';
import { evaluateResult as shape } from '../../src/operations/results.ts';
import { analysisOf, type Files } from '../support/bundle.ts';

const FILE = `services:
  web:
    image: x
    ports: ["192.0.2.10:8080:80", "127.0.0.1:9090:90"]
    networks: [front]
  db:
    image: x
    networks: { back: { ipv4_address: 172.30.0.5 } }
  free: { image: x, ports: ["8000-8010:70"] }
  agent: { image: x, network_mode: host }
networks:
  front: {}
  back: { internal: true }
`;

type Asked = Partial<Query> & Pick<Query, 'from' | 'to'>;
type Result = ReturnType<typeof evaluateResult>['results'][number];

function ask(query: Asked, files: Files = { 'compose.yaml': FILE }): Result {
  const models = analysisOf(files).models();
  const result = evaluateResult(models, { queries: [{ protocol: 'TCP', ...query }] });
  expect(shape.safeParse(result).error?.issues ?? []).toEqual([]);
  const [first] = result.results;
  if (!first) throw new Error('a question has an answer');
  return first;
}

function briefly(query: Asked): string {
  const result = ask(query);
  if ('error' in result) return `error: ${result.error.detail}`;
  return result.reaches === undefined ? result.verdict : `${result.verdict} ${result.reaches}`;
}

describe('a question about a port of the host', () => {
  it('leads to the container that publishes it, at the address it is bound to', () => {
    expect(briefly({ from: '@lan', to: '@host', via: 'published', port: 8080 })).toBe('allow web:80');
    expect(briefly({ from: '@lan', to: '192.0.2.10', via: 'published', port: 8080 })).toBe('allow web:80');
    expect(briefly({ from: '@lan', to: '192.0.2.11', via: 'published', port: 8080 })).toBe('deny');
    expect(briefly({ from: '@host', to: '@host', via: 'loopback', port: 9090 })).toBe('allow web:90');
    expect(briefly({ from: 'agent', to: '127.0.0.1', via: 'loopback', port: 9090 })).toBe('allow web:90');
    expect(briefly({ from: 'web', to: '@host', via: 'loopback', port: 9090 })).toBe('deny web:90');
  });

  it('names the entry that shuts it', () => {
    const result = ask({ from: '@lan', to: '@host', via: 'published', port: 9090 });
    expect(result).toMatchObject({
      verdict: 'deny',
      reasons: [
        {
          via: 'published',
          policy: { kind: 'ports', name: 'web', file: 'compose.yaml', line: 4 },
          text: 'published at 127.0.0.1:9090 and at no other address',
        },
      ],
    });
  });

  it('that nobody publishes is shut, and not a mistake', () => {
    const result = ask({ from: '@lan', to: '@host', via: 'published', port: 81 });
    expect(result).toMatchObject({ verdict: 'deny', reasons: [{ text: 'no service publishes TCP 81 of the host' }] });
  });

  it('that is one of several free ones is unknown', () => {
    expect(briefly({ from: '@lan', to: '@host', via: 'published', port: 8003 })).toBe('unknown free:70');
  });

  it('without a way counts a process of the host, too', () => {
    expect(briefly({ from: 'web', to: '@host', port: 81 })).toBe('allow');
    expect(briefly({ from: 'web', to: '@host', port: 81, via: 'published' })).toBe('deny');
  });
});

describe('a question about an address', () => {
  it('means the service that is given it, or the internet', () => {
    expect(briefly({ from: '@host', to: '172.30.0.5', port: 5432 })).toBe('allow');
    expect(briefly({ from: 'db', to: '203.0.113.9', port: 443 })).toBe('deny');
    expect(briefly({ from: 'web', to: '203.0.113.9', port: 443 })).toBe('allow');
  });

  it('has no answer where no file says who has it', () => {
    for (const to of ['10.1.2.3', '127.0.0.1'])
      expect(briefly({ from: 'web', to })).toMatch(/^error: no file says what is at that address/);
  });
});

describe('a question about a service', () => {
  it('names the networks entry of both sides that opens it', () => {
    const result = ask({ from: 'free', to: 'web', port: 80 });
    expect(result).toMatchObject({
      verdict: 'allow',
      reasons: [
        { direction: 'egress', via: 'published', policy: { kind: 'networks', name: 'project_default' } },
        { direction: 'ingress', via: 'published', policy: { kind: 'ports', name: 'web', line: 4 } },
      ],
    });
  });

  it('says of every way why it is shut', () => {
    const result = ask({ from: 'web', to: 'db', port: 5432 });
    const told =
      'reasons' in result ? result.reasons.map(({ via, direction, text }) => `${via} ${direction}: ${text}`) : [];
    expect(told).toEqual([
      'direct egress: web to db on TCP 5432: web is on project_front only',
      'direct ingress: web into db on TCP 5432: db is on project_back only',
      'published egress: web to db on TCP 5432: the way out is project_front',
      'published ingress: web into db on TCP 5432: db publishes no port',
    ]);
  });

  it('that no file names is an error of its own', () => {
    expect(briefly({ from: 'web', to: 'nobody' })).toBe('error: nothing in the bundle is called nobody');
  });
});

describe('a bundle of both models', () => {
  const POD =
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: cache, namespace: shop }\n';
  const both = { 'compose.yaml': FILE, 'pods.yaml': POD };

  it('is asked by the names: each question is of the model that has them', () => {
    expect(ask({ from: 'agent', to: 'db', port: 1 }, both)).toMatchObject({ model: 'docker', verdict: 'allow' });
    expect(ask({ from: 'shop/web', to: 'shop/cache', port: 1 }, both)).toMatchObject({ model: 'kubernetes' });
  });

  it('has an error for a question whose names are in both', () => {
    const twice = {
      ...both,
      'more.yaml': POD.replaceAll('cache', 'db').replace(/metadata: \{ name: web/, 'metadata: { name: agent'),
    };
    expect(ask({ from: 'web', to: 'db' }, twice)).toMatchObject({
      error: { type: '/problems/ambiguous-name', alternatives: ['model=kubernetes', 'model=docker'] },
    });
  });

  it('has no way of Docker’s in a cluster', () => {
    expect(ask({ from: 'shop/web', to: 'shop/cache', via: 'direct' }, { 'pods.yaml': POD })).toMatchObject({
      error: { type: '/problems/invalid-options' },
    });
  });
});
