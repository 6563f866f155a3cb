import { describe, expect, it } from 'vitest';
import { holdsCommands, loadCommandLines } from '../../../src/docker/cli/command-lines.ts';
import { briefly, found, read } from './reading.ts';

describe('files of command lines', () => {
  it('are scripts by their names, and pages of text that show some', () => {
    const holds = (path: string, text = '') => holdsCommands({ path, text });
    expect(['a.sh', 'b/c.SH', 'd.bash'].map((path) => holds(path))).toEqual([true, true, true]);
    expect(['a.yaml', 'sh', 'a.sh.md', 'a.txt'].map((path) => holds(path))).toEqual([false, false, false, false]);
    expect(holds('b/c.TXT', 'First:\n  $ sudo docker run nginx\n')).toBe(true);
    expect(holds('a.txt', 'kind: Pod # docker run nginx\n')).toBe(false);
  });

  it('are one host, in the order of their paths', () => {
    const files = {
      'b.sh': 'docker run --name web --network back x',
      'a.sh': 'docker network create --internal back',
    };
    const { project, findings, commands } = read(files);
    expect([project?.name, project?.folder, commands]).toEqual(['docker', '', 2]);
    expect([...(project?.networks.values() ?? [])].map(({ name, external }) => [name, external])).toEqual([
      ['back', false],
    ]);
    expect(findings).toEqual([]);
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect([...(read(reversed).project?.services.keys() ?? [])]).toEqual(['web']);
  });

  it('may give the project its name', () => {
    const { project } = loadCommandLines([{ path: 'a.sh', text: 'docker run x' }], {
      projectName: 'prod',
      env: new Map(),
    });
    expect(project?.name).toBe('prod');
  });

  it('count other lines and commands, without a finding', () => {
    const text = 'Text.\n\n# comment\necho hi\ndocker ps -a\ndocker run x && docker logs x\n';
    const { commands, others, findings } = read(text);
    expect([commands, others, findings]).toEqual([1, 4, []]);
  });

  it('without a command that makes something are no project', () => {
    expect(read('docker ps\n').project).toBeUndefined();
    expect(read('').project).toBeUndefined();
    expect(read('docker run --help\ndocker --version run x\n').project).toBeUndefined();
  });

  it('that are scripts have variables, branches and here-documents', () => {
    const text =
      '#!/bin/sh\nset -e\nNET=back\ndocker network create "$NET"\nif true; then\n' +
      '  docker run --name web \\\n    --network "$NET" nginx\nfi\ncat <<EOF\ndocker run no\nEOF\n';
    for (const path of ['run.sh', 'run.txt']) {
      const { project, findings } = read({ [path]: text });
      expect([...(project?.services.keys() ?? [])]).toEqual(['web']);
      expect(project?.services.get('web')?.networks[0]?.network).toBe('back');
      expect(findings).toEqual([]);
    }
  });
});

describe('what cannot be known', () => {
  it('is said at its flag, and the answer is not complete', () => {
    expect(found('docker run --name web \\\n  --network $NET --ip $(ip) nginx')).toEqual([
      'CLI007 2:3?',
      'CLI007 2:18?',
      'CLI009 2:3',
    ]);
  });

  it('is no matter in values that decide nothing', () => {
    expect(found('docker run -e A=$B -v $(pwd):/x -w $HOME --label $L -u $(id -u) "$IMAGE" $CMD')).toEqual([]);
  });

  it('may hold flags', () => {
    expect(found('docker run -d $OPTS nginx')).toEqual(['CLI007 1:15?']);
    expect(found('docker run "$@"')).toEqual(['CLI007 1:12?']);
    expect(read('docker run "$@"').project).toBeUndefined();
  });

  it('is known where it is given, in the text or in the option', () => {
    expect(found('A=web\ndocker run --name $A nginx')).toEqual([]);
    const { project, findings } = read('P=80; docker run --name $A -p $P:80 nginx', { A: 'web' });
    expect([project?.services.get('web')?.ports[0]?.published?.first, findings]).toEqual([80, []]);
  });

  it('is the same network wherever it is written', () => {
    const { project } = read('docker network create $N\ndocker run --network $N x\ndocker run --network name=$N y');
    expect([...(project?.networks.keys() ?? [])]).toEqual(['$N']);
    expect([...(project?.services.values() ?? [])].map(({ networks }) => networks[0]?.network)).toEqual(['$N', '$N']);
  });
});

describe('faults', () => {
  it('stand at their line and column, with the name of what is refused', () => {
    const { findings } = read('text\ndocker run -d --name web -p x nginx\n');
    expect(findings.map(briefly)).toEqual(['CLI003 2:26!']);
    expect(findings[0]?.resource).toEqual({ kind: 'service', name: 'web' });
  });

  it('of one command hide nothing of the others', () => {
    const { project, findings } = read("docker run --foo x\ndocker run 'y\ndocker run --name web z\n");
    expect(findings.map(briefly)).toEqual(['CLI008 2:12?', 'CLI001 1:12!']);
    expect([...(project?.services.keys() ?? [])]).toEqual(['web']);
  });

  it('are followed into substitutions', () => {
    expect(found('ID=$(docker run -p x nginx)')).toEqual(['CLI003 1:17!']);
    expect(found('echo `docker run -p x nginx`')).toEqual(['CLI003 1:18!']);
  });
});
