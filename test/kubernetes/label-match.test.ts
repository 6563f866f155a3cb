import { expect, it } from 'vitest';
import { ObjectScope } from '../../src/kubernetes/field.ts';
import { meetsAll, readRequirements } from '../../src/kubernetes/label-match.ts';
import { briefly, documentOf } from '../support/bundle.ts';

const LABELS = new Map([
  ['app', 'web'],
  ['empty', ''],
]);

function read(selector: string) {
  const { root } = new ObjectScope(documentOf(`{ apiVersion: v1, kind: X, selector: ${selector} }`));
  const requirements = readRequirements(root.at('selector'));
  return { matches: meetsAll(LABELS, requirements), findings: root.scope.findings.map(briefly) };
}

const expression = (text: string) => `{ matchExpressions: [{ ${text} }] }`;

it.each([
  ['the empty selector', '{}', true],
  ['an equal label', '{ matchLabels: { app: web } }', true],
  ['another value', '{ matchLabels: { app: db } }', false],
  ['an absent key is not the empty value', '{ matchLabels: { other: "" } }', false],
  ['the empty value', '{ matchLabels: { empty: "" } }', true],
  ['every label must match', '{ matchLabels: { app: web, other: x } }', false],
  [
    'labels and expressions are joined by AND',
    '{ matchLabels: { app: web }, matchExpressions: [{ key: other, operator: Exists }] }',
    false,
  ],
  ['In', expression('key: app, operator: In, values: [db, web]'), true],
  ['In does not match an absent key', expression('key: other, operator: In, values: [x]'), false],
  ['NotIn', expression('key: app, operator: NotIn, values: [web]'), false],
  ['NotIn matches an absent key', expression('key: other, operator: NotIn, values: [x]'), true],
  ['Exists', expression('key: app, operator: Exists'), true],
  ['DoesNotExist', expression('key: app, operator: DoesNotExist'), false],
])('%s', (_says, selector, matches) => {
  expect(read(selector)).toEqual({ matches, findings: [] });
});

it('an operator that does not exist is refused', () => {
  expect(read(expression('key: app, operator: Gt')).findings).toEqual([
    'SCH003 /selector/matchExpressions/0/operator !',
  ]);
});
