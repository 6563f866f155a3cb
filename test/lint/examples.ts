/** The examples of rules, run through `validate` as a request would be. */

import type { Rule } from '../../src/lint/rule.ts';
import { validate } from '../../src/operations/validate.ts';
import { validation } from '../../src/operations/validation.ts';
import type { ValidationFinding } from '../../src/operations/validation-finding.ts';
import { analysisOf, type Files } from '../support/bundle.ts';

type Options = Readonly<Record<string, unknown>>;

/** What is said of files, in their order. */
export function findingsOf(files: Files, options: Options = {}): readonly ValidationFinding[] {
  const input = validate.input.parse(options) as Parameters<typeof validation>[1];
  return validation(analysisOf(files, { ...input, keepObjects: true }), input).findings;
}

/** What one rule says of a manifest, as `line severity`. */
export function said(id: string, text: string, options: Options = {}): string[] {
  return findingsOf(text, options).flatMap(({ rule, line, severity }) => (rule === id ? [`${line} ${severity}`] : []));
}

/** An example as the files of a bundle. */
export function filesOf(
  { model, file = model === 'docker' ? 'compose.yaml' : 'manifests.yaml' }: Rule,
  text: string,
  settings?: string,
): Files {
  const beside = settings === undefined ? {} : { 'portolan.yaml': settings };
  return { [file]: text, ...beside };
}
