/** CMP053: two networks of a project have one name. */

import type { Network } from '../../../docker/network.ts';
import { pushTo } from '../../../util/ordering.ts';
import type { DockerRule } from '../../rule.ts';

export const oneName: DockerRule = {
  id: 'CMP053',
  model: 'docker',
  severity: 'error',
  title: 'Two networks have one name',
  why: 'Compose makes the first and then finds that it is not the second; only external networks may share a name.',
  fix: 'Give each network a name of its own.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#name'],
  bad: [
    {
      line: [4, 5],
      text: `services:
  a: { image: nginx, networks: [one, two] }
networks:
  one: { name: shared }
  two: { name: shared }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [one, two] }
networks:
  one: { name: shared }
  two: { name: other }
`,
  ],
  check({ project }, report) {
    const byName = new Map<string, Network[]>();
    for (const network of project.networks.values()) pushTo(byName, network.name, network);
    for (const group of byName.values()) {
      if (group.length < 2 || group.every(({ external }) => external)) continue;
      const keys = group.map(({ key }) => key).join(' and ');
      for (const { origin } of group)
        report(origin, `The networks ${keys} have one name, so the project does not start. Rename one.`);
    }
  },
};
