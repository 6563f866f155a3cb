/** The README of the Docker examples holds what the service answers; `npm run golden` writes it anew. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';

const FOLDER = new URL('../../examples/docker/', import.meta.url);
const OPENING = `# Docker examples

Each folder is one Compose project. What follows is answered by the service: start it with \`npm start\` and run the
commands from the top of the repository.
`;

test('every example stands in the README with the matrix that the service answers', async () => {
  const names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  const parts: string[] = [];
  for (const name of names.sort()) parts.push(await partOf(name));
  await expect([OPENING, ...parts].join('\n')).toMatchFileSnapshot('../../examples/docker/README.md');
});

async function partOf(name: string): Promise<string> {
  const path = `${name}/compose.yaml`;
  const text = readFileSync(new URL(path, FOLDER), 'utf8');
  const [about = ''] = text.split('\n');
  const body = new FormData();
  body.append('f', new File([text], 'compose.yaml'));
  const response = await app.request('/v1/reachability?format=txt', { method: 'POST', body });
  expect(response.status).toBe(200);
  const [matrix = ''] = (await response.text()).split('\nAssumptions\n');
  const command = `curl -sS -F f=@examples/docker/${path} 'http://127.0.0.1:8787/v1/reachability?format=txt'`;
  return `## ${name}\n\n${about.replace(/^# /, '')}\n\n\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`\n${matrix.trimEnd()}\n…\n\`\`\`\n`;
}
