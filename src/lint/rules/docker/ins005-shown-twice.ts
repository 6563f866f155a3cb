/** INS005: a container or network stands in the files twice. Said by the reader of dumps. */

import type { DockerRule } from '../../rule.ts';

export const shownTwice: DockerRule = {
  id: 'INS005',
  model: 'docker',
  file: 'inspect.json',
  severity: 'info',
  title: 'A container or network stands in the files twice',
  why: 'The first one counts; where the two are different ones of one name, verdicts about the name are unknown.',
  fix: 'Send each dump once.',
  references: ['https://docs.docker.com/reference/cli/docker/inspect/'],
  bad: [
    {
      line: 2,
      text: `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } },
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": { "NetworkMode": "bridge" }, "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } }
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
