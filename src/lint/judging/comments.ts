/**
 * Suppression by comment, `# portolan-ignore RULE reason`, several rules with commas between: on the line of a finding,
 * on a line of its own above it, or at the head of a file for all of it.
 */

import type { Source } from '../../ingest/document.ts';
import type { Suppression } from './suppression.ts';

const MARK = 'portolan-ignore';
const COMMENT = /^(?<before>.*?)(?<![^\s])#\s*portolan-ignore(?![\w-])\s*(?<rules>[A-Za-z0-9,_-]*)\s*(?<reason>.*)$/;

export function commentSuppressions(sources: readonly Source[]): Suppression[] {
  return sources.flatMap((source) => (source.text.includes(MARK) ? ofFile(source) : []));
}

function ofFile(source: Source): Suppression[] {
  const lines = source.text.split(/\r\n|\n|\r/);
  const head = lines.findIndex((line) => !isComment(line));
  let offset = 0;
  return lines.flatMap((line, index) => {
    const start = offset;
    offset += line.length + breakAt(source.text, offset + line.length);
    const found = COMMENT.exec(line)?.groups;
    if (!found) return [];
    const { before = '', rules = '', reason = '' } = found;
    const about = before.trim() === '' ? nextLine(lines, index) : index;
    const isHead = index < head;
    return {
      by: 'comment' as const,
      rules: rules.split(',').filter((rule) => rule !== ''),
      reason: reason.trim(),
      place: { source, offset: start + before.length },
      covers: ({ at }) => at?.file === source.path && (isHead || at.line === about + 1),
    };
  });
}

/** The line below that is no comment. */
function nextLine(lines: readonly string[], index: number): number {
  const next = lines.findIndex((line, at) => at > index && !isComment(line));
  return next < 0 ? index : next;
}

function isComment(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/** How long the line break at an offset is. */
function breakAt(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return 2;
  return offset < text.length ? 1 : 0;
}
