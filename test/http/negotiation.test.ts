import { describe, expect, test } from 'vitest';
import { chooseForm } from '../../src/http/negotiation.ts';
import { formsWith } from '../../src/render/formats.ts';
import { ProblemError } from '../../src/util/problem.ts';

const FORMS = formsWith();

const choose = (accept: string | null, format?: string): string => chooseForm(FORMS, { accept, format }).name;

describe('Accept (RFC 9110 §12.5.1)', () => {
  test.each([
    ['nothing', null, 'json'],
    ['an empty header', '', 'json'],
    ['curl', '*/*', 'json'],
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'json'],
    ['one type', 'text/csv', 'csv'],
    ['a type with a parameter', 'text/csv;header=present', 'csv'],
    ['capitals', 'TEXT/Markdown', 'md'],
    ['the highest quality', 'application/json;q=0.2, text/csv;q=0.9, text/plain;q=0.5', 'csv'],
    ['a named type before a wildcard of the same quality', '*/*, text/csv', 'csv'],
    ['a subtype wildcard', 'text/*', 'txt'],
    ['a wildcard with an exception', 'text/*, text/plain;q=0', 'csv'],
    ['everything but JSON', '*/*, application/json;q=0', 'txt'],
    ['a quality that is none counts as zero', 'text/csv;q=high, text/plain;q=0.1', 'txt'],
    ['parts that are no media range', 'csv, , text/csv', 'csv'],
    ['spaces', ' text/csv ; q=0.5 ,text/plain;q=0.4', 'csv'],
  ])('%s', (_who, accept, name) => {
    expect(choose(accept)).toBe(name);
  });

  test('that names nothing there is, is refused with what there is', () => {
    expect(() => choose('image/svg+xml')).toThrow(ProblemError);
    expect(() => choose('nonsense')).toThrow(ProblemError);
    expect(() => choose('*/*;q=0')).toThrow(ProblemError);
  });
});

describe('?format=', () => {
  test.each([
    ['csv', 'csv'],
    ['CSV', 'csv'],
    ['text', 'txt'],
    ['markdown', 'md'],
  ])('%s wins over Accept', (format, name) => {
    expect(choose('application/json', format)).toBe(name);
  });

  test.each(['svg', '', '__proto__', 'cvs'])('%j is no form', (format) => {
    expect(() => choose('*/*', format)).toThrow(ProblemError);
  });
});

describe('forms that not every answer has', () => {
  test('are there with the view they are written from, and never before the others', () => {
    const names = (accept: string): string => chooseForm(formsWith(['graph']), { accept }).name;
    expect(formsWith(['graph']).map(({ name }) => name)).toEqual([...FORMS.map(({ name }) => name), 'dot', 'svg']);
    expect(['*/*', 'text/*', 'image/*', 'image/svg+xml', 'text/vnd.graphviz'].map(names)).toEqual([
      'json',
      'txt',
      'svg',
      'svg',
      'dot',
    ]);
  });
});
