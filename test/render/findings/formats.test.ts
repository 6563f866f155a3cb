/** What the formats for build servers and forges write, held against what those ask for. */

import { readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import type { FindingsReport } from '../../../src/render/findings/report.ts';
import { FORMATS } from '../../../src/render/formats.ts';
import { sampleAnswer } from '../sample-answer.ts';
import { parseXml } from '../xml.ts';
import { FIXED, HOSTILE, manyFindings, SOURCE, sampleReport } from './sample-report.ts';

function written(name: string, report: FindingsReport = sampleReport()): string {
  const format = FORMATS.find((known) => known.name === name);
  const text = format?.write(sampleAnswer({ findings: () => report })) ?? '';
  return typeof text === 'string' ? text : [...text].join('');
}

const NOTHING = sampleReport({ findings: [], suppressed: [], rules: [] });

function faults(schema: string, instance: unknown): string[] {
  const url = new URL(schema, import.meta.url);
  return new Validator(JSON.parse(readFileSync(url, 'utf8')), '2020-12')
    .validate(instance)
    .errors.map(({ error }) => error);
}

describe('sarif', () => {
  it('is valid, with results even where there are none', () => {
    for (const report of [sampleReport(), NOTHING]) {
      expect(faults('sarif.schema.json', JSON.parse(written('sarif', report)))).toEqual([]);
    }
    expect(JSON.parse(written('sarif', NOTHING)).runs[0].results).toEqual([]);
  });

  it('has rules with their help, fingerprints, fixes and suppressions', () => {
    const [run] = JSON.parse(written('sarif')).runs;
    expect(run.tool.driver.rules[0]).toMatchObject({ id: 'SVC001', help: { text: 'Why.\n\nFix.' } });
    expect(run.results[0]).toMatchObject({
      ruleId: 'SVC001',
      ruleIndex: 0,
      level: 'warning',
      partialFingerprints: { 'portolan/v1': '00000000000000aa' },
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'web' } }] }] }],
    });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20b/web.yaml' },
      region: { startLine: 6, startColumn: 5 },
    });
    expect(run.results.at(-1).suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'ours' }]);
  });
});

