/** Every rule speaks of its bad examples, at just the lines they name, and not of its good ones; and it is documented. */

import { describe, expect, it } from 'vitest';
import { categoryOf } from '../../src/lint/category.ts';
import { RULES } from '../../src/lint/registry.ts';
import type { Rule } from '../../src/lint/rule.ts';
import type { ValidationFinding } from '../../src/operations/validation-finding.ts';
import { applyEdits } from '../../src/render/apply-edits.ts';
import { filesOf, findingsOf } from './examples.ts';

const rules = RULES.map((rule) => [rule.id, rule] as const);

interface Given {
  readonly text: string;
  readonly complete?: boolean;
  readonly settings?: string;
}

function ofRule(rule: Rule, { text, complete = false, settings }: Given): ValidationFinding[] {
  const options = complete ? { completeness: 'complete' } : {};
  return findingsOf(filesOf(rule, text, settings), options).filter((finding) => finding.rule === rule.id);
}

/** The text after the fix of one finding. */
function fixed(text: string, { fix }: ValidationFinding): string {
  return applyEdits(text, fix?.edits ?? []);
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
    for (const example of rule.bad) {
      const found = ofRule(rule, example);
      expect(new Set(found.map((finding) => finding.line))).toEqual(new Set([example.line].flat()));
      expect(found.map((finding) => finding.severity)).toContain(example.severity ?? rule.severity);
    }
  });

  it.each(rules)('%s does not speak of its bad examples any more where its fixes were applied', (_, rule) => {
    for (const example of rule.bad) {
      const found = ofRule(rule, example);
      for (const finding of found.filter(({ fix }) => fix)) {
        const after = ofRule(rule, { ...example, text: fixed(example.text, finding) });
        expect(after.map(({ fingerprint }) => fingerprint)).not.toContain(finding.fingerprint);
        expect(after.length).toBeLessThan(found.length);
      }
    }
  });

  it.each(rules)('%s does not speak of its good examples', (_, rule) => {
    for (const text of rule.good) {
      for (const complete of [false, true]) expect(ofRule(rule, { text, complete })).toEqual([]);
    }
  });
});
