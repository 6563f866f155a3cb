import { describe, expect, it } from 'vitest';
import { answer, reasons } from '../support/ask.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

const web = pod('a/web', { labels: { app: 'web' } });
const db = pod('a/db', { labels: { app: 'db' }, ports: [{ name: 'sql', containerPort: 5432 }] });
const toDb = (rules: string, name = 'p') =>
  policy(`a/${name}`, `{ podSelector: { matchLabels: { app: db } }, ingress: ${rules} }`);
const fromWeb = (rules: string) =>
  policy('a/out', `{ policyTypes: [Egress], podSelector: { matchLabels: { app: web } }, egress: ${rules} }`);
const WEB = '{ podSelector: { matchLabels: { app: web } } }';
const OPEN_OUT = 'egress not-isolated: no policy selects a/web for egress, so everything is open';

/** The reasons of `a/web > a/db TCP/5432` with these further objects. */
function why(...more: readonly string[]): string[] {
  return reasons(analysisOf(together(web, db, ...more)), 'a/web > a/db TCP/5432');
}

describe('an open connection', () => {
  it('that no policy is about is open on both sides', () => {
    expect(why()).toEqual([
      OPEN_OUT,
      'ingress not-isolated: no policy selects a/db for ingress, so everything is open',
    ]);
  });

  it('names the rule that allows it, as its author counts', () => {
    expect(why(toDb(`[{ ports: [{ port: 1 }] }, { from: [${WEB}], ports: [{ port: 5432 }] }]`))).toEqual([
      OPEN_OUT,
      'ingress allow: NetworkPolicy a/p, ingress rule 2, allows a/web into a/db on TCP 5432',
    ]);
  });

  it('names the rules of both sides, egress first', () => {
    expect(why(toDb(`[{ from: [${WEB}] }]`), fromWeb('[{}]'))).toEqual([
      'egress allow: NetworkPolicy a/out, egress rule 1, allows a/web to a/db on TCP 5432',
      'ingress allow: NetworkPolicy a/p, ingress rule 1, allows a/web into a/db on TCP 5432',
    ]);
  });

  it('names every policy that allows it', () => {
    expect(why(toDb('[{}]', 'p'), toDb('[{}]', 'q')).slice(1)).toEqual([
      'ingress allow: NetworkPolicy a/p, ingress rule 1, allows a/web into a/db on TCP 5432',
      'ingress allow: NetworkPolicy a/q, ingress rule 1, allows a/web into a/db on TCP 5432',
    ]);
  });

  it('points at the rule', () => {
    const { reasons: all } = answer(analysisOf(together(web, db, toDb('[{}]'))), 'a/web > a/db');
    const [, ingress] = all;
    expect(ingress).toMatchObject({ rule: 0, origin: { pointer: '/spec/ingress/0' }, policy: { name: 'p' } });
  });

  it('says "every port" where every port is asked about and open', () => {
    const analysis = analysisOf(together(web, db, toDb('[{}]')));
    expect(reasons(analysis, 'a/web > a/db')[1]).toBe(
      'ingress allow: NetworkPolicy a/p, ingress rule 1, allows a/web into a/db on every port',
    );
  });
});

describe('a closed connection', () => {
  const selects = 'ingress default-deny: NetworkPolicy a/p selects a/db';
  const closed = ', and none of its ingress rules admits a/web on TCP 5432';

  it.each([
    ['has no rule', '[]', ' and has no ingress rule, so it admits nobody'],
    [
      'has the peer on other ports',
      `[{ from: [${WEB}], ports: [{ port: 80 }] }]`,
      `${closed} (rule 1 admits this peer, but only on TCP 80)`,
    ],
    [
      'has the port for other peers',
      '[{ from: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: 5432 }] }]',
      `${closed} (rule 1 is open on that port, but for pods with app=api, and this peer has app=web)`,
    ],
    [
      'has the peer on a port name that is not there',
      `[{ from: [${WEB}], ports: [{ port: http }] }]`,
      `${closed} (rule 1 means the port named http, which is not there)`,
    ],
    ['has neither', '[{ from: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: 80 }] }]', closed],
  ])('says that its policy %s', (_says, rules, miss) => {
    expect(why(toDb(rules))).toEqual([OPEN_OUT, selects + miss]);
  });

  it('names every policy that isolates, and points at it', () => {
    const analysis = analysisOf(together(web, db, toDb('[]', 'p'), toDb('[]', 'q')));
    const ingress = answer(analysis, 'a/web > a/db TCP/1').reasons.slice(1);
    expect(ingress.map((r) => [r.verdict, r.policy?.name, r.rule, r.origin?.pointer])).toEqual([
      ['default-deny', 'p', undefined, ''],
      ['default-deny', 'q', undefined, ''],
    ]);
  });

  it('says what is open beside it where no port was asked for', () => {
    const analysis = analysisOf(together(web, db, toDb(`[{ from: [${WEB}], ports: [{ port: sql }] }]`)));
    const [, allows, denies] = reasons(analysis, 'a/web > a/db');
    expect(allows).toBe('ingress allow: NetworkPolicy a/p, ingress rule 1, allows a/web into a/db on TCP 5432');
    expect(denies).toContain('TCP 1-5431,5433-65535');
  });
});

