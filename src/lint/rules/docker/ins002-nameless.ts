/** INS002: a container or network without a name. Said by the reader of dumps. */

import type { DockerRule } from '../../rule.ts';

export const nameless: DockerRule = {
  id: 'INS002',
  model: 'docker',
  file: 'inspect.json',
  severity: 'error',
  title: 'A container or network without a name',
  why: 'It cannot be told from others, and is left out.',
  fix: 'Send the output of docker inspect as it is.',
  references: ['https://docs.docker.com/reference/cli/docker/inspect/'],
  bad: [
    {
      line: 2,
      text: `[
  { "Id": "", "Name": "", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } }
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
