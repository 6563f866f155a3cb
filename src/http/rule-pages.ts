/** `GET /v1/rules` and `GET /v1/rules/{id}`: what validate looks for, and everything about one rule. */

import { RULES, ruleOf } from '../lint/registry.ts';
import type { Rule } from '../lint/rule.ts';
import { ruleDocument, ruleEntry, ruleList } from '../operations/rule-json.ts';
import { ruleListText, ruleText } from '../operations/rule-text.ts';
import { nearest } from '../util/edit-distance.ts';
import { forHtml } from '../util/escape.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { type Page, pageResponse } from './page.ts';
import type { AppContext, Route } from './routes.ts';

function listPage(): Page {
  const rules = ruleList();
  const rows = rules.map(({ id, severity, title, help }) => {
    const link = `<a href="${help}"><code>${id}</code></a>`;
    return `<div><dt>${link}</dt><dd>${severity} · ${forHtml(title)}</dd></div>`;
  });
  return {
    title: 'Rules',
    html: `<h1>Rules</h1>\n<p class="lead">What validate looks for.</p>\n<dl>\n${rows.join('\n')}\n</dl>`,
    text: ruleListText(),
    json: { rules },
  };
}

function rulePage(rule: Rule): Page {
  const { id, severity, category, title } = ruleEntry(rule);
  const { why, fix, references, bad, good } = rule;
  const links = references.map((url) => `<li><a href="${forHtml(url)}">${forHtml(url)}</a></li>`);
  const example = (text: string) => `<pre><code>${forHtml(text)}</code></pre>`;
  return {
    title: `${id}: ${title}`,
    html: `<h1>${forHtml(title)}</h1>
<p class="lead"><code>${id}</code>, ${severity}, ${category}</p>
<p>${forHtml(why)}</p>\n<h2>Fix</h2>\n<p>${forHtml(fix)}</p>
<h2>It speaks of</h2>\n${bad.map(({ text }) => example(text)).join('\n')}
<h2>It does not speak of</h2>\n${good.map(example).join('\n')}
<h2>References</h2>\n<ul>\n${links.join('\n')}\n</ul>\n<footer><a href="/v1/rules">All rules</a></footer>`,
    text: ruleText(rule),
    json: ruleDocument(rule),
  };
}

function one(context: AppContext): Response {
  const word = (context.req.param('id') ?? '').toUpperCase();
  const rule = ruleOf(word);
  if (rule) return pageResponse(context, rulePage(rule), 'json');
  const near = nearest(
    word,
    RULES.map(({ id }) => id),
  );
  const alternatives = near === undefined ? {} : { alternatives: [near] };
  throw new ProblemError(problem('not-found', 'There is no such rule; GET /v1/rules lists them.', alternatives));
}

export function rulePageRoutes(): readonly Route[] {
  return [
    { path: '/v1/rules', methods: ['GET'], handle: (context) => pageResponse(context, listPage(), 'json') },
    { path: '/v1/rules/:id', methods: ['GET'], handle: one },
  ];
}
