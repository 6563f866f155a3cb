import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/ingest/fault.ts';
import { DEFAULT_LIMITS } from '../../src/ingest/limits.ts';
import { readPlainYaml } from '../../src/ingest/yaml-plain.ts';
import { readYaml } from '../../src/ingest/yaml-read.ts';

const plainly = (text: string, limits = DEFAULT_LIMITS) => readPlainYaml(text, { start: 0, end: text.length }, limits);

/** What the parser makes of a text that was read plainly. */
function expectSame(text: string, limits = DEFAULT_LIMITS): void {
  const plain = plainly(text, limits);
  if (!plain) return;
  const read = readYaml(text, limits);
  if (read instanceof Fault) throw new Error(`read plainly, and refused by the parser: ${read.message}\n${text}`);
  expect(plain).toEqual({ value: read.value, offset: read.offset });
  expect(read.duplicates).toEqual([]);
}

const POLICY = `---
# A comment
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
    name: "allow"

    labels: {}
    annotations:
      example.com/a_b: 'it: # is'
      empty: ""
spec:
  podSelector:
  ingress:
  - from:
    - podSelector: {}
      namespaceSelector:
        matchExpressions:
        - key: a
          operator: In
          values: # no
          - 1
  - ports:
      -   port: 80
          protocol: TCP
      -
        port: 0x10
  policyTypes: []
`;

describe('plain YAML', () => {
  it('is what Kubernetes prints', () => {
    const text = POLICY.replace(' # no', '');
    expect(plainly(text)).toBeDefined();
    expectSame(text);
  });

  it.each([
    'a: 1',
    'a: -1\nb: --flag\nc: a:b\nd: a#b\ne: http://x/?a&b\n',
    'a: yes\nb: ~\nc:\nd: 010\ne: 2020-01-01\nf: .5\n',
    '- a\n-\n- b: 1\n  c: 2\n-\n  - d\n',
    '\n  # first\na:   b\n\n',
    'a:\n- b\nc:\n  - d\n',
  ])('is %j', (text) => {
    expect(plainly(text)).toBeDefined();
    expectSame(text);
  });

  it.each([
    '',
    '---',
    'a',
    '{a: 1}',
    'a: {b: 1}',
    'a: [1]',
    'a: b\n  c',
    'a: |\n  b',
    'a: "b\\n"',
    "a: 'b''c'",
    'a: "b" # c',
    'a: b # c',
    'a: b ',
    'a: &x b',
    'a: !!str 1',
    'a: .inf',
    'a: 1\na: 2',
    'a: b: c',
    'a: b:',
    'a: - b',
    '- - a',
    'yes: 1',
    '1: 1',
    '<<: {}',
    '"a": 1',
    'a b: 1',
    '? a',
    '__proto__: 1',
    'constructor: 1',
    'a:\n  b: 1\n c: 2',
    'a: 1\n- b',
    '- a\nb: 1',
    '  a: 1\nb: 1',
    'a:\tb',
    'a: ü',
    'a: 1\r\n',
    '%YAML 1.2\n---\na: 1',
  ])('is not %j, which the parser reads', (text) => {
    expect(plainly(text)).toBeUndefined();
  });

  it('ends where the limits do', () => {
    const limits = { ...DEFAULT_LIMITS, nesting: 4, nodes: 60 };
    for (let depth = 1; depth < 7; depth += 1) {
      for (const end of ['x', '{}']) {
        const text = `${Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} ${end}`;
        expectSame(text, limits);
        expectSame(text.replaceAll('a:', '-').replaceAll(' -', '  -'), limits);
      }
    }
    expect(plainly('a: 1\n'.padEnd(61, '#'), limits)).toBeUndefined();
  });

  it('is read as the parser reads it, whatever it is made of', () => {
    const word = fc.constantFrom(
      ...[
        'a',
        'b',
        'kind',
        'yes',
        '1',
        '-',
        '- ',
        '--',
        ':',
        ': ',
        '{}',
        '[]',
        '"',
        "'",
        '#',
        ' #',
        '|',
        '&a',
        '*a',
        '!',
        '?',
      ],
      ...[
        '',
        ' ',
        '.',
        '~',
        '0x1',
        '"a"',
        "'b'",
        'a: ',
        'b:',
        '- a: ',
        '<<: ',
        'null',
        '%',
        ',',
        '---',
        '...',
        'é',
        '\t',
      ],
    );
    const line = fc
      .tuple(fc.nat(4), fc.array(word, { maxLength: 4 }))
      .map(([n, words]) => ' '.repeat(n) + words.join(''));
    const likely = fc
      .tuple(fc.nat(3), fc.constantFrom('', '- ', '-   '), fc.constantFrom('a:', 'b: ', 'c:  ', ''), word)
      .map(([n, dash, key, value]) => '  '.repeat(n) + dash + key + value);
    const text = fc.array(fc.oneof(line, { arbitrary: likely, weight: 5 }), { maxLength: 8 }).map((l) => l.join('\n'));
    fc.assert(
      fc.property(text, (each) => expectSame(each)),
      { numRuns: 20_000 },
    );
  });
});
