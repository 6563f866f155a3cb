/** Checkstyle's XML, which many build servers and review tools read (https://checkstyle.org/). */

import { forXml } from '../../util/escape.ts';
import { findingsFormat } from './findings-format.ts';
import { byFile, type FindingsReport, type ReportedFinding } from './report.ts';

export const checkstyle = findingsFormat({
  name: 'checkstyle',
  mediaType: 'application/checkstyle+xml',
  parameters: 'charset=utf-8',
  description: 'Checkstyle XML.',
  writeFindings: checkstyleText,
});

function* checkstyleText({ findings }: FindingsReport): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  for (const [file, own] of byFile(findings)) {
    yield `  <file name="${forXml(file || 'the request')}">\n`;
    for (const finding of own) yield errorText(finding);
    yield '  </file>\n';
  }
  yield '</checkstyle>\n';
}

function errorText({ line = 1, column, severity, message, rule }: ReportedFinding): string {
  const place = `line="${line}"${column === undefined ? '' : ` column="${column}"`}`;
  return `    <error ${place} severity="${severity}" message="${forXml(message)}" source="portolan.${forXml(rule)}"/>\n`;
}
