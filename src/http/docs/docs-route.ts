/**
 * `GET /docs`: the OpenAPI document as a page to read. It is made here, whole, with no script and nothing from
 * elsewhere, so that it needs no network and the strictest policy holds for it.
 */

import { once } from '../../analysis/once.ts';
import { type Page, pageResponse } from '../page.ts';
import type { Route } from '../routes.ts';
import { prose } from './html.ts';
import { type DescribedOperation, operationHtml, schemaHtml } from './operation-html.ts';
import { isRecord, type JsonRecord, member } from './records.ts';

function operationsOf(document: JsonRecord): DescribedOperation[] {
  return Object.entries(member(document, 'paths')).flatMap(([path, item]) =>
    Object.entries(isRecord(item) ? item : {}).flatMap(([method, operation]) =>
      isRecord(operation) && method !== 'put' ? [{ method, path, operation }] : [],
    ),
  );
}

const titleOf = ({ method, path }: DescribedOperation): string => `${method.toUpperCase()} ${path}`;

function docsPage(document: JsonRecord): Page {
  const { title, version, summary } = member(document, 'info');
  const operations = operationsOf(document);
  const links = operations.map((one) => `<li><a href="#${one.operation['operationId']}">${titleOf(one)}</a></li>`);
  const schemas = Object.entries(member(member(document, 'components'), 'schemas'));
  const html = `<h1>${prose(title)} ${prose(version)}</h1>
<p class="lead">${prose(summary)}</p>
<p>The same as a document for tools: <a href="/openapi.yaml"><code>/openapi.yaml</code></a>,
<a href="/openapi.json"><code>/openapi.json</code></a>. <code>PUT</code> is the same as <code>POST</code>.</p>
<ul>${links.join('\n')}</ul>
${operations.map((one) => operationHtml(document, one)).join('\n')}
<h2>Schemas</h2>
${schemas.map(([name, schema]) => (isRecord(schema) ? schemaHtml(name, schema) : '')).join('\n')}
<footer><a href="/">All documents</a></footer>`;
  const lines = operations.map((one) => `${titleOf(one)}\n  ${String(one.operation['summary'])}\n`);
  return { title: `${title}: reference`, html, text: lines.join('\n'), json: { openapi: '/openapi.json' } };
}

export function docsRoute(document: () => JsonRecord): Route {
  const page = once(() => docsPage(document()));
  return { path: '/docs', methods: ['GET'], open: true, handle: (context) => pageResponse(context, page(), 'html') };
}
