/** `GET /`: what this service is, and how to call it, in one screen. */

import { FORMATS } from '../render/formats.ts';
import { forHtml } from '../util/escape.ts';
import type { AppParts } from './about.ts';
import { pageResponse } from './page.ts';
import type { AppContext, Route } from './routes.ts';

interface Entry {
  readonly call: string;
  readonly path?: string;
  readonly summary: string;
}

const DOCUMENTS: readonly Entry[] = [
  { call: 'GET /docs', path: '/docs', summary: 'The REST contract as a page to read.' },
  { call: 'GET /openapi.yaml', path: '/openapi.yaml', summary: 'The REST contract, OpenAPI 3.1; also /openapi.json.' },
  { call: 'POST /graphql', summary: 'The same answers as one graph.' },
  { call: 'GET /graphql/schema.graphql', path: '/graphql/schema.graphql', summary: 'The GraphQL schema.' },
  { call: 'GET /problems', path: '/problems', summary: 'Every problem code, explained.' },
  { call: 'GET /v1/rules', path: '/v1/rules', summary: 'What validate looks for, rule by rule.' },
  { call: 'GET /version', path: '/version', summary: 'Version, and every limit with its reason.' },
  { call: 'GET /healthz', path: '/healthz', summary: 'Whether the service answers.' },
];

function examples(origin: string): readonly string[] {
  return [
    `curl --data-binary @manifests.yaml '${origin}/v1/reachability?format=txt'`,
    `kustomize build . | curl -T - '${origin}/v1/reachability?format=csv'`,
    `curl -F f=@workloads.yaml -F f=@policies.yaml ${origin}/v1/reachability`,
    `curl -F 'f=@old.yaml;filename=before/web.yaml' -F 'f=@new.yaml;filename=after/web.yaml' '${origin}/v1/diff?format=md'`,
  ];
}

function listHtml(entries: readonly Entry[]): string {
  const rows = entries.map(({ call, path, summary }) => {
    const code = `<code>${forHtml(call)}</code>`;
    const term = path === undefined ? code : `<a href="${forHtml(path)}">${code}</a>`;
    return `<div><dt>${term}</dt><dd>${forHtml(summary)}</dd></div>`;
  });
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function listText(entries: readonly Entry[]): string {
  const width = Math.max(...entries.map(({ call }) => call.length));
  return entries.map(({ call, summary }) => `  ${call.padEnd(width)}  ${summary}\n`).join('');
}

function home(context: AppContext, { about, operations }: AppParts): Response {
  const origin = new URL(context.req.url).origin;
  const calls = [
    ...operations.map(({ id, summary }) => ({ call: `POST /v1/${id}`, summary })),
    { call: 'POST /v1/snapshots', summary: 'Keeps a bundle for a while, so that later requests can name it.' },
  ];
  const title = about.name.charAt(0).toUpperCase() + about.name.slice(1);
  const html = `<h1>${forHtml(title)}</h1>
<p class="lead">${forHtml(about.description)}</p>
<h2>Try it</h2>
<p>Send the files as they are; nothing is stored, unless you ask for a snapshot or a job.</p>
<pre><code>${forHtml(examples(origin).join('\n'))}</code></pre>
<p>JSON is the answer unless <code>Accept</code> or <code>?format=</code> asks for another form:
${FORMATS.map(({ name }) => `<code>${forHtml(name)}</code>`).join(', ')}.</p>
<h2>Operations</h2>
${listHtml(calls)}
<h2>Documents</h2>
${listHtml(DOCUMENTS)}
<footer>${forHtml(`${about.name} ${about.version}`)}</footer>`;
  const text = `${title}: ${about.description}\n\n${examples(origin)
    .map((line) => `  ${line}\n`)
    .join('')}\n${listText([...calls, ...DOCUMENTS])}`;
  const documents = DOCUMENTS.map(({ call, summary }) => ({ call, summary }));
  return pageResponse(context, { title, html, text, json: { ...about, operations: calls, documents } }, 'html');
}

export function homeRoute(parts: AppParts): Route {
  return { path: '/', methods: ['GET'], handle: (context) => home(context, parts) };
}
