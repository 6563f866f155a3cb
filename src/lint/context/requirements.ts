/**
 * Selectors asked about the labels of pods. A label may be known to be there without its value being shown (those that
 * controllers add): whatever asks for it is taken to match, so that no rule speaks of what cannot be told.
 */

import type { Field } from '../../kubernetes/field.ts';
import { type Requirement, readRequirements } from '../../kubernetes/label-match.ts';
import type { Texts } from '../../kubernetes/texts.ts';

export type { Requirement } from '../../kubernetes/label-match.ts';

/** Labels whose values may be hidden; those of objects are such labels too. */
export interface AskedLabels {
  get(key: string): string | null | undefined;
}

/** The requirements of a map selector, as Services have. */
export function requirementsOf(texts: Texts): Requirement[] {
  return Array.from(texts, ([key, value]) => ({ key, operator: 'In', values: [value] }));
}

/** The requirements of a `LabelSelector` that is there. */
export function selectorRequirements(field: Field): Requirement[] {
  return readRequirements(field);
}

export function meetsAll(labels: AskedLabels, requirements: readonly Requirement[]): boolean {
  return requirements.every((requirement) => meets(labels, requirement));
}

export function meets(labels: AskedLabels, { key, operator, values }: Requirement): boolean {
  const value = labels.get(key);
  switch (operator) {
    case 'In':
      return value === null || (value !== undefined && values.includes(value));
    case 'NotIn':
      return value === null || value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

/** Equal for selectors that are written alike. */
export function requirementsText(requirements: readonly Requirement[]): string {
  return JSON.stringify(requirements.map(({ key, operator, values }) => [key, operator, ...values]));
}

/** For messages: `app=web, tier in (a, b), !old`. */
export function formatRequirements(requirements: readonly Requirement[]): string {
  return requirements.map(formatRequirement).join(', ');
}

function formatRequirement({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} not in (${values.join(', ')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
}

/** Two requirements that no value, and no absence, of their label meets. */
export function clashOf(requirements: readonly Requirement[]): readonly [Requirement, Requirement] | undefined {
  for (const [i, first] of requirements.entries()) {
    const second = requirements.slice(i + 1).find((other) => other.key === first.key && exclude(first, other));
    if (second) return [first, second];
  }
  return undefined;
}

function exclude(a: Requirement, b: Requirement): boolean {
  switch (a.operator) {
    case 'In':
      if (b.operator === 'In') return !a.values.some((value) => b.values.includes(value));
      if (b.operator === 'NotIn') return a.values.every((value) => b.values.includes(value));
      return b.operator === 'DoesNotExist';
    case 'NotIn':
      return b.operator === 'In' && b.values.every((value) => a.values.includes(value));
    case 'Exists':
      return b.operator === 'DoesNotExist';
    case 'DoesNotExist':
      return b.operator === 'Exists' || b.operator === 'In';
  }
}
