/** CMP058: a container sees the processes of the host. */

import type { ProjectRule } from './rule.ts';

export const hostProcesses: ProjectRule = {
  id: 'CMP058',
  severity: 'warning',
  title: 'A container sees the processes of the host',
  why: 'Together with a few rights that is a way into the network namespace of any process of the host.',
  bad: `services:
  a: { image: nginx, pid: host }
`,
  good: `services:
  a: { image: nginx }
`,
  check: (project, say) => {
    for (const { name, pid } of project.services.values()) {
      if (pid?.value === 'host')
        say(pid.origin, `${name} sees every process of the host. Remove pid: host where it can be.`);
    }
  },
};
