/** The rules of validate as plain text, for whoever reads them at a terminal. */

import type { Rule } from '../lint/rule.ts';
import { ruleEntry, ruleList } from './rule-json.ts';

/** One line for each rule. */
export function ruleListText(): string {
  return ruleList()
    .map(({ id, severity, title }) => `${id}  ${severity.padEnd(7)}  ${title}\n`)
    .join('');
}

/** Everything about one rule, its examples among it. */
export function ruleText(rule: Rule): string {
  const { id, severity, category, title } = ruleEntry(rule);
  const { why, fix, references, bad, good } = rule;
  return [
    `${id}  ${title}`,
    `  severity  ${severity}\n  category  ${category}`,
    why,
    `Fix: ${fix}`,
    ...bad.map(({ text, line }) => `It speaks of (line ${[line].flat().join(', ')}):\n\n${text}`),
    ...good.map((text) => `It does not speak of:\n\n${text}`),
    references.join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
