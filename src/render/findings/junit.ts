/**
 * JUnit's XML as build servers read it (there is no official schema; Jenkins' is taken for one): a suite for each file,
 * a case for each rule and object, which fails where the finding is more than a note.
 */

import { forXml } from '../../util/escape.ts';
import { findingsFormat } from './findings-format.ts';
import { byFile, type FindingsReport, objectText, type ReportedFinding } from './report.ts';

export const junit = findingsFormat({
  name: 'junit',
  mediaType: 'application/junit+xml',
  parameters: 'charset=utf-8',
  description: 'JUnit XML: a test for each rule and object of each file.',
  writeFindings: junitText,
});

function* junitText({ findings, suppressed, files }: FindingsReport): Generator<string> {
  const all = byFile([...findings, ...suppressed]);
  const names = [...new Set([...files, ...all.keys()])];
  const cases = names.map((file) => [file, casesOf(file, all.get(file) ?? [])] as const);
  const total = cases.reduce((sum, [, own]) => sum + own.length, 0);
  const failed = cases.reduce((sum, [, own]) => sum + failures(own), 0);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="portolan validate" tests="${total}" failures="${failed}" errors="0">\n`;
  for (const [file, own] of cases) {
    const skipped = own.filter(({ state }) => state === 'skipped').length;
    yield `  <testsuite name="${forXml(file || 'the request')}" tests="${own.length}" failures="${failures(own)}" errors="0" skipped="${skipped}">\n`;
    for (const one of own) yield caseText(file, one);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

interface TestCase {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly findings: readonly ReportedFinding[];
}

/** A file that nothing is found in is a test that passes. */
function casesOf(file: string, findings: readonly ReportedFinding[]): TestCase[] {
  const byName = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const name = [finding.rule, objectText(finding)].filter((part) => part !== '').join(' ');
    byName.set(name, [...(byName.get(name) ?? []), finding]);
  }
  const cases = Array.from(byName, ([name, own]): TestCase => ({ name, state: stateOf(own), findings: own }));
  return cases.length > 0 || file === '' ? cases : [{ name: 'no finding', state: 'passed', findings: [] }];
}

function stateOf(findings: readonly ReportedFinding[]): TestCase['state'] {
  const standing = findings.filter(({ suppressed }) => !suppressed);
  if (standing.length === 0) return 'skipped';
  return standing.some(({ severity }) => severity !== 'info') ? 'failed' : 'passed';
}

function failures(cases: readonly TestCase[]): number {
  return cases.filter(({ state }) => state === 'failed').length;
}

function caseText(file: string, { name, state, findings }: TestCase): string {
  const open = `    <testcase classname="${forXml(file || 'the request')}" name="${forXml(name)}"`;
  const [first] = findings;
  if (!first) return `${open}/>\n`;
  const lines = findings.map(({ line, column, severity, message }) => {
    return forXml(`${[file, line, column].filter((part) => part !== undefined).join(':')} ${severity}: ${message}`);
  });
  const body = lines.join('\n');
  if (state === 'skipped')
    return `${open}><skipped message="${forXml(first.suppressed?.reason ?? 'known')}"/></testcase>\n`;
  if (state === 'passed') return `${open}><system-out>${body}</system-out></testcase>\n`;
  const worst = findings.find(({ severity }) => severity === 'error') ?? first;
  return `${open}><failure message="${forXml(worst.message)}" type="${worst.severity}">${body}</failure></testcase>\n`;
}
