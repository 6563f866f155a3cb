/** INS006: containers of one service are not alike. Said by the reader of dumps. */

import type { DockerRule } from '../../rule.ts';

export const unlike: DockerRule = {
  id: 'INS006',
  model: 'docker',
  file: 'inspect.json',
  severity: 'info',
  title: 'Containers of one service are not alike',
  why: 'Each is then shown by itself, for the engine treats them by what they are and not by what they are called.',
  fix: 'Recreate them from one definition: docker compose up --force-recreate.',
  references: ['https://docs.docker.com/reference/cli/docker/inspect/'],
  bad: [
    {
      line: 2,
      text: `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [], "Labels": { "com.docker.compose.project": "p", "com.docker.compose.service": "s" } }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } },
  { "Id": "b000000000000000000000000000000000000000000000000000000000000000", "Name": "/b", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [], "Labels": { "com.docker.compose.project": "p", "com.docker.compose.service": "s" } }, "HostConfig": { "NetworkMode": "none" }, "NetworkSettings": { "Networks": {} } }
]
`,
    },
  ],
  good: [
    `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } },
  { "Id": "b000000000000000000000000000000000000000000000000000000000000000", "Name": "/b", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } }
]
`,
  ],
};
