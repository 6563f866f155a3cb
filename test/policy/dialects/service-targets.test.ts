import { describe, expect, it } from 'vitest';
import { readCluster } from '../../../src/kubernetes/cluster.ts';
import { eachFrontEnd } from '../../../src/policy/dialects/front-ends.ts';
import { ServiceTargets } from '../../../src/policy/dialects/service-targets.ts';
import { documentsOf } from '../../support/bundle.ts';
import { together } from '../../support/objects.ts';

const service = (name: string, spec: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: ${name}, namespace: a }, spec: ${spec} }`;

const PORTS =
  'ports: [{ name: p, port: 1 }, { name: q, port: 2, targetPort: 1 }, { name: r, port: 3, targetPort: web }]';
const cluster = readCluster(
  documentsOf(
    together(
      service('one', `{ selector: { app: web, tier: front }, ${PORTS} }`),
      service('two', `{ selector: { tier: front, app: web }, ${PORTS} }`),
      service('byhand', `{ ${PORTS} }`),
      '{ apiVersion: v1, kind: Endpoints, metadata: { name: byhand, namespace: a }, subsets: [{ addresses: [{ ip: 10.0.0.1 }], ports: [{ name: q, port: 9 }] }] }',
    ),
  ),
  'default',
);
const targets = new ServiceTargets(cluster);
const [one, two, byhand] = ['one', 'two', 'byhand'].flatMap((name) => cluster.services.get(`a/${name}`) ?? []);
if (!one || !two || !byhand) throw new Error('a Service is missing');

describe('the targets of a Service', () => {
  it('are the same peers for all its ports, pods before hosts', () => {
    const [first, second] = one.ports.map((port) => targets.ofPort(one, port).map((t) => t.to));
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]).toBe(first?.[1]);
    expect(first?.map((to) => to.kind === 'endpoints' && to.selector.over)).toEqual(['pods', 'hosts']);
  });

  it('are the same selectors as those of another that selects alike', () => {
    const [a, b] = [one, two].map((s) => targets.peers(s).map((to) => to.kind === 'endpoints' && to.selector));
    expect(a?.[0]).toBe(b?.[0]);
    expect(a?.[1]).toBe(b?.[1]);
  });

  it('have the ports of the endpoint, a name being resolved there', () => {
    const [p, q, r] = one.ports.map((port) => targets.ofPort(one, port)[0]?.ports);
    expect(q).toBe(p);
    expect(r).toEqual({ numbers: [], names: [{ name: 'web', protocol: 'TCP' }] });
  });

  it('are addresses written by hand where it selects nothing, at the ports of the same name', () => {
    const [p, q] = byhand.ports.map((port) => targets.ofPort(byhand, port));
    expect(p?.[0]?.ports.numbers).toEqual([]);
    expect(q?.[0]?.ports.numbers).toEqual([{ first: 9, last: 9 }]);
    expect(q?.[0]?.to).toBe(p?.[0]?.to);
  });
});

describe('a front end', () => {
  it('has an id and the names cluster DNS gives its Service', () => {
    const [front] = eachFrontEnd(cluster);
    expect(front?.id).toBe('a/one[Service]');
    expect(front?.names).toEqual(['one.a', 'one.a.svc', 'one.a.svc.cluster.local']);
  });
});
