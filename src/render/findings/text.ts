/** Findings for people at a terminal: by file, each with its line and a caret under the place. */

import { forTerminal } from '../../util/escape.ts';
import { byFile, type FindingsReport, objectText, type ReportedFinding } from './report.ts';
import { SourceLines } from './source-line.ts';

export function* findingsText({ findings, suppressed, source }: FindingsReport): Generator<string> {
  const lines = new SourceLines(source);
  for (const [file, own] of byFile(findings)) {
    yield `\n${forTerminal(file === '' ? '(the request)' : file)}\n`;
    for (const finding of own) yield* findingText(finding, lines);
  }
  if (findings.length === 0) yield '\nNothing is wrong.\n';
  if (suppressed.length > 0) yield `\n${suppressed.length} known and not counted.\n`;
}

function* findingText(finding: ReportedFinding, lines: SourceLines): Generator<string> {
  const { line, column, severity, rule, message, fix } = finding;
  const place = [line, column].filter((part) => part !== undefined).join(':');
  const object = objectText(finding);
  const about = object === '' ? '' : `  ${forTerminal(object)}`;
  yield `\n  ${place.padEnd(7)} ${severity.padEnd(7)} ${forTerminal(rule)}${about}\n    ${forTerminal(message)}\n`;
  const shown = lines.of(finding);
  if (shown) {
    const number = `${line ?? ''}`;
    yield `      ${number} | ${shown.text}\n      ${' '.repeat(number.length)} | ${' '.repeat(shown.before)}^\n`;
  }
  if (fix) yield `    fix: ${forTerminal(fix.title)}\n`;
}
