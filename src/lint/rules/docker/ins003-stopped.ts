/** INS003: a container that does not run. Said by the reader of dumps. */

import type { DockerRule } from '../../rule.ts';

export const stopped: DockerRule = {
  id: 'INS003',
  model: 'docker',
  file: 'inspect.json',
  severity: 'info',
  title: 'A container that does not run',
  why: 'It has no address, and is no endpoint of any connection.',
  fix: 'Start it before the dump is taken, where it is to be there.',
  references: ['https://docs.docker.com/reference/cli/docker/inspect/'],
  bad: [
    {
      line: 2,
      text: `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "exited", "Running": false }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } }
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
