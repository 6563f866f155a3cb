import { describe, expect, test } from 'vitest';
import { forCsv, forDotId, forDotLabel, forHtml, forMarkdown, forTerminal, forXml } from '../../src/util/escape.ts';

describe('a terminal', () => {
  test.each([
    ['an escape sequence', 'a\u001b[31mred', 'a[31mred'],
    ['a C1 control', 'a\u009b31m', 'a31m'],
    ['a right-to-left override', 'a\u202egnp.exe', 'agnp.exe'],
    ['an isolate', 'a\u2066b\u2069', 'ab'],
    ['a carriage return that would overwrite the line', 'evil\rgood', 'evil good'],
    ['a line feed', 'a\nb', 'a b'],
  ])('never sees %s', (_what, text, shown) => {
    expect(forTerminal(text)).toBe(shown);
  });

  test('sees letters of every script', () => {
    expect(forTerminal('größe-日本-عربي')).toBe('größe-日本-عربي');
  });
});

describe('a CSV cell', () => {
  test.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra', '＝1'])('is no formula: %j', (text) => {
    expect(forCsv(text).replace(/^"/, '')).toMatch(/^'/);
  });

  test('with a comma, a quote or a line end is quoted, quotes doubled (RFC 4180 §2)', () => {
    expect(['a,b', 'a"b', 'a\nb', 'plain'].map(forCsv)).toEqual(['"a,b"', '"a""b"', '"a\nb"', 'plain']);
  });
});

describe('Markdown', () => {
  test.each([
    ['a pipe', 'a|b', 'a\\|b'],
    ['a backtick', '`x`', '\\`x\\`'],
    ['emphasis', '__proto__', '\\_\\_proto\\_\\_'],
    ['html', '<img src=x>', '&lt;img src=x&gt;'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a link', '[a](http://x)', '[a]\\(http:\\//x)'],
    ['a mention', '@octocat', '@<!-- -->octocat'],
    ['an issue', '#1', '\\#1'],
    ['a line end, which would end a table', 'a\nb', 'a b'],
  ])('is never made of %s', (_what, text, written) => {
    expect(forMarkdown(text)).toBe(written);
  });

  test('keeps ids readable', () => {
    expect(forMarkdown('default/web[Deployment]')).toBe('default/web[Deployment]');
  });
});

test('HTML text and attributes hold no markup', () => {
  expect(forHtml(`<a href="x" title='y'>&\u0000`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
});

describe('XML', () => {
  test.each([
    ['markup', '</text><script>', '&lt;/text&gt;&lt;script&gt;'],
    ['the end of a section', ']]>', ']]&gt;'],
    ['quotes', `"'`, '&quot;&#39;'],
    ['a line feed', 'a\nb', 'a b'],
    ['a control', 'a\u0000\u001bb', 'ab'],
    ['a lone surrogate and a non-character', 'a\ud800\uffffb', 'ab'],
    ['a pair of surrogates, which is a character', '😀', '😀'],
  ])('holds no harm from %s', (_what, text, written) => {
    expect(forXml(text)).toBe(written);
  });
});

describe('DOT', () => {
  test('is quoted, quotes and backslashes escaped', () => {
    expect(forDotId('a"b\\')).toBe('"a\\"b\\\\"');
    expect(forDotId('a\nb')).toBe('"a b"');
    expect(forDotId('&lt;')).toBe('"&lt;"');
  });

  test('a label is no entity and no HTML', () => {
    expect(forDotLabel('<b>&lt;')).toBe('"<b>&amp;lt;"');
  });
});
