/**
 * Workflow commands of GitHub Actions
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands): annotations beside the lines.
 * A step shows ten of each kind; what is beyond goes to the log, folded up.
 */

import { forTerminal, forWorkflowData, forWorkflowProperty } from '../../util/escape.ts';
import { findingsFormat } from './findings-format.ts';
import {
  bySeverity,
  type FindingsReport,
  type ReportedFinding,
  type ReportedSeverity,
  relativePath,
} from './report.ts';

const COMMANDS: Readonly<Record<ReportedSeverity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const MOST_OF_A_KIND = 10;

export const github = findingsFormat({
  name: 'github',
  mediaType: 'text/x-github-actions',
  parameters: 'charset=utf-8',
  description: 'Workflow commands of GitHub Actions.',
  writeFindings: commands,
});

function* commands({ findings }: FindingsReport): Generator<string> {
  const counts = new Map<ReportedSeverity, number>();
  const others: ReportedFinding[] = [];
  for (const finding of bySeverity(findings)) {
    const count = counts.get(finding.severity) ?? 0;
    counts.set(finding.severity, count + 1);
    if (count < MOST_OF_A_KIND) yield commandOf(finding);
    else others.push(finding);
  }
  if (others.length === 0) return;
  yield `::group::${others.length} more findings\n`;
  for (const { file = '', line, severity, rule, message } of others) {
    // A line that begins like a command would be one.
    yield ` ${forTerminal(`${file}:${line ?? ''} ${severity} ${rule} ${message}`)}\n`;
  }
  yield '::endgroup::\n';
}

function commandOf({ severity, rule, message, file, line, column }: ReportedFinding): string {
  const place = file === undefined ? {} : { file: relativePath(file), line, col: column };
  const properties = Object.entries({ ...place, title: rule })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${forWorkflowProperty(`${value}`)}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${forWorkflowData(message)}\n`;
}
