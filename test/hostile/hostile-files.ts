/** Files that go wrong in one place each. `rule` and `line` say what must be found; `readable`: all of it was read. */

export interface HostileFile {
  readonly title: string;
  readonly name: string;
  readonly bytes: string | Uint8Array<ArrayBuffer>;
  readonly rule: string;
  readonly line?: number;
  readonly readable?: boolean;
}

const pod = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: other\n${more}`;

const LAUGHS = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`),
].join('\n');

const policy = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n${spec}`;

export const HOSTILE_FILES: readonly HostileFile[] = [
  { title: 'binary junk', name: 'junk.yaml', bytes: new Uint8Array([0, 1, 2, 3, 255]), rule: 'YML008' },
  {
    title: 'invalid UTF-8',
    name: 'latin.yaml',
    bytes: new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a]),
    rule: 'YML008',
    line: 1,
  },
  { title: 'a 3,000-deep flow nest', name: 'deep.yaml', bytes: `a: ${'['.repeat(3000)}`, rule: 'YML006', line: 1 },
  {
    title: 'a 3,000-deep JSON nest',
    name: 'deep.json',
    bytes: `${'['.repeat(3000)}${']'.repeat(3000)}`,
    rule: 'YML006',
    line: 1,
  },
  { title: 'a 3,000-deep block nest', name: 'block.yaml', bytes: `${'- '.repeat(3000)}x`, rule: 'YML006', line: 1 },
  { title: 'billion laughs', name: 'laughs.yaml', bytes: LAUGHS, rule: 'YML006' },
  {
    title: 'too many aliases',
    name: 'aliases.yaml',
    bytes: `a: &a 1\nb: [${Array(2000).fill('*a').join(', ')}]`,
    rule: 'YML006',
  },
  { title: 'a tab for indentation', name: 'tab.yaml', bytes: 'a:\n\tb: 1\n', rule: 'YML001', line: 2 },
  { title: 'an unclosed quote', name: 'quote.yaml', bytes: 'kind: Pod\nname: "x\n', rule: 'YML001' },
  { title: 'truncated JSON', name: 'cut.json', bytes: '{"kind": "Pod", "metadata": {', rule: 'YML001' },
  {
    title: 'an unrendered template',
    name: 'chart.yaml',
    bytes: 'kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n',
    rule: 'YML004',
    line: 3,
  },
  { title: 'a scalar document', name: 'scalar.yaml', bytes: 'just words\n', rule: 'YML007', readable: true },
  {
    title: 'a duplicate key',
    name: 'twice.yaml',
    bytes: `${pod('a')}  name: b\n`,
    rule: 'YML002',
    line: 6,
    readable: true,
  },
  {
    title: 'a label that is a boolean',
    name: 'on.yaml',
    bytes: pod('a', '  labels:\n    power: on\n'),
    rule: 'YML003',
    line: 7,
    readable: true,
  },
  {
    title: 'a label that is a number',
    name: 'number.yaml',
    bytes: pod('a', '  labels:\n    v: 1.10\n'),
    rule: 'YML005',
    line: 7,
    readable: true,
  },
  {
    title: 'a mistyped field',
    name: 'typed.yaml',
    bytes: `${pod('a')}spec:\n  containers: none\n`,
    rule: 'SCH003',
    line: 7,
    readable: true,
  },
  {
    title: 'a policy with a bad CIDR',
    name: 'cidr.yaml',
    bytes: policy('  podSelector: {}\n  ingress:\n    - from:\n        - ipBlock: { cidr: 10.0.0.0/33 }\n'),
    rule: 'NET011',
    line: 8,
    readable: true,
  },
  {
    title: 'a policy with a misspelt selector',
    name: 'typo.yaml',
    bytes: policy('  podselector: {}\n'),
    rule: 'SCH002',
    line: 5,
    readable: true,
  },
];
