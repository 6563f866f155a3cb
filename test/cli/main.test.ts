import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { formsWith } from '../../src/render/formats.ts';
import { forTerminalLines } from '../../src/util/escape.ts';
import { inFolder, run } from './fake-world.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\n';
const OTHER = POD.replace('web', 'db');
const PACKED = fileURLToPath(new URL('../../examples/online-boutique', import.meta.url));
const BOTH = `${POD}---\n${OTHER}`;
const CLOSED = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
`;
const BROKEN = 'kind: Pod\n  metadata: [\n';
const FOLDER = { 'k8s/web.yaml': POD, 'k8s/deep/db.yml': OTHER };

const json = (text: string) => JSON.parse(text) as Record<string, never>;

describe('verbs', () => {
  test('every operation is one, with its summary in the help of all', async () => {
    const { code, out } = await run('/', ['help']);
    expect(code).toBe(0);
    const words = out.replace(/\s+/g, ' ');
    for (const { id, takes, summary } of OPERATIONS) {
      expect(words).toContain(` ${id} ${takes === 'pair' ? 'BEFORE AFTER' : 'PATH…'} ${summary}`);
    }
  });

  test.each(OPERATIONS)('the help of $id has every option, form and gate', async (operation) => {
    const { code, out } = await run('/', [operation.id, '--help']);
    expect(code).toBe(0);
    for (const name of Object.keys(operation.input.shape)) {
      expect(out).toMatch(new RegExp(`--(no-)?${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}\\b`));
    }
    for (const gate of operation.gates) expect(out).toContain(gate);
    expect(out).toContain('There is: json, txt');
    expect(out).not.toMatch(/curl|multipart/);
    expect(await run('/', ['help', operation.id])).toEqual({ code, out, err: '' });
  });

  test('a mistyped one is told the nearest', async () => {
    expect(await run('/', ['valdate', '.'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/"validate"/),
    });
  });

  test('rules lists what validate looks for, and explains the one a finding names', async () => {
    const { code, out } = await run('/', ['rules']);
    expect(code).toBe(0);
    const [id = ''] = out.split(' ');
    const one = await run('/', ['rules', id.toLowerCase()]);
    expect(one).toMatchObject({ code: 0, out: expect.stringContaining('It speaks of') });
    expect(await run('/', ['rules', `${id}X`])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`Did you mean ${id}?`),
    });
  });

  test('none at all is bad input, with the help', async () => {
    expect(await run('/', [])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Verbs') });
  });

  test('version says which this is', async () => {
    expect(await run('/', ['--version'])).toEqual({ code: 0, out: 'portolan 1.2.3\n', err: '' });
  });
});

describe('files', () => {
  test('a folder is read with the folders in it, and files are named as the path was typed', async () => {
    await inFolder({ ...FOLDER, 'k8s/README.md': '# no manifest', 'k8s/.git/config.yaml': BROKEN }, async (folder) => {
      const { code, out } = await run(folder, ['reachability', './k8s', '-f', 'json']);
      expect(code).toBe(0);
      expect(json(out)).toMatchObject({ complete: true, findings: [] });
      expect(out).toContain('shop/db[Pod]');
    });
  });

  test('a broken file is a finding with its path', async () => {
    await inFolder({ ...FOLDER, 'k8s/broken.yaml': BROKEN }, async (folder) => {
      const { code, out } = await run(folder, ['reachability', 'k8s', '--format=json']);
      expect(code).toBe(0);
      expect(json(out)).toMatchObject({ complete: false, findings: [{ file: 'k8s/broken.yaml', line: 2 }] });
    });
  });

  test('a file named twice is one file', async () => {
    await inFolder(FOLDER, async (folder) => {
      const once = await run(folder, ['reachability', 'k8s']);
      expect(await run(folder, ['reachability', 'k8s', 'k8s/web.yaml', join(folder, 'k8s')])).toEqual(once);
    });
  });

  test('links in a folder are not followed, and said', async () => {
    await inFolder(FOLDER, async (folder) => {
      symlinkSync('/etc/hostname', join(folder, 'k8s/link.yaml'));
      const { code, out, err } = await run(folder, ['reachability', 'k8s']);
      expect(code).toBe(0);
      expect(err).toBe('portolan: links are not followed: k8s/link.yaml\n');
      expect(out).toContain('2 workloads');
    });
  });

  test('an archive is opened, and its files are named as if they lay beside it', async () => {
    const archive = execFileSync('tar', ['cz', '-C', PACKED, '.']);
    await inFolder({ 'in/k8s.tgz': archive, 'new/web.yaml': POD }, async (folder) => {
      const { code, out } = await run(folder, ['validate', 'in/k8s.tgz', '-f', 'json']);
      expect(code).toBe(0);
      expect(json(out)).toMatchObject({ summary: { files: 4 } });
      const diff = await run(folder, ['diff', 'in/k8s.tgz', 'new', '-f', 'json']);
      expect(json(diff.out)).toMatchObject({ workloads: { added: ['shop/web[Pod]'] } });
    });
  });

  test('an archive that is none is bad input', async () => {
    await inFolder({ 'k8s.zip': 'PK' }, async (folder) => {
      expect(await run(folder, ['validate', 'k8s.zip'])).toMatchObject({ code: 2, out: '' });
    });
  });

  test('a path that is not there is bad input', async () => {
    await inFolder({}, async (folder) => {
      const { code, err } = await run(folder, ['reachability', 'k9s']);
      expect([code, err]).toEqual([2, 'portolan: k9s is not there.\n']);
    });
  });

  test('a folder without manifests is bad input', async () => {
    await inFolder({ 'a/README.md': '#' }, async (folder) => {
      const { code, err } = await run(folder, ['reachability', 'a']);
      expect([code, err]).toEqual([2, expect.stringContaining('no manifest in a')]);
    });
  });

  test('what is piped in is told by its bytes, as a request body is', async () => {
    const list = JSON.stringify({ files: [{ path: 'a.yaml', content: POD }], namespace: 'x' });
    for (const stdin of [POD, list]) {
      for (const words of [['reachability'], ['reachability', '-']]) {
        expect(await run('/', words, { stdin })).toMatchObject({
          code: 0,
          out: expect.stringContaining('1 workloads'),
        });
      }
    }
  });

  test('without a path at a terminal nothing is waited for', async () => {
    expect(await run('/', ['reachability'])).toMatchObject({ code: 2, err: expect.stringContaining('pipe') });
  });
});

describe('options', () => {
  const ask = (...words: string[]) => run('/', ['reachability', '-f', 'json', ...words], { stdin: BOTH });

  test('are spelled with dashes or as in the API', async () => {
    const expected = await ask('--focus-peer=web', '--focus', 'db');
    expect(expected.code).toBe(0);
    expect(await ask('--focusPeer', 'web', '--focus=db')).toEqual(expected);
  });

  test('switches stand alone, take true or false, or are turned off by no-', async () => {
    const off = await ask('--no-external');
    expect(json(off.out)).toMatchObject({ connections: [{}, {}] });
    expect(await ask('--external=false')).toEqual(off);
    expect(await ask('--external')).toEqual(await ask());
    expect(await ask('--self=false')).toEqual(await ask());
    expect(await ask('--self=maybe')).toMatchObject({ code: 2, err: 'portolan: --self is true or false.\n' });
  });

  test('an unknown one is told the nearest', async () => {
    expect((await ask('--focsu=a')).err).toBe('portolan: reachability has no option --focsu. Did you mean --focus?\n');
    expect((await ask('--ip-blok-pods=match')).err).toContain('--ip-block-pods?');
    expect((await ask('-x')).err).toContain('has no option -x');
    expect((await ask('--no-focus')).code).toBe(2);
  });

  test('one without its value is told so, and does not swallow the next', async () => {
    expect((await ask('--focus', '--explain')).err).toContain('--focus needs a value');
    expect((await run('/', ['reachability', '--focus'], { stdin: POD })).err).toContain('--focus needs a value');
  });

  test('a value that is none is refused before anything is read', async () => {
    expect(await run('/', ['reachability', 'nowhere', '--level=cluster'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('level'),
    });
  });

  test('variables are given as KEY=VALUE, as often as there are some', async () => {
    const compose = 'services: { web: { image: "$A:$B" } }\n';
    await inFolder({ 'p/compose.yaml': compose }, async (folder) => {
      const { code, out } = await run(folder, ['project', 'p', '--env', 'A=nginx', '--env', 'B=1=2', '-f', 'json']);
      expect(code).toBe(0);
      expect(out).toContain('nginx:1=2');
    });
  });

  test('a form there is not is told which there are', async () => {
    expect((await ask('--format=pdf')).code).toBe(2);
    expect(await run('/', ['validate', '-f', 'svg'], { stdin: POD })).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is: json, txt'),
    });
  });
});

describe('exit codes', () => {
  const sides = { 'old/a.yaml': BOTH, 'old/p.yaml': CLOSED, 'new/a.yaml': BOTH };

  test('0 without a gate, and where none trips; 1 where one does, with the report', async () => {
    await inFolder(sides, async (folder) => {
      const open = await run(folder, ['diff', 'old', 'new', '-f', 'md']);
      expect(open.code).toBe(0);
      const tripped = await run(folder, ['diff', 'old', 'new', '-f', 'md', '--gate', 'added']);
      expect(tripped).toMatchObject({ code: 1, err: '' });
      expect(tripped.out).toBe(open.out.replace('\n', '; gate tripped: added\n'));
      expect((await run(folder, ['diff', 'new', 'old', '-g', 'added'])).code).toBe(0);
    });
  });

  test('1 where a gate is asked for and something could not be read', async () => {
    await inFolder({ ...sides, 'new/b.yaml': BROKEN }, async (folder) => {
      expect((await run(folder, ['diff', 'new', 'old', '-g', 'added'])).code).toBe(1);
    });
  });

  test('2 for files that hold nothing to analyse', async () => {
    expect((await run('/', ['reachability'], { stdin: 'a: 1\n' })).code).toBe(2);
    expect((await run('/', ['reachability'], { stdin: '' })).code).toBe(2);
  });

  test('2 for a pair that is none', async () => {
    await inFolder(sides, async (folder) => {
      expect(await run(folder, ['diff', 'old'])).toMatchObject({ code: 2, err: expect.stringContaining('before') });
    });
  });

  test('3 for a limit, saying which', async () => {
    const deep = JSON.stringify({ files: Array.from({ length: 10_001 }, () => ({ path: 'a', content: POD })) });
    expect(await run('/', ['reachability'], { stdin: deep })).toMatchObject({
      code: 3,
      err: expect.stringContaining('10000'),
    });
  });

  test('3 for a bug, which is said to be one', async () => {
    const broken = OPERATIONS.map((operation) => ({ ...operation, run: () => undefined as never }));
    const ran = await run('/', ['names'], { stdin: POD, world: { operations: broken as never } });
    expect(ran).toMatchObject({ code: 3, err: expect.stringContaining('This is a bug') });
  });

  test('whoever stops reading ends the command well', async () => {
    expect(await run('/', ['reachability'], { stdin: POD, reads: 1 })).toMatchObject({ code: 0, err: '' });
  });
});

describe('at a terminal', () => {
  const hostile = 'services: { web: { image: nginx, labels: { a: "x\\u009b31m\\u202e\\e[2Jy" } } }\n';
  const files = { 'x\u009b31m\u202e\u001b[2Jy/compose.yaml': hostile, 'x\u001b[2Jy.yaml': 'kind: Pod\n a: [\n' };
  const forms = OPERATIONS.flatMap(({ id, takes, views }) =>
    takes === 'pair' ? [] : formsWith(views).map(({ name }) => [id, name] as const),
  );

  test.each(forms)('%s as %s moves no cursor', async (verb, format) => {
    await inFolder(files, async (folder) => {
      const { out, err } = await run(folder, [verb, '.', '-f', format], { terminal: 'stdout' });
      expect(forTerminalLines(out + err)).toBe(out + err);
      expect(out + err).toMatch(/\n$/);
    });
  });

  test('nor does what is said of a path', async () => {
    const { err } = await run('/', ['reachability', 'a\u001b[2Jb']);
    expect(err).not.toContain('\u001b');
  });

  test('into a file the bytes are those of the service', async () => {
    const { out } = await run('/', ['project', '-f', 'json'], { stdin: hostile });
    expect(out).toContain('\u009b31m\u202e');
  });

  test('long work is announced, and the line is gone before the answer', async () => {
    const stdin = `${POD}${'#'.repeat(2_000_000)}`;
    const { err } = await run('/', ['reachability'], { stdin, terminal: 'stderr' });
    expect(err.endsWith('Analysing 1 files …\r\u001b[K')).toBe(true);
    expect((await run('/', ['reachability'], { stdin })).err).toBe('');
    expect((await run('/', ['reachability'], { stdin: POD, terminal: 'stderr' })).err).toBe('');
  });
});
