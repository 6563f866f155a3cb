/** INS004: something is referred to that is not in these files. Said by the reader of dumps. */

import type { DockerRule } from '../../rule.ts';

export const notShown: DockerRule = {
  id: 'INS004',
  model: 'docker',
  file: 'inspect.json',
  severity: 'warning',
  title: 'Something is referred to that is not in these files',
  why: 'A container or network whose dump is missing: verdicts that rest on it are unknown.',
  fix: 'Send the dump of it along: docker inspect for the container, docker network inspect for the network.',
  references: ['https://docs.docker.com/reference/cli/docker/network/inspect/'],
  bad: [
    {
      line: 2,
      text: `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "container:b000000000000000000000000000000000000000000000000000000000000000" }, "NetworkSettings": { "Networks": {} } }
]
`,
    },
  ],
  good: [
    `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } }
]
`,
  ],
};
