/**
 * Findings as GitHub Flavored Markdown, made for one comment on a pull request: a hidden mark by which it is found again,
 * the counts, and the findings of each file folded up. A comment holds so many characters; what is beyond is counted.
 */

import { forMarkdown } from '../../util/escape.ts';
import { byFile, type FindingsReport, type ReportedFinding } from './report.ts';

/** Whoever posts the comment looks for it, and replaces what it finds. */
export const COMMENT_MARK = '<!-- portolan: validate -->';
/** Of 65,536 that GitHub takes, with room for what stands around. */
const MOST_CHARACTERS = 60_000;

export function* findingsMarkdown({ findings, suppressed }: FindingsReport): Generator<string> {
  let left = MOST_CHARACTERS;
  let skipped = 0;
  for (const [file, own] of byFile(findings)) {
    const text = fileText(file, own);
    if (text.length > left) {
      skipped += own.length;
      continue;
    }
    left -= text.length;
    yield text;
  }
  if (findings.length === 0) yield '\nNothing is wrong.\n';
  if (skipped > 0) yield `\n${skipped} more findings do not fit here.\n`;
  if (suppressed.length > 0) yield `\n${suppressed.length} known and not counted.\n`;
}

function fileText(file: string, findings: readonly ReportedFinding[]): string {
  const rows = findings.map(({ line, severity, rule, message, fix }) => {
    const advice = fix ? ` Fix: ${forMarkdown(fix.title)}.` : '';
    return `| ${line ?? ''} | ${severity} | ${forMarkdown(rule)} | ${forMarkdown(message)}${advice} |\n`;
  });
  const open = findings.some(({ severity }) => severity === 'error') ? ' open' : '';
  const name = file === '' ? 'The request' : forMarkdown(file);
  const head = '| line | severity | rule | what |\n| --- | --- | --- | --- |\n';
  return `\n<details${open}><summary>${name} (${findings.length})</summary>\n\n${head}${rows.join('')}\n</details>\n`;
}
