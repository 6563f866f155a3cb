import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHELL_LIMITS } from '../../../src/docker/cli/limits.ts';
import { Locator } from '../../../src/ingest/index.ts';
import { briefly, read } from './reading.ts';

/** Everything a shell gives a meaning to, and what docker does. */
const PIECES = [
  ...['docker ', 'run ', 'network create ', 'network connect ', 'service create ', '-p ', '--network ', '--name '],
  ...['nginx', '80:80', 'name=n,alias=', 'web', '=', ':', ',', '"', "'", '`', '\\', '$', '${', '$(', '$((', '))', ')'],
  ...[
    '}',
    '{',
    '{a,b}',
    '(',
    '<<E\n',
    'E\n',
    '<',
    '>',
    '|',
    '&',
    '&&',
    ';',
    '\n',
    '\r\n',
    '#',
    ' ',
    '\t',
    '\0',
    '\u{1f433}',
  ],
  ...[
    'if ',
    'then ',
    'fi',
    'for x in ',
    'do ',
    'done',
    'case ',
    'esac',
    'A=',
    '[[',
    ']]',
    '!',
    '~',
    '*',
    '?',
    '-',
    '--',
  ],
];

describe('any text', () => {
  it('is read without a throw, and every finding has a place in it', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('a.sh', 'a.txt'), (shell, path) => {
        const { findings, project } = read({ [path]: shell });
        const lines = shell.split(/\r\n|\r|\n/).length;
        for (const { place } of findings) {
          const { line } = new Locator().locate(place ?? { source: { path, text: shell }, offset: -1 });
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
        }
        for (const service of project?.services.values() ?? []) expect(service.name).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same answer in any order of files', () => {
    const text = 'docker run --name a x\ndocker run -p y x\n';
    const files = { 'b.sh': text, 'a.txt': 'docker network create n', 'c.sh': 'docker run --name a --network n x' };
    const entries = Object.entries(files);
    const answers = [entries, entries.toReversed()].map((order) => {
      const { project, findings } = read(Object.fromEntries(order));
      return [[...(project?.services.keys() ?? [])], findings.map(briefly)];
    });
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('limits', () => {
  it('a line of ten million characters is one finding', () => {
    const text = `docker run ${'a'.repeat(10_000_000)}`;
    expect(read(text).findings.map(briefly)).toEqual(['CLI008 1:1?']);
    expect(read({ 'a.sh': text }).findings.map(briefly)).toEqual(['CLI008 1:1?']);
  });

  it('a command of 100,000 flags is one finding', () => {
    const text = `docker run ${'-d '.repeat(30_000)}nginx\ndocker run --name web x`;
    const { findings, project } = read(text);
    expect(findings.map(briefly)).toEqual(['CLI010 1:1?']);
    expect([...(project?.services.keys() ?? [])]).toEqual(['web']);
    const lines = `docker run ${'-p 80:80 \\\n'.repeat(100_000)}nginx`;
    expect(read(lines).findings.map(({ rule }) => rule)).toContain('CLI008');
  });

  it('quotes that do not end are one finding each, up to a limit', () => {
    const line = `docker run 'a\n${' '.repeat(SHELL_LIMITS.quotedChars)}\n`;
    const { findings } = read(line.repeat(SHELL_LIMITS.fileFaults + 5));
    expect(findings.length).toBe(SHELL_LIMITS.fileFaults);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['CLI008']));
  });

  it('nested substitutions are followed so far', () => {
    const nested = (depth: number): string => `docker run ${'$('.repeat(depth)}id${')'.repeat(depth)}`;
    expect(read(nested(SHELL_LIMITS.substitutions)).findings).toEqual([]);
    expect(read(nested(10_000)).findings.map(briefly)).toEqual(['CLI008 1:1?']);
  });

  it('commands, ports and findings are counted', () => {
    const many = read('docker run x\n'.repeat(SHELL_LIMITS.commands + 5));
    expect([many.commands, many.findings.map(({ rule }) => rule)]).toEqual([SHELL_LIMITS.commands, ['CLI010']]);
    const ports = read('docker run -p 1-65535 x\n'.repeat(20));
    expect(ports.findings.map(briefly)).toEqual(['CLI010 5:12?']);
    const counts = [...(ports.project?.services.values() ?? [])].map((service) => service.ports.length);
    expect(counts.filter((count) => count > 0)).toEqual([65_535, 65_535, 65_535, 65_535]);
    const faults = read(`docker run ${'-p x '.repeat(1_000)}x`);
    expect(faults.findings.length).toBe(SHELL_LIMITS.commandFindings);
  });

  it('the work for a text twice as long is about twice as much', () => {
    const lines = [
      'docker run \'a\nb"\n',
      'cat <<A\ndocker x\n',
      'docker run $($($(x)))\n',
      'docker network connect n w\n',
    ];
    for (const line of lines) {
      const half = read(line.repeat(1_000));
      const whole = read(line.repeat(2_000));
      expect(whole.commands + whole.others).toBeLessThanOrEqual(2 * (half.commands + half.others) + 1);
    }
  });
});
