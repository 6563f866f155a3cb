/** Findings as a table for people: `file:line:column`, how bad, which rule, what. */

import type { Table } from '../render/answer.ts';
import type { FindingJson } from './results.ts';

/** No table where there is nothing to say. */
export function findingsTable(findings: readonly FindingJson[]): Table[] {
  if (findings.length === 0) return [];
  const rows = findings.map((f) => [placeText(f), f.severity, f.rule, f.message]);
  return [{ title: 'Findings', name: 'findings', columns: ['where', 'severity', 'rule', 'message'], rows }];
}

function placeText({ file, line, column }: FindingJson): string {
  return [file ?? '', line, column].filter((part) => part !== undefined).join(':');
}
