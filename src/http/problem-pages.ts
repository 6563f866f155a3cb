/** `GET /problems` and `GET /problems/{code}`: what the `type` of a problem leads to (RFC 9457 §3.1.1). */

import { nearest } from '../util/edit-distance.ts';
import { forHtml } from '../util/escape.ts';
import { PROBLEMS, type ProblemCode, ProblemError, problem } from '../util/problem.ts';
import { type Page, pageResponse } from './page.ts';
import type { AppContext, Route } from './routes.ts';

const CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

const document = (code: ProblemCode) => ({ type: `/problems/${code}`, code, ...PROBLEMS[code] });

function listPage(): Page {
  const rows = CODES.map((code) => {
    const link = `<a href="/problems/${code}"><code>${code}</code></a>`;
    return `<div><dt>${link}</dt><dd>${PROBLEMS[code].status} · ${forHtml(PROBLEMS[code].title)}</dd></div>`;
  });
  return {
    title: 'Problems',
    html: `<h1>Problems</h1>\n<p class="lead">What can be wrong with a request.</p>\n<dl>\n${rows.join('\n')}\n</dl>`,
    text: CODES.map((code) => `${PROBLEMS[code].status}  ${code.padEnd(24)}  ${PROBLEMS[code].title}\n`).join(''),
    json: { problems: CODES.map(document) },
  };
}

function codePage(code: ProblemCode): Page {
  const { status, title, advice } = PROBLEMS[code];
  return {
    title,
    html: `<h1>${forHtml(title)}</h1>\n<p class="lead"><code>${code}</code>, status ${status}</p>
<p>${forHtml(advice)}</p>\n<footer><a href="/problems">All problems</a></footer>`,
    text: `${title}\n\n  code    ${code}\n  status  ${status}\n\n${advice}\n`,
    json: document(code),
  };
}

function one(context: AppContext): Response {
  const word = context.req.param('code') ?? '';
  const code = CODES.find((known) => known === word);
  if (code !== undefined) return pageResponse(context, codePage(code), 'json');
  const near = nearest(word, CODES);
  throw new ProblemError(
    problem('not-found', 'There is no such problem code.', { alternatives: near === undefined ? CODES : [near] }),
  );
}

export function problemPageRoutes(): readonly Route[] {
  return [
    { path: '/problems', methods: ['GET'], handle: (context) => pageResponse(context, listPage(), 'json') },
    { path: '/problems/:code', methods: ['GET'], handle: one },
  ];
}
