/** The rules as documents: what a list says of each, and everything about one. */

import { type Category, categoryOf } from '../lint/category.ts';
import { RULES } from '../lint/registry.ts';
import type { BadExample, Rule } from '../lint/rule.ts';

export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  readonly severity: Rule['severity'];
  readonly category: Category | undefined;
  /** What the files are that it is about; both where it is about files of any kind. */
  readonly models: readonly ('kubernetes' | 'docker')[];
  /** Where everything about it is told. */
  readonly help: string;
}

export interface RuleDocument extends RuleEntry {
  readonly why: string;
  readonly fix: string;
  readonly references: readonly string[];
  readonly bad: readonly BadExample[];
  readonly good: readonly { readonly text: string }[];
}

export function ruleEntry({ id, title, severity, model }: Rule): RuleEntry {
  const models = model === 'any' ? (['kubernetes', 'docker'] as const) : [model];
  return { id, title, severity, category: categoryOf(id), models, help: `/v1/rules/${id}` };
}

export function ruleDocument(rule: Rule): RuleDocument {
  const { why, fix, references, bad, good } = rule;
  return { ...ruleEntry(rule), why, fix, references, bad, good: good.map((text) => ({ text })) };
}

/** In the order of their ids. */
export function ruleList(): RuleEntry[] {
  return RULES.map(ruleEntry);
}
