/**
 * The page behind `/graphql` for people: a query, its variables, files from this machine, and the answer. Its script is
 * served from here too, and talks to nothing but this service.
 */

import { forHtml } from '../util/escape.ts';
import type { Page } from './page.ts';

export const SCRIPT_PATH = '/graphql/page.js';

const QUERY = `query ($bundle: BundleInput!) {
  analysis(bundle: $bundle) {
    ... on Analysis {
      verdict
      reachability(external: false) {
        ... on ReachabilityConnection { totalCount nodes { from to allow { text } } }
        ... on QueryRejected { problem { detail } }
      }
    }
    ... on InputRejected { problems { detail } }
  }
}
`;

const VARIABLES = `{
  "bundle": { "files": [] }
}
`;

const SCHEMA = '/graphql/schema.graphql';
const LEAD = 'Send a query as {"query": …, "variables": …} by POST; the files of a bundle are a variable.';

export function graphqlPage(): Page {
  const documents = `<a href="${SCHEMA}">the schema</a>, <a href="/graphql/operations">queries with ids</a>, <a href="/">all documents</a>`;
  return {
    title: 'GraphQL',
    html: `<h1>GraphQL</h1>
<p class="lead">${forHtml(LEAD)} ${documents}</p>
<form id="ask">
<p><label for="query">Query</label><br><textarea id="query" rows="14" spellcheck="false">${forHtml(QUERY)}</textarea></p>
<p><label for="variables">Variables</label><br><textarea id="variables" rows="5" spellcheck="false">${forHtml(VARIABLES)}</textarea></p>
<p><label for="files">Files of <code>$bundle</code></label> <input id="files" type="file" multiple></p>
<p><button type="submit">Ask</button></p>
</form>
<pre><code id="answer" aria-live="polite"></code></pre>
<script src="${SCRIPT_PATH}" defer></script>`,
    text: `GraphQL\n\n${LEAD}\n\n${QUERY}\n${SCHEMA} is the schema, with a description of every field.\n`,
    json: { description: LEAD, example: QUERY, schema: SCHEMA },
  };
}

/** Text is put into the page as text only. */
export const SCRIPT = `const element = (id) => document.getElementById(id);

async function ask() {
  const variables = JSON.parse(element('variables').value || '{}');
  const files = await Promise.all(
    [...element('files').files].map(async (file) => ({ path: file.name, content: await file.text() })),
  );
  if (files.length > 0) variables.bundle = { ...variables.bundle, files };
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: element('query').value, variables }),
  });
  return JSON.stringify(await response.json(), undefined, 2);
}

element('ask').addEventListener('submit', async (event) => {
  event.preventDefault();
  element('answer').textContent = await ask().catch((error) => String(error));
});
`;