describe('gitlab', () => {
  it('is what GitLab documents, each fingerprint once', () => {
    const report = JSON.parse(written('gitlab'));
    expect(faults('code-quality.schema.json', report)).toEqual([]);
    expect(new Set(report.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(report.length);
    expect(JSON.parse(written('gitlab', NOTHING))).toEqual([]);
  });
});

describe('junit', () => {
  it('is well-formed XML that counts its cases', () => {
    const text = written('junit');
    expect(() => parseXml(text)).not.toThrow();
    expect(text).toContain('<testsuites name="portolan validate" tests="6" failures="3" errors="0">');
    expect(text.match(/<testcase /g)).toHaveLength(6);
    expect(text.match(/<failure /g)).toHaveLength(3);
    expect(text).toContain('<skipped message="ours"/>');
    expect(text).toContain('<testcase classname="sound.yaml" name="no finding"/>');
  });
});

describe('checkstyle', () => {
  it('is well-formed XML with an error for each finding', () => {
    const text = written('checkstyle');
    expect(() => parseXml(text)).not.toThrow();
    expect(text.match(/<error /g)).toHaveLength(4);
    expect(text).toContain(
      '<error line="6" column="5" severity="warning" message="No pod has app=webb." source="portolan.SVC001"/>',
    );
    expect(() => parseXml(written('checkstyle', NOTHING))).not.toThrow();
  });
});

describe('github', () => {
  it('writes commands, the worst first, whose text cannot begin another', () => {
    const lines = written('github').trimEnd().split('\n');
    expect(lines[0]).toBe('::error file=c.yaml,line=9,col=5,title=SCH003::100%25');
    expect(lines).toHaveLength(4);
    expect(lines.every((line) => /^::(?:error|warning|notice) /.test(line))).toBe(true);
    expect(lines.at(-1)).toContain('%25d,e:f%0A::error::g | `h`');
  });

  it('annotates ten of each kind, and logs the others', () => {
    const lines = written('github', sampleReport({ findings: manyFindings(13) }))
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines[10]).toBe('::group::3 more findings');
    expect(lines.at(-1)).toBe('::endgroup::');
  });

  it('lets no name of a file begin a command', () => {
    const findings = manyFindings(11).map((finding) => ({ ...finding, file: '::error::a\n::add-mask::b' }));
    const log = written('github', sampleReport({ findings }));
    expect(log).not.toMatch(/^::(?:error::|add-mask)/m);
  });
});

describe('txt', () => {
  it('shows the line of a finding with a caret under its place', () => {
    const text = written('txt');
    expect(text).toContain('\na b/web.yaml\n');
    expect(text).toContain('      6 |     app: webb # the shop\n        |     ^\n    fix: Select app=web\n');
    expect(text).not.toContain('\u202e');
    expect(text).toContain('1 known and not counted.');
    expect(written('txt', NOTHING)).toContain('Nothing is wrong.');
  });

  it.each([
    ['of a Secret', 'data:\n  k: aHVudGVyMg==\n', { line: 2, path: '/x/k', resource: { kind: 'Secret', name: 's' } }],
    ['of a variable', '  - name: P\n    value: hunter2\n', { line: 2, path: '/spec/containers/0/env/0/value' }],
    ['beside a place in flow style', 'a: {x: 1, env: [{name: P, value: hunter2}]}\n', { line: 1, path: '/a/x' }],
    ['of what has no path', 'password: [hunter2\n', { line: 1, path: undefined }],
  ])('shows no line with a value %s', (_, text, place) => {
    const findings = [{ ...FIXED, ...place, column: 3 }];
    const report = sampleReport({ findings, suppressed: [], source: () => text });
    expect(written('txt', report)).not.toMatch(/hunter2|aHVudGVyMg/);
  });
});

describe('md', () => {
  it('is one comment with a mark, a fold for each file, and nothing that is markup', () => {
    const text = written('md');
    expect(text.startsWith('<!-- portolan: validate -->\n')).toBe(true);
    expect(text.match(/<details/g)).toHaveLength(3);
    expect(text).toContain('<details open><summary>./c.yaml (1)</summary>');
    expect(text).not.toContain('<c>');
    expect(text).not.toMatch(/(?<!\\)`h/);
  });

  it('fits a comment of GitHub', () => {
    const findings = manyFindings(2_000).map((finding, i) => ({
      ...finding,
      file: `${i % 50}.yaml`,
      message: HOSTILE,
    }));
    const text = written('md', sampleReport({ findings }));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\d+ more findings do not fit here/);
  });
});

describe('diff', () => {
  it('is a patch that makes of the file what the fixes make of it', () => {
    const patch = written('diff');
    expect(patch).toContain(
      '# a b/web.yaml:6 SVC001 Select app=web (look at it first)\n--- a/a b/web.yaml\n+++ b/a b/web.yaml\n',
    );
    expect(patched(SOURCE, patch)).toBe(SOURCE.replace('webb', 'web'));
  });

  it('joins changes that are near, and tells of a last line without an end', () => {
    const text = Array.from({ length: 30 }, (_, i) => `k${i}: v`).join('\n');
    const edit = (line: number, column: number, end: number, to: string) => ({
      file: 'a b/web.yaml',
      start: { line, column },
      end: { line, column: end },
      text: to,
    });
    const edits = [edit(2, 1, 3, 'x'), edit(5, 1, 1, 'a: 1\n'), edit(30, 6, 7, 'w\nz: 1')];
    const findings = edits.map((one) => ({ ...FIXED, fix: { title: 't', safe: true, edits: [one] } }));
    const patch = written('diff', sampleReport({ findings, source: () => text }));
    expect(patch.match(/^@@/gm)).toHaveLength(2);
    expect(patch).toContain('\\ No newline at end of file\n');
    const lines = text.split('\n');
    const expected = [lines[0], 'x: v', ...lines.slice(2, 4), 'a: 1', ...lines.slice(4, 29), 'k29: w', 'z: 1'];
    expect(patched(text, patch)).toBe(expected.join('\n'));
  });

  it('says so where nothing has a fix', () => {
    expect(written('diff', NOTHING)).toBe('# Nothing that was found has a fix.\n');
  });
});

/** Applies the hunks of a patch of one file, as `patch` would, but for its search. */
function patched(text: string, patch: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  for (const hunk of patch.split(/^(?=@@ )/m).slice(1)) {
    const [head = '', ...body] = hunk.match(/[^\n]*\n/g) ?? [];
    const start = Number(/^@@ -(\d+)/.exec(head)?.[1]) - 1;
    out.push(...lines.slice(at, start));
    at = start;
    for (const [i, line] of body.entries()) {
      if (line.startsWith('\\')) continue;
      const content = body[i + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1);
      if (line[0] !== '+') expect(lines[at++]).toBe(content);
      if (line[0] !== '-') out.push(content);
    }
  }
  return [...out, ...lines.slice(at)].join('');
}
