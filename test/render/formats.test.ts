import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/render/answer.ts';
import { textOf } from '../../src/render/chunk.ts';
import { FORMATS } from '../../src/render/formats.ts';
import { sampleAnswer } from './sample-answer.ts';

function written(name: string, answer: Answer = sampleAnswer()): string {
  const format = FORMATS.find((known) => known.name === name);
  const text = format?.write(answer) ?? '';
  return Array.from(text, textOf).join('');
}

/** A table of one cell. */
function withCell(cell: string): Answer {
  return sampleAnswer({ tables: () => [{ title: 'T', name: 't', columns: ['c'], rows: [[cell]] }] });
}

test('names and media types are all different, and JSON is what a client without wishes gets', () => {
  expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
  expect(new Set(FORMATS.map(({ mediaType }) => mediaType)).size).toBe(FORMATS.length);
  expect(FORMATS[0]?.name).toBe('json');
});

describe('json', () => {
  test('is what JSON.stringify writes, and a line feed', () => {
    expect(written('json')).toBe(`${JSON.stringify(sampleAnswer().json())}\n`);
  });

  test('takes results that are no object', () => {
    expect(written('json', sampleAnswer({ json: () => [1, undefined] }))).toBe('[1,null]\n');
  });
});

describe('ndjson', () => {
  test('has one record per line, the summary last', () => {
    const records = written('ndjson').trimEnd().split('\n');
    expect(records.map((line) => JSON.parse(line).t)).toEqual(['peer', 'summary']);
  });
});

describe('csv', () => {
  test('has the main table only, with CRLF and as many fields in every line', () => {
    const lines = written('csv').split('\r\n');
    expect(lines[0]).toBe('from,to,allow,unknown');
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).every((line) => line.split(',').length === 4)).toBe(true);
  });

  test('holds no formula', () => {
    expect(written('csv')).toContain("\r\n'@ingress-controller,");
  });

  test('of an answer without tables is empty', () => {
    expect(written('csv', sampleAnswer({ tables: () => [] }))).toBe('');
  });
});

describe('md', () => {
  test('has a heading and a table for each table, and a sentence for an empty one', () => {
    const text = written('md');
    expect(text).toContain('\n### Connections\n\n| from | to | allow | unknown |\n| --- | --- | --- | --- |\n');
    expect(text).toContain('\n### Refused\n\nNothing was refused.\n');
  });

  test('a cell cannot end its row', () => {
    expect(written('md', withCell('a|b\n| c |'))).toContain('| a\\|b \\| c \\| |\n');
  });
});
