import { describe, expect, it } from 'vitest';
import { parseFlags } from '../../../../src/docker/cli/flags/parse-flags.ts';
import { NETWORK_CREATE_FLAGS, RUN_FLAGS } from '../../../../src/docker/cli/flags/tables.ts';

function words(text: string): Parameters<typeof parseFlags>[0] {
  return text.split(' ').map((word, index) => ({ text: word, start: index, end: index, unknown: [], open: false }));
}

function parsed(text: string, table = RUN_FLAGS): string {
  const { flags, args, fault } = parseFlags(words(text), table);
  if (fault) return `fault at ${fault.word.start}: ${fault.message}`;
  return [...flags.map(({ name, value }) => `${name}=${value}`), '|', ...args.map((arg) => arg.text)].join(' ');
}

describe('flags of docker run', () => {
  it.each([
    ['--name web nginx', 'name=web | nginx'],
    ['--name=web nginx', 'name=web | nginx'],
    ['-p 80:80 nginx', 'publish=80:80 | nginx'],
    ['-p80:80 nginx', 'publish=80:80 | nginx'],
    ['-p=80:80 nginx', 'publish=80:80 | nginx'],
    ['-dp 80:80 nginx', 'detach=true publish=80:80 | nginx'],
    ['-itd nginx', 'interactive=true tty=true detach=true | nginx'],
    ['-itp80:80 nginx', 'interactive=true tty=true publish=80:80 | nginx'],
    ['-d=false nginx', 'detach=false | nginx'],
    ['--rm=false nginx', 'rm=false | nginx'],
    ['--rm false', 'rm=true | false'],
    ['-e A=b=c nginx', 'env=A=b=c | nginx'],
    ['--env= nginx', 'env= | nginx'],
    ['-h web nginx', 'hostname=web | nginx'],
    ['--net host nginx', 'net=host | nginx'],
    ['nginx -p 80:80 --foo', '| nginx -p 80:80 --foo'],
    ['-d -- --name', 'detach=true | --name'],
    ['-d - x', 'detach=true | - x'],
    ['--name -d nginx', 'name=-d | nginx'],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  it.each([
    ['--foo nginx', 'fault at 0: docker knows no flag --foo here'],
    ['-d --netwrok n nginx', 'fault at 1: docker knows no flag --netwrok here (--network?)'],
    ['-name web nginx', 'fault at 0: docker knows no flag -n here (--name?)'],
    ['-x nginx', 'fault at 0: docker knows no flag -x here'],
    ['-d -p', 'fault at 1: -p needs a value, and nothing stands behind it'],
    ['--name', 'fault at 0: --name needs a value, and nothing stands behind it'],
    ['--rm=maybe nginx', 'fault at 0: --rm takes true or false, and only behind an equals sign'],
    ['--memory much nginx', 'fault at 0: --memory takes a size such as 512m'],
    ['--cpus x nginx', 'fault at 0: --cpus takes a number'],
    ['--health-interval 5 nginx', 'fault at 0: --health-interval takes a duration such as 30s or 1m30s'],
    ['--stop-timeout x nginx', 'fault at 0: --stop-timeout takes a whole number'],
    ['--blkio-weight -1 nginx', 'fault at 0: --blkio-weight takes a whole number that is not negative'],
  ])('the first fault ends them: %s', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  it.each(['512', '1.5g', '5 m', '10kb', '-1', '1GiB', '.5m'])('--memory takes %s', (size) => {
    const { fault } = parseFlags(
      [...words('--memory'), { text: size, start: 0, end: 0, unknown: [], open: false }],
      RUN_FLAGS,
    );
    expect(fault).toBeUndefined();
  });
});

describe('flags of docker network create', () => {
  it('may stand behind the name too', () => {
    expect(parsed('back --internal -d bridge', NETWORK_CREATE_FLAGS)).toBe('internal=true driver=bridge | back');
  });
});

describe('a variable without quotes that is not known', () => {
  const open = (text: string) => ({ text, start: 0, end: 0, unknown: [text], open: true });
  const image = words('nginx');
  const detach = words('-d');

  it('is taken for flags by its name, or before a flag, and else for the image', () => {
    const opaque = (...given: Parameters<typeof parseFlags>[0]): number => parseFlags(given, RUN_FLAGS).opaque.length;
    expect(opaque(open('$OPTS'), ...image)).toBe(1);
    expect(opaque(open('$X'), ...detach, ...image)).toBe(1);
    expect(opaque(open('$@'))).toBe(1);
    expect(opaque(open('$*'), ...image)).toBe(1);
    expect(opaque(open('$X'), ...image)).toBe(0);
    expect(opaque(open('$IMAGE'), ...detach)).toBe(0);
    expect(opaque(open('$OPTS'))).toBe(0);
  });
});
