/** `portolan rules`: what validate looks for, and everything about the rule that a finding names. */

import { RULES, ruleOf } from '../lint/registry.ts';
import { ruleListText, ruleText } from '../operations/rule-text.ts';
import { nearest } from '../util/edit-distance.ts';
import { usage } from './usage.ts';

/** Throws a `ProblemError` for a rule there is not. */
export function rulesText(word: string | undefined): string {
  if (word === undefined) return ruleListText();
  const rule = ruleOf(word.toUpperCase());
  if (rule) return ruleText(rule);
  const near = nearest(
    word,
    RULES.map(({ id }) => id),
  );
  const hint = near === undefined ? 'portolan rules lists them.' : `Did you mean ${near}?`;
  return usage(`There is no rule "${word.slice(0, 60)}". ${hint}`);
}
