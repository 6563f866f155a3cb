/** CMP018: a container can command the engine. */

import type { DockerRule } from '../../rule.ts';

const SOCKET = /(?:^|\/)(?:docker|containerd|podman|crio)\.sock$/;

export const engineSocket: DockerRule = {
  id: 'CMP018',
  model: 'docker',
  severity: 'warning',
  title: 'A container can command the engine',
  why: 'Who can talk to the engine can start a container with every right on the host, so no network isolates it.',
  fix: 'Do without the socket, or put a proxy before it that passes on only the calls that are needed.',
  references: ['https://docs.docker.com/engine/security/#docker-daemon-attack-surface'],
  bad: [
    {
      line: 4,
      text: `services:
  agent:
    image: agent
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
`,
    },
  ],
  good: [
    `services:
  agent:
    image: agent
    volumes: ["data:/data"]
volumes:
  data: {}
`,
  ],
  check({ project }, report) {
    for (const { name, volumes, use_api_socket: socket } of project.services.values()) {
      const message = `${name} can command the engine, and with it the host. Give it a proxy that allows less, or remove this.`;
      for (const { type, source, origin } of volumes) {
        if ((type === 'bind' || type === 'npipe') && SOCKET.test(source ?? '')) report(origin, message);
      }
      if (socket?.value) report(socket.origin, message);
    }
  },
};
