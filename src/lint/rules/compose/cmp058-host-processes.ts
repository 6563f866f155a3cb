/** CMP058: a container sees the processes of the host. */

import type { DockerRule } from '../../rule.ts';

export const hostProcesses: DockerRule = {
  id: 'CMP058',
  model: 'docker',
  severity: 'warning',
  title: 'A container sees the processes of the host',
  why: 'Together with a few rights that is a way into the network namespace of any process of the host.',
  fix: 'Remove `pid: host` where the program does without.',
  references: ['https://docs.docker.com/reference/compose-file/services/#pid'],
  bad: [
    {
      line: 2,
      text: `services:
  a: { image: nginx, pid: host }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx }
`,
  ],
  check({ project }, report) {
    for (const { name, pid } of project.services.values()) {
      if (pid?.value === 'host')
        report(pid.origin, `${name} sees every process of the host. Remove pid: host where it can be.`);
    }
  },
};
