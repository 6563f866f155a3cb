/** A report of findings with everything in it that a format may trip over. */

import type { FindingsReport, ReportedFinding } from '../../../src/render/findings/report.ts';

export const HOSTILE = 'a "b" <c> & %d,e:f\n::error::g\u202e | `h` @i';

export const SOURCE = `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector:
    app: webb # the shop
  ports: [{port: 80}]
`;

const finding = (over: Partial<ReportedFinding>): ReportedFinding => ({
  rule: 'SVC001',
  severity: 'warning',
  message: 'No pod has app=webb.',
  file: 'a b/web.yaml',
  line: 6,
  column: 5,
  path: '/spec/selector/app',
  resource: { kind: 'Service', namespace: 'default', name: 'web' },
  fingerprint: '00000000000000aa',
  ...over,
});

export const FIXED = finding({
  fix: {
    title: 'Select app=web',
    safe: false,
    edits: [{ file: 'a b/web.yaml', start: { line: 6, column: 10 }, end: { line: 6, column: 14 }, text: 'web' }],
  },
});

export function sampleReport(over: Partial<FindingsReport> = {}): FindingsReport {
  return {
    findings: [
      FIXED,
      finding({ rule: 'NET019', severity: 'info', line: 1, column: 1, path: '', message: HOSTILE, fingerprint: 'b' }),
      finding({ rule: 'SCH003', severity: 'error', file: './c.yaml', line: 9, message: '100%', fingerprint: 'c' }),
      { rule: 'REQ001', severity: 'warning', message: 'no workload is called x', fingerprint: 'd' },
    ],
    suppressed: [finding({ rule: 'SVC009', fingerprint: 'e', suppressed: { by: 'comment', reason: 'ours' } })],
    rules: [
      {
        id: 'SVC001',
        title: 'Service selects no pod',
        severity: 'warning',
        category: 'service',
        why: 'Why.',
        fix: 'Fix.',
        references: ['https://kubernetes.io/'],
      },
    ],
    files: ['a b/web.yaml', './c.yaml', 'sound.yaml'],
    source: (file) => (file === 'a b/web.yaml' ? SOURCE : undefined),
    ...over,
  };
}

export function manyFindings(count: number): ReportedFinding[] {
  return Array.from({ length: count }, (_, i) => finding({ line: i + 1, fingerprint: `${i}` }));
}
