import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOCKER_OPENING } from '../../../../src/docker/cli/docker-command.ts';
import { readShell } from '../../../../src/docker/cli/shell/read-shell.ts';
import { Variables } from '../../../../src/docker/cli/shell/variables.ts';

/** The rows of a table of texts and what becomes of them. */
function table(name: string): [string, string][] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const rows = text.split('\n').filter((row) => row.includes(' => '));
  return rows.map((row): [string, string] => [row.split(' => ')[0] ?? '', row.split(' => ')[1] ?? '']);
}

const KNOWN = table('variables-known.txt');
const UNKNOWN = table('variables-unknown.txt');

interface Seen {
  readonly commands: string[];
  readonly faults: string[];
  others: number;
}

/** The commands with `docker` in them, words joined by `|`. */
function see(text: string, script = false, env: Readonly<Record<string, string>> = {}): Seen {
  const seen: Seen = { commands: [], faults: [], others: 0 };
  readShell(
    text,
    { script, word: 'docker', opening: DOCKER_OPENING },
    {
      variables: new Variables(new Map(Object.entries(env))),
      command: ({ words }) => seen.commands.push(words.map((word) => word.text).join('|')),
      other: () => {
        seen.others += 1;
      },
      fault: (offset, message) => seen.faults.push(`${offset} ${message}`),
      isDone: () => false,
    },
  );
  return seen;
}

describe('words', () => {
  it.each([
    ['docker "a b" \'c d\' e\\ f', 'docker|a b|c d|e f'],
    ['docker -e A="x y"z', 'docker|-e|A=x yz'],
    ['docker a \\\n  b \\\n\tc', 'docker|a|b|c'],
    ['docker a\\\nb', 'docker|ab'],
    ['docker a # b', 'docker|a'],
    ['docker a#b "#c"', 'docker|a#b|#c'],
    ["docker $'a\\tb'", 'docker|a\tb'],
    ['docker [::1]:80:80 *.txt', 'docker|[::1]:80:80|*.txt'],
    ['docker a >log 2>&1 <in b', 'docker|a|b'],
    ['docker "" b', 'docker||b'],
  ])('of `%s` lose their quotes', (text, words) => {
    expect(see(text).commands).toEqual([words]);
    expect(see(text, true).commands).toEqual([words]);
  });
});

describe('commands', () => {
  it('stand behind each other, in pipes, in the background and after others', () => {
    const text = 'cd x && docker a; docker b | tee log; docker c & docker d || true';
    expect(see(text).commands).toEqual(['docker|a', 'docker|b', 'docker|c', 'docker|d']);
  });

  it('stand in branches, loops, functions, groups and substitutions', () => {
    const text =
      'if docker a; then\n docker b\nelse docker c; fi\nfor i in 1 2; do docker d; done\n' +
      'f() { docker e; }\n( docker g )\nx=$(docker h)\necho "`docker i`"\ncase x in x) docker j;; esac\n';
    const letters = ['a', 'b', 'c', 'd', 'e', 'g', 'h', 'i', 'j'].map((letter) => `docker|${letter}`);
    expect(see(text, true).commands.filter((words) => words.startsWith('docker'))).toEqual(letters);
  });

  it('are not what stands in a comment, a here-document or a quoted text', () => {
    const text = "# docker a\ncat <<EOF\ndocker b\nEOF\necho '\ndocker c\n'\ndocker d\n";
    expect(see(text, true).commands.filter((words) => words.startsWith('docker'))).toEqual(['docker|d']);
    expect(see('cat <<EOF\ndocker b\nEOF\ncat <<-X\n\tdocker c\n\tX\ndocker d\n').commands).toEqual(['docker|d']);
  });

  it('are found line by line in a broken script', () => {
    expect(see('if x; then\ndocker run a\n', true).commands).toEqual(['docker|run|a']);
  });
});

describe('prose around commands', () => {
  it('may have single quotes', () => {
    const text = "Don't worry:\ndocker run a\nIt isn't hard.\n";
    expect(see(text)).toEqual({ commands: ['docker|run|a'], faults: [], others: 2 });
  });

  it.each([
    ['$ docker run a', 'docker|run|a'],
    ['user@host:~/x$ docker run a', 'docker|run|a'],
    ['[root@host ~]# docker run a', 'docker|run|a'],
    ['(venv) me@host % docker run a', 'docker|run|a'],
    ['PS C:\\Users\\x> docker run a', 'docker|run|a'],
    ['C:\\> docker run a', 'docker|run|a'],
    ['$ docker run \\\n> -d a', 'docker|run|-d|a'],
    ['docker run `\n  -d a', 'docker|run|-d|a'],
    ['docker run ^\r\n  -d a', 'docker|run|-d|a'],
    ['docker run \\\r\n  -d a\r\n', 'docker|run|-d|a'],
    ['then docker run a', 'docker|run|a'],
  ])('prompts and continuations of other shells: %j', (text, words) => {
    expect(see(text).commands).toEqual([words]);
  });

  it('a command in backticks ends where they end', () => {
    expect(see('Type `docker run a`.\ndocker run b').commands).toContain('docker|run|b');
    expect(see('x=`docker run a `\ndocker run b').commands).toEqual(['docker|run|a', 'docker|run|b']);
  });

  it('a quote of a command may end on a later line', () => {
    expect(see("docker run -e 'A=1\n2' a\ndocker run b").commands).toEqual(['docker|run|-e|A=1\n2|a', 'docker|run|b']);
  });

  it('a quote of a command that never ends is a fault, and hides nothing behind it', () => {
    const { commands, faults } = see('docker run -e "A a\ndocker run b\n');
    expect(faults).toEqual(['14 The quote that opens here does not end.']);
    expect(commands).toEqual(['docker|run|b']);
  });
});

describe('variables', () => {
  it.each(KNOWN)('that are known are put in: %s', (text, words) => {
    expect(see(text).commands.at(-1)).toBe(words);
    expect(see(text.replaceAll('; ', '\n'), true).commands.at(-1)).toBe(words);
  });

  it('may be given from outside', () => {
    expect(see('docker $A', false, { A: 'a' }).commands).toEqual(['docker|a']);
  });

  it.each(UNKNOWN)('that are not known stay as they are written: %s', (text, words) => {
    expect(see(text, true).commands.at(-1)).toBe(words);
  });

  it('do not grow without end', () => {
    const { commands } = see(`A=aaaaaaaa\n${'A=$A$A\n'.repeat(40)}docker $A`);
    expect(commands).toEqual(['docker|$A']);
  });
});
