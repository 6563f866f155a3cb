/** Names and paths that mean something to whoever shows an answer: a sheet, a forge, a browser, a terminal. */

import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { formsWith } from '../../src/render/formats.ts';
import { parseXml } from '../render/xml.ts';

const EVIL = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example")',
  '@everyone',
  '[x](javascript:alert(1))',
  '| a | b |',
  '\u001b[31mred\u001b[0m',
  '\u202egnp.exe',
  'a\r\nset-cookie: x=1',
  '::error file=x,line=1::gotcha',
  ']]><x/>',
  '"; } digraph { a -> b',
  '`rm -rf`',
];

const POD = (name: string, extra = ''): string => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} }${extra} }
spec: { containers: [{ name: c, image: x }] }
`;

/** The words as paths of files, values of labels, names of objects and of Compose services. */
function filesOf(evil: string): { path: string; content: string }[] {
  const quoted = JSON.stringify(evil);
  return [
    { path: `${evil}.yaml`, content: `${POD('a')}---\n${POD('b')}---\na: [${evil}\n` },
    {
      path: 'labels.yaml',
      content: POD('c', `, annotations: { x: ${quoted} }`).replace('app: c', `${quoted}: ${quoted}`),
    },
    { path: 'names.yaml', content: POD(quoted) },
    {
      path: 'compose.yaml',
      content: `services: { ${quoted}: { image: ${quoted} }, web: { image: x, networks: [${quoted}] } }\n`,
    },
  ];
}

async function answer(id: string, form: string, evil: string): Promise<Response> {
  const files = filesOf(evil);
  const body =
    id === 'diff'
      ? { before: { files: [] }, after: { files } }
      : { files, ...(id === 'evaluate' ? { queries: [{ from: evil, to: 'shop/a' }] } : {}) };
  const headers = { 'content-type': 'application/json' };
  const response = await app.request(`/v1/${id}?format=${form}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  expect(response.status).toBeLessThan(500);
  return response;
}

/** Controls that move a cursor or turn a text around; lines and tabs do not. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u;
const MARKUP = /<script|<img|<x\/>/i;

/** What an answer in a form must not hold, whatever was sent. */
const RULES: Readonly<Record<string, (text: string) => void>> = {
  csv: (text) => {
    const fields = [...text.matchAll(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, field = '']) =>
      field.replace(/^"/, ''),
    );
    expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
  },
  md(text) {
    expect(text).not.toMatch(/<(?:script|img|x\/)|(?<!\\)\]\(javascript|@(?!<!--)everyone/i);
    expect(text).not.toMatch(UNSEEN);
  },
  txt: (text) => expect(text).not.toMatch(UNSEEN),
  svg: (text) => {
    parseXml(text);
    expect(text).not.toMatch(/<script|onerror=|<img/i);
  },
  junit: (text) => expect(text).not.toMatch(MARKUP),
  checkstyle: (text) => expect(text).not.toMatch(MARKUP),
  github: (text) => {
    for (const line of text.split('\n'))
      expect(line === '' || /^::(?:error|warning|notice|group|endgroup)/.test(line) || !line.startsWith('::')).toBe(
        true,
      );
    expect(text).not.toMatch(/^::error file=x,line=1::gotcha/m);
  },
  dot: (text) => expect(text.match(/^(?:strict )?digraph/gm)).toHaveLength(1),
};

const asked = OPERATIONS.flatMap((operation) =>
  formsWith(operation.views).map(({ name }) => [operation.id, name] as const),
);

describe('what was sent stays text', () => {
  test.each(asked)('in %s as %s', async (id, form) => {
    for (const evil of EVIL) {
      const response = await answer(id, form, evil);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const text = await response.text();
      const isAnswer = response.headers.get('content-type') !== 'application/problem+json';
      if (isAnswer) RULES[form]?.(text);
      else JSON.parse(text);
    }
  });

  test('in pages and problems of unknown paths', async () => {
    for (const evil of EVIL) {
      for (const path of ['/problems/', '/v1/rules/', '/v1/jobs/', '/']) {
        const response = await app.request(`${path}${encodeURIComponent(evil)}`, { headers: { accept: 'text/html' } });
        const text = await response.text();
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        expect(JSON.parse(text)).toMatchObject({ status: response.status });
      }
    }
  });
});