describe('an end without policies of its own', () => {
  it('has no reason where it is outside', () => {
    expect(reasons(analysisOf(together(db, toDb('[{}]'))), '8.8.8.8 > a/db TCP/1')).toEqual([
      'ingress allow: NetworkPolicy a/p, ingress rule 1, allows 8.8.8.8 into a/db on TCP 1',
    ]);
    expect(reasons(analysisOf(web), 'a/web > 8.8.8.8 TCP/1')).toEqual([OPEN_OUT]);
  });

  it('says so where it uses the network of its node', () => {
    const host = pod('a/db', { spec: { hostNetwork: true } });
    expect(reasons(analysisOf(together(web, host, policy('a/p', '{}'))), 'a/web > a/db TCP/1')).toEqual([
      OPEN_OUT,
      "ingress not-isolated: a/db uses its node's network, so no policy selects it",
    ]);
  });
});

describe('what is unknown', () => {
  it('says that an address is not shown', () => {
    const block = toDb('[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]');
    expect(why(block)[1]).toBe(
      'ingress unknown: NetworkPolicy a/p, ingress rule 1, allows a/web into a/db on TCP 5432 perhaps: the address of a/web is not shown',
    );
    expect(why(block)[2]).toMatch(/^ingress default-deny: NetworkPolicy a\/p selects a\/db/);
  });

  it('says that the value of a label of the other end is not shown', () => {
    const hash = policy(
      'a/p',
      '{ podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ podSelector: { matchLabels: { pod-template-hash: abc } } }] }] }',
    );
    const analysis = analysisOf(together(workload('Deployment', 'a/web'), db, hash));
    expect(reasons(analysis, 'a/web > a/db TCP/1')[1]).toBe(
      'ingress unknown: NetworkPolicy a/p, ingress rule 1, allows a/web[Deployment] into a/db on TCP 1 perhaps: the value of a label of a/web[Deployment] is not shown',
    );
  });

  it('says that a policy may select an end, where a label of that end is not shown', () => {
    const hash = policy('a/p', '{ podSelector: { matchLabels: { pod-template-hash: abc } } }');
    const analysis = analysisOf(together(web, workload('Deployment', 'a/db'), hash));
    const { verdict } = answer(analysis, 'a/web > a/db TCP/1');
    expect(verdict).toBe('unknown');
    expect(reasons(analysis, 'a/web > a/db TCP/1').slice(1)).toEqual([
      'ingress unknown: NetworkPolicy a/p may select a/db[Deployment] and has no ingress rule, so it admits nobody: the value of a label of a/db[Deployment] is not shown',
      'ingress default-allow: otherwise no policy decides a/web into a/db[Deployment] on TCP 1, so it is open',
    ]);
  });

  it('names the policy that is not evaluated, though nothing else would close the connection', () => {
    const calico = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';
    const all = why(calico);
    expect(all).toContain(
      'ingress unknown: GlobalNetworkPolicy g, ingress rule 1, denies a/web into a/db on TCP 5432 perhaps: GlobalNetworkPolicy g is not evaluated',
    );
    expect(all).toContain(
      'ingress default-allow: otherwise no policy decides a/web into a/db on TCP 5432, so it is open',
    );
  });

  it('says that the node of a pod is not shown', () => {
    const host = pod('b/host', { spec: { hostNetwork: true, nodeName: 'n1' } });
    const analysis = analysisOf(together(db, host, toDb('[]')));
    expect(reasons(analysis, 'b/host > a/db TCP/1')[1]).toBe(
      'ingress unknown: Node n1, ingress rule 1, allows b/host into a/db on TCP 1 perhaps: the node of a/db is not shown',
    );
  });

  it('is left out where it changes nothing', () => {
    const host = pod('b/host', { spec: { hostNetwork: true, nodeName: 'n1' } });
    expect(reasons(analysisOf(together(db, host)), 'b/host > a/db TCP/1').slice(1)).toEqual([
      'ingress default-allow: no policy decides b/host into a/db on TCP 1, so it is open',
    ]);
  });
});
