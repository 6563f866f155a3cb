/** The README of the examples to validate holds what the service says of them; `npm run golden` writes it anew. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';

const FOLDER = new URL('../../examples/seed/', import.meta.url);
const OPENING = `# Manifests with faults

What tutorials show, with the faults that tutorials have: a Compose project, and manifests for Kubernetes with a network
plugin, the four types of a Service, an Ingress, policies, and pods of several containers. What follows is answered by the
service: start it with \`npm start\` and run the commands from the top of the repository.
`;

interface Example {
  readonly folder: string;
  readonly about: string;
  /** Of the request. */
  readonly query: string;
}

const EXAMPLES: readonly Example[] = [
  { folder: 'compose', about: 'What the loader takes without a word, and the engine ignores or opens.', query: '' },
  {
    folder: 'kubernetes',
    about: 'All of the cluster is here (`completeness=complete`), so that what is missing is a fault, not a note.',
    query: '&completeness=complete',
  },
];

test('the README says of every example what the service says', async () => {
  const parts: string[] = [];
  for (const example of EXAMPLES) parts.push(await partOf(example));
  await expect([OPENING, ...parts].join('\n')).toMatchFileSnapshot('../../examples/seed/README.md');
});

async function partOf({ folder, about, query }: Example): Promise<string> {
  const body = new FormData();
  const names = readdirSync(new URL(`${folder}/`, FOLDER)).sort();
  for (const name of names) body.append('f', new File([readFileSync(new URL(`${folder}/${name}`, FOLDER))], name));
  const response = await app.request(`/v1/validate?format=txt${query}`, { method: 'POST', body });
  expect(response.status).toBe(200);
  const report = (await response.text()).trimEnd();
  const command = `tar c -C examples/seed/${folder} . | curl -sS -T - 'http://127.0.0.1:8787/v1/validate?format=txt${query}'`;
  return `## ${folder}\n\n${about}\n\n\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`\n${report}\n\`\`\`\n`;
}

test('what the front page shows of it is a part of it', () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, shown = ''] = /some of what is said of them:\n\n```text\n(.*?)\n```/s.exec(page) ?? [];
  const report = readFileSync(new URL('README.md', FOLDER), 'utf8');
  const paragraphs = shown.split('\n\n');
  expect(paragraphs.length).toBeGreaterThan(2);
  for (const paragraph of paragraphs) expect(report).toContain(paragraph);
});
