/** What bad input of Docker gets from the service: a 4xx problem or findings, never a 500, and the good file its answer. */

import { describe, expect, it } from 'vitest';
import { app } from '../../src/entry/app.ts';

const GOOD = {
  path: 'good/compose.yaml',
  content: 'services: { web: { image: x, ports: ["8080:80"] }, db: { image: x } }\n',
};
const ID = 'a'.repeat(64);

const inspected = (value: unknown): string => JSON.stringify([value]);
const doubling = (levels: number): string =>
  Array.from({ length: levels }, (_, i) => `A${i + 1}=$A${i}$A${i}`).join('\n');

const FILES: readonly (readonly [name: string, path: string, content: string])[] = [
  [
    'inspect JSON of odd types',
    'i.json',
    inspected({ Id: ID, Name: 7, State: [], HostConfig: 'x', NetworkSettings: { Networks: 5, Ports: [] } }),
  ],
  [
    'inspect JSON with keys of JavaScript',
    'i.json',
    `[{"Id":"${ID}","Name":"/__proto__","HostConfig":{"__proto__":{}},"NetworkSettings":{"Networks":{"constructor":{}}}}]`,
  ],
  [
    'inspect JSON that shares its own network',
    'i.json',
    inspected({ Id: ID, Name: '/x', State: { Running: true }, HostConfig: { NetworkMode: `container:${ID}` } }),
  ],
  ['inspect JSON that is cut off', 'i.json', inspected({ Id: ID, Name: '/x', HostConfig: {} }).slice(0, -20)],
  [
    'a network with every subnet there is',
    'n.json',
    inspected({
      Id: ID,
      Name: 'n',
      Driver: 'bridge',
      Scope: 'local',
      IPAM: { Config: Array.from({ length: 5000 }, (_, i) => ({ Subnet: `10.${i % 256}.0.0/16` })) },
    }),
  ],
  [
    'a script of 20,000 lines',
    'run.sh',
    Array.from({ length: 20_000 }, (_, i) => `docker run -d --name c${i % 50} -p ${i % 65_000}:80 x`).join('\n'),
  ],
  ['a script of 20,000 other lines', 'run.sh', 'echo "docker run is not here\n'.repeat(20_000)],
  ['variables that double', 'v/compose.yaml', 'services: { web: { image: "$A40" } }\n'],
  ['variables that double, in its .env', 'v/.env', `A0=${'x'.repeat(100)}\n${doubling(40)}\n`],
  [
    'references that nest',
    'v/compose.yaml',
    `services: { web: { image: "${'${A:-'.repeat(500)}x${'}'.repeat(500)}" } }\n`,
  ],
  [
    'an alias bomb',
    'b/compose.yaml',
    `x0: &x0 [a,a,a,a,a,a,a,a,a]\n${Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i},`.repeat(9)}]`).join('\n')}\nservices: { web: { image: x, command: *x9 } }\n`,
  ],
  [
    'every port, twice',
    'p/compose.yaml',
    'services: { web: { image: x, ports: ["1-65535:1-65535", "1-65535:1-65535/udp"] } }\n',
  ],
  [
    'a circle of shared networks',
    'c/compose.yaml',
    'services: { a: { image: x, network_mode: "container:p-b-1" }, b: { image: x, network_mode: "container:p-a-1" } }\nname: p\n',
  ],
];

async function send(operation: string, files: readonly { path: string; content: string }[]): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return app.request(`/v1/${operation}`, { method: 'POST', headers, body: JSON.stringify({ files }) });
}

describe('beside a good project', () => {
  it.each(FILES)('%s takes nothing from its answer', async (_name, path, content) => {
    const response = await send('reachability?external=false', [GOOD, { path, content }]);
    const text = await response.text();
    expect(response.status < 500, text.slice(0, 300)).toBe(true);
    if (response.status !== 200) return;
    const { connections } = JSON.parse(text) as { connections: { from: string; to: string }[] };
    const ends = connections.map(({ from, to }) => `${from} ${to}`.replaceAll('good/', ''));
    expect(ends).toContain('web db');
  });

  it.each(['validate', 'names', 'exposure', 'evaluate?from=web&to=@host'])(
    '%s fails on none of them',
    async (operation) => {
      for (const [, path, content] of FILES) {
        const response = await send(operation, [GOOD, { path, content }]);
        expect(response.status).toBeLessThan(500);
      }
    },
  );
});
