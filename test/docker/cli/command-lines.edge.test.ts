import { expect, it } from 'vitest';
import { loadCommandLines } from '../../../src/docker/cli/command-lines.ts';

it('command lines are read inside workerd, where no code may be made at run time', () => {
  const text = 'N=back\ndocker network create $N\nfor i in 1 2; do docker run --network $N nginx; done\n';
  const sources = [{ path: 'a.sh', text }];
  const { project, commands, findings } = loadCommandLines(sources, { projectName: undefined, env: new Map() });
  expect([commands, findings, [...(project?.services.keys() ?? [])]]).toEqual([2, [], ['nginx']]);
});
