/**
 * All fixes as one unified patch (POSIX diff -u, as `git apply` and `patch -p1` take it). Before the changes of a file
 * stands what they are, and which of them somebody should look at; both programs pass over such lines.
 */

import type { LinePosition, TextEdit } from '../../ingest/index.ts';
import { forTerminal } from '../../util/escape.ts';
import { byKeys } from '../../util/ordering.ts';
import { applyEdits } from '../apply-edits.ts';
import { findingsFormat } from './findings-format.ts';
import { byFile, type FindingsReport, type ReportedFinding, relativePath } from './report.ts';

/** Lines around a change. */
const CONTEXT = 3;

export const patch = findingsFormat({
  name: 'diff',
  mediaType: 'text/x-diff',
  parameters: 'charset=utf-8',
  description: 'All fixes as one unified patch; what is no more than a suggestion is marked above.',
  writeFindings: patchText,
});

function* patchText({ findings, source }: FindingsReport): Generator<string> {
  let isEmpty = true;
  for (const [file, own] of byFile(findings.filter(({ fix }) => fix))) {
    const text = source(file);
    if (text === undefined || own.length === 0) continue;
    const edits = own.flatMap(({ fix }) => fix?.edits ?? []).filter((edit) => edit.file === file);
    const hunks = hunksOf(text, edits);
    if (hunks.length === 0) continue;
    isEmpty = false;
    for (const finding of own) yield noteOf(finding);
    const path = relativePath(file).replace(/[\t\r\n]/g, ' ');
    yield `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
  }
  if (isEmpty) yield '# Nothing that was found has a fix.\n';
}

function noteOf({ rule, file = '', line, fix }: ReportedFinding): string {
  const look = fix?.safe ? '' : ' (look at it first)';
  return forTerminal(`# ${file}:${line ?? ''} ${rule} ${fix?.title}${look}`).concat('\n');
}

/** A run of lines by others; `first` and `last` count from 0, `last` behind the run. */
interface Change {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

function hunksOf(text: string, edits: readonly TextEdit[]): string[] {
  const lines = linesOf(text);
  const changes = changesOf(lines, edits);
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.first - last.last <= 2 * CONTEXT) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  let shift = 0;
  return groups.map((group) => {
    const hunk = hunkOf(lines, group, shift);
    shift += group.reduce((sum, { first, last, lines: added }) => sum + added.length - (last - first), 0);
    return hunk;
  });
}

function hunkOf(lines: readonly string[], group: readonly Change[], shift: number): string {
  const from = Math.max(0, (group[0]?.first ?? 0) - CONTEXT);
  const to = Math.min(lines.length, (group.at(-1)?.last ?? 0) + CONTEXT);
  const body: string[] = [];
  let at = from;
  let added = 0;
  for (const { first, last, lines: written } of group) {
    body.push(...lines.slice(at, first).map((line) => ` ${line}`));
    body.push(...lines.slice(first, last).map((line) => `-${line}`));
    body.push(...written.map((line) => `+${line}`));
    added += written.length - (last - first);
    at = last;
  }
  body.push(...lines.slice(at, to).map((line) => ` ${line}`));
  const [old, fresh] = [to - from, to - from + added];
  const marked = body.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
  return `@@ -${from + 1},${old} +${from + 1 + shift},${fresh} @@\n${marked.join('')}`;
}

/** The lines that edits touch, edits of one line together, by the lines that come of them. */
function changesOf(lines: readonly string[], edits: readonly TextEdit[]): Change[] {
  const sorted = edits.toSorted(
    byKeys(
      ({ start }) => start.line,
      ({ start }) => start.column,
    ),
  );
  const blocks: { first: number; last: number; edits: TextEdit[] }[] = [];
  for (const edit of sorted) {
    const [first, last] = [edit.start.line - 1, lastLine(edit)];
    const open = blocks.at(-1);
    if (open && first < open.last) {
      open.last = Math.max(open.last, last);
      open.edits.push(edit);
    } else blocks.push({ first, last, edits: [edit] });
  }
  return blocks.flatMap(({ first, last, edits: own }) => {
    const before = lines.slice(first, last).join('');
    const after = applyEdits(
      before,
      own.map((edit) => moved(edit, first)),
    );
    return after === before ? [] : [{ first, last, lines: linesOf(after) }];
  });
}

/** An edit that ends where a line begins leaves that line alone. */
function lastLine({ start, end }: TextEdit): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

function moved({ start, end, ...edit }: TextEdit, lines: number): TextEdit {
  const up = ({ line, column }: LinePosition): LinePosition => ({ line: line - lines, column });
  return { ...edit, start: up(start), end: up(end) };
}

/** With their line feeds; a last line may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
