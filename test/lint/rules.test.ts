/** Every rule speaks of its bad examples, at just the lines they name, and not of its good ones; and it is documented. */

import { describe, expect, it } from 'vitest';
import { categoryOf } from '../../src/lint/category.ts';
import { RULES } from '../../src/lint/registry.ts';
import type { Rule } from '../../src/lint/rule.ts';
import type { FindingJson } from '../../src/operations/results.ts';
import { filesOf, findingsOf } from './examples.ts';

const rules = RULES.map((rule) => [rule.id, rule] as const);

function ofRule(rule: Rule, text: string, complete = false): FindingJson[] {
  const options = complete ? { completeness: 'complete' } : {};
  return findingsOf(filesOf(rule, text), options).filter((finding) => finding.rule === rule.id);
}

describe('the rules', () => {
  it('have ids of a known category, each once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.filter((id) => categoryOf(id) === undefined)).toEqual([]);
  });

  it.each(rules)('%s says what is found, why it matters and how to fix it', (_, rule) => {
    const { title, why, fix, references, bad, good } = rule;
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const text of [why, fix]) expect(text).toMatch(/^[A-Z`].*\.$/);
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(reference).toMatch(/^https:\/\//);
    expect(bad.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
  });

  it.each(rules)('%s speaks of its bad examples where they say it', (_, rule) => {
    for (const { text, line, complete = false, severity = rule.severity } of rule.bad) {
      const found = ofRule(rule, text, complete);
      expect(new Set(found.map((finding) => finding.line))).toEqual(new Set([line].flat()));
      expect(found.map((finding) => finding.severity)).toContain(severity);
    }
  });

  it.each(rules)('%s does not speak of its good examples', (_, rule) => {
    for (const text of rule.good) {
      for (const complete of [false, true]) expect(ofRule(rule, text, complete)).toEqual([]);
    }
  });
});
