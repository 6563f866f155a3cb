/** A validation as the formats for build servers and code forges see it. */

import type { Analysis } from '../analysis/analysis.ts';
import { categoryOf } from '../lint/category.ts';
import { RULES } from '../lint/registry.ts';
import type { FindingsReport } from '../render/findings/report.ts';
import type { ValidateResult } from './validate-results.ts';

export function findingsReport({ findings, suppressed = [] }: ValidateResult, analysis: Analysis): FindingsReport {
  const { sources } = analysis.parsed();
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const said = new Set([...findings, ...suppressed].map(({ rule }) => rule));
  return {
    findings,
    suppressed,
    rules: RULES.filter(({ id }) => said.has(id)).map((rule) => ({ ...rule, category: categoryOf(rule.id) ?? '' })),
    files: [...texts.keys()],
    source: (file) => texts.get(file) || undefined,
  };
}
