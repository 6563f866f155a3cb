import { expect, it } from 'vitest';
import type { Finding } from '../../src/ingest/finding.ts';
import { oncePerCause } from '../../src/ingest/once-per-cause.ts';
import { documentOf } from '../support/bundle.ts';

const document = documentOf('apiVersion: v1\nkind: Pod');
const at = (rule: string, pointer: string, refused = true): Finding => ({
  rule,
  severity: 'error',
  message: rule,
  place: { document, pointer },
  ...(refused ? { refused } : {}),
});
const rules = (...lists: Finding[][]) => oncePerCause(lists).map(({ rule }) => rule);

it('keeps all that one reader says', () => {
  expect(rules([at('SCH004', '/a'), at('SCH004', '/a'), at('SCH003', '/a')])).toEqual(['SCH004', 'SCH004', 'SCH003']);
});

it('tells what is wrong at a place by the first that says it', () => {
  expect(rules([at('SCH003', '/a')], [at('SVC023', '/a'), at('SCH003', '/b')])).toEqual(['SCH003', 'SCH003']);
});

it('tells what is missing in an object apart from what is wrong with it', () => {
  expect(rules([at('SCH003', '/a')], [at('SCH004', '/a')])).toEqual(['SCH003', 'SCH004']);
  expect(rules([at('SCH010', '/a')], [at('SCH004', '/a')], [at('SVC005', '/a')])).toEqual(['SCH010']);
});

it('hides advice about a value that nothing can be made of', () => {
  expect(rules([at('SCH003', '/a/port')], [at('NET012', '/a/port', false), at('NET012', '/a', false)])).toEqual([
    'SCH003',
    'NET012',
  ]);
});

it('hides other advice only where the same rule has spoken', () => {
  expect(rules([at('NET011', '/a')], [at('NET011', '/a', false), at('NET010', '/a', false)])).toEqual([
    'NET011',
    'NET010',
  ]);
  expect(rules([at('NET010', '/a', false)], [at('NET010', '/a')])).toEqual(['NET010', 'NET010']);
});

it('keeps what has no place in a document', () => {
  const nowhere: Finding = { rule: 'LNT001', severity: 'warning', message: 'x' };
  expect(rules([nowhere], [nowhere])).toEqual(['LNT001', 'LNT001']);
});
