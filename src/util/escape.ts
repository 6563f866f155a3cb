/**
 * Text from the files of a bundle (names, labels, paths) made safe for the place it is written to. One function per
 * place; whoever writes a format picks the one of its place and escapes nothing itself.
 */

/** C0 and C1 controls, and the bidirectional controls of Unicode TR9 that can reorder what a terminal shows. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** For a terminal or a log line: one line, without anything that moves the cursor or turns the text around. */
export function forTerminal(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(UNSEEN, '');
}

/** The same of a text of many lines, which stay; a line that comes back to its beginning could be written over. */
export function forTerminalLines(text: string): string {
  return text.replace(UNSEEN, (found) => (found === '\n' || found === '\t' ? found : ''));
}

/** One CSV field (RFC 4180 §2), never read as a formula. */
export function forCsv(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * Inline Markdown (GFM §6), usable in a table cell: no markup, no HTML, no link, and no `@name` that a forge would
 * turn into a notification. An empty comment parts the `@` from its name, so that a copied name stays what it was.
 */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_~|#]/g, '\\$&')
    .replaceAll('](', ']\\(')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(/@(?=[\w-])/g, '@<!-- -->');
}

/** Text or a quoted attribute value of HTML. */
export function forHtml(text: string): string {
  return forTerminalLines(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What no XML 1.0 document may hold (§2.2), beside the controls that `UNSEEN` names: lone surrogates, two non-characters. */
const NOT_XML = /[\p{Cs}\ufffe\uffff]/gu;

/** Text or a quoted attribute value of an XML document that stands alone: one line, every character allowed there. */
export function forXml(text: string): string {
  return forHtml(forTerminal(text).replace(NOT_XML, ''));
}

/** A quoted string of the DOT language: an id, which is taken as it stands but for its quotes and backslashes. */
export function forDotId(text: string): string {
  return `"${forTerminal(text).replace(/["\\]/g, '\\$&')}"`;
}

/** A label of the DOT language: quoted too, and what Graphviz would read as an entity (`&lt;`) stays what it is. */
export function forDotLabel(text: string): string {
  return forDotId(text.replaceAll('&', '&amp;'));
}

/** The message of a workflow command of GitHub Actions: one line, its percent signs kept apart from escapes. */
export function forWorkflowData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replace(UNSEEN, '');
}

/** A property of such a command, which a comma or a colon would end. */
export function forWorkflowProperty(text: string): string {
  return forWorkflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
