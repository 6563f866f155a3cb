/** INS001: a field is not of the type that the engine prints. Said by the reader of dumps. */

import type { DockerRule } from '../../rule.ts';

export const fieldType: DockerRule = {
  id: 'INS001',
  model: 'docker',
  file: 'inspect.json',
  severity: 'error',
  title: 'A field is not of the type that the engine prints',
  why: 'What it says cannot be taken in, so that the answer is not complete.',
  fix: 'Send the output of docker inspect as it is.',
  references: ['https://docs.docker.com/reference/cli/docker/inspect/'],
  bad: [
    {
      line: 2,
      text: `[
  { "Id": "a000000000000000000000000000000000000000000000000000000000000000", "Name": "/a", "State": { "Status": "running", "Running": true }, "Config": { "Image": "nginx", "Env": [] }, "HostConfig": "bridge", "NetworkSettings": { "Networks": { "bridge": { "IPAddress": "172.17.0.2" } } } }
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
