/** An answer of about sixty connections, as an operation would give it, for the formats to write. */

import type { Answer, AnswerRecord } from '../../src/render/answer.ts';

const SERVICES = ['adservice', 'cartservice', 'checkoutservice', 'currencyservice', 'emailservice', 'frontend'];

const id = (name: string): string => `shop/${name}[Deployment]`;

export function sampleRows(): string[][] {
  const rows = SERVICES.flatMap((from, index) =>
    SERVICES.filter((to) => to !== from).map((to) => [id(from), id(to), `TCP ${8080 + index}`, '']),
  );
  return [
    ['0.0.0.0/0', id('frontend'), 'TCP 8080', ''],
    ['::/0', id('frontend'), 'TCP 8080', ''],
    ['@ingress-controller', id('frontend'), '', 'TCP 8080'],
    ...rows,
  ];
}

export function sampleAnswer(over: Partial<Answer> = {}): Answer {
  const rows = sampleRows();
  return {
    json: () => ({
      model: 'kubernetes',
      verdict: 'warn',
      complete: true,
      findings: [{ rule: 'NET001', severity: 'warning', message: 'a "quoted" word' }],
      peers: [],
      next: undefined,
      connections: rows.map(([from, to]) => ({ from, to, allow: { TCP: '8080' } })),
      summary: { connections: rows.length },
    }),
    headline: () => `warn: 6 workloads, 3 policies, ${rows.length} connections, 1 warning`,
    *tables() {
      yield { title: 'Connections', name: 'connections', columns: ['from', 'to', 'allow', 'unknown'], rows };
      yield {
        title: 'Findings',
        name: 'findings',
        columns: ['severity', 'rule', 'place', 'message'],
        rows: [['warning', 'NET001', 'policies.yaml:12', 'The policy selects no pod of this bundle.']],
      };
      yield { title: 'Refused', name: 'refused', columns: ['object'], rows: [], empty: 'Nothing was refused.' };
    },
    *records(): Generator<AnswerRecord> {
      yield { t: 'peer', id: id('frontend') };
      yield { t: 'summary', connections: rows.length };
    },
    ...over,
  };
}
