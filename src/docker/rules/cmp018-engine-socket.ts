/** CMP018: a container can command the engine. */

import type { ProjectRule } from './rule.ts';

const SOCKET = /(?:^|\/)(?:docker|containerd|podman|crio)\.sock$/;

export const engineSocket: ProjectRule = {
  id: 'CMP018',
  severity: 'warning',
  title: 'A container can command the engine',
  why: 'Who can talk to the engine can start a container with every right on the host, so no network isolates it.',
  bad: `services:
  agent:
    image: agent
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
`,
  good: `services:
  agent:
    image: agent
    volumes: ["data:/data"]
volumes:
  data: {}
`,
  check: (project, say) => {
    for (const { name, volumes, use_api_socket: socket } of project.services.values()) {
      const message = `${name} can command the engine, and with it the host. Give it a proxy that allows less, or remove this.`;
      for (const { type, source, origin } of volumes) {
        if ((type === 'bind' || type === 'npipe') && SOCKET.test(source ?? '')) say(origin, message);
      }
      if (socket?.value) say(socket.origin, message);
    }
  },
};
