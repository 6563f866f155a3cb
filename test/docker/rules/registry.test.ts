/** Every rule about projects speaks of its bad example, at a line, and not of its good one. */

import { describe, expect, it } from 'vitest';
import { PROJECT_RULES } from '../../../src/docker/rules/registry.ts';
import { findings, notes, refusals } from '../compose/loading.ts';

const rules = PROJECT_RULES.map((rule) => [rule.id, rule] as const);

describe('the rules about projects', () => {
  it('have ids in order, each once, and say what they are about', () => {
    const ids = PROJECT_RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const { title, why } of PROJECT_RULES) expect([title, why]).not.toContain('');
  });

  it.each(rules)('%s speaks of its bad example, which the loader accepts', (id, { bad, severity }) => {
    expect(refusals(bad)).toEqual([]);
    const said = findings(bad).filter(({ rule }) => rule === id);
    expect(said.map((finding) => finding.severity)).toContain(id === 'CMP027' || id === 'CMP056' ? 'error' : severity);
    expect(said.every(({ place }) => place !== undefined)).toBe(true);
  });

  it.each(rules)('%s does not speak of its good example', (id, { good }) => {
    expect(refusals(good)).toEqual([]);
    expect(notes(good).filter((said) => said.startsWith(id))).toEqual([]);
  });
});
