/** Small pieces of the reference page: escaped text with its code spans, lists of terms, things that open. */

import { forHtml } from '../../util/escape.ts';

/** Markdown of descriptions: code spans, and nothing else is used in them. */
export function prose(text: unknown): string {
  if (typeof text !== 'string') return '';
  return forHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

export const code = (text: string): string => `<code>${forHtml(text)}</code>`;

export function terms(rows: readonly (readonly [term: string, text: string])[]): string {
  if (rows.length === 0) return '';
  return `<dl>\n${rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join('\n')}\n</dl>`;
}

export function fold(summary: string, html: string): string {
  return `<details><summary>${summary}</summary>\n${html}\n</details>`;
}

export function block(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return `<pre><code>${forHtml(text)}</code></pre>`;
}
