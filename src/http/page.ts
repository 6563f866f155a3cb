/**
 * Pages for people: one layout, one stylesheet, no script, nothing from elsewhere. Everything a page says can also be
 * had as JSON and as text.
 */

import { chooseForm } from './negotiation.ts';
import type { AppContext } from './routes.ts';

const HTML = { name: 'html', mediaType: 'text/html' } as const;
const JSON_FORM = { name: 'json', mediaType: 'application/json' } as const;
const TEXT = { name: 'txt', mediaType: 'text/plain' } as const;

/** Html that is already escaped. */
export interface Page {
  readonly title: string;
  readonly html: string;
  readonly text: string;
  readonly json: unknown;
}

function layout({ title, html }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
${html}
</main>
</body>
</html>
`;
}

/** The page in the form the client asks for; `first` is what `*` gets. */
export function pageResponse(context: AppContext, page: Page, first: 'html' | 'json'): Response {
  const offers = first === 'html' ? [HTML, JSON_FORM, TEXT] : [JSON_FORM, HTML, TEXT];
  const wishes = { format: context.req.query('format'), accept: context.req.header('accept') };
  const { name, mediaType } = chooseForm(offers, wishes);
  const body = { html: () => layout(page), json: () => `${JSON.stringify(page.json)}\n`, txt: () => page.text }[name]();
  const type = name === 'json' ? mediaType : `${mediaType}; charset=utf-8`;
  return new Response(body, { headers: { 'content-type': type, vary: 'Accept' } });
}
