/**
 * A file of JSON: one value (RFC 8259), several behind each other as kubectl reads them, or one per line (NDJSON,
 * https://github.com/ndjson/ndjson-spec). What only looks like JSON is left to the YAML reader.
 */

import type { JsonValue, Source } from './document.ts';
import { Fault, tooDeep } from './fault.ts';
import type { Intake } from './intake.ts';
import { reportJsonDuplicates } from './json-keys.ts';
import { type JsonScan, scanJson, skipSpace } from './json-scan.ts';
import { unfold } from './unfold.ts';
import type { Slice } from './yaml-split.ts';

interface JsonRead {
  readonly slice: Slice;
  readonly scan: JsonScan;
  readonly value: JsonValue;
}

/** Reads a file of JSON; false when it is none, and nothing was read. */
export function readJsonFile(source: Source, intake: Intake): boolean {
  const { text, path } = source;
  if (/\.(?:ndjson|jsonl)$/i.test(path)) {
    readLines(source, intake);
    return true;
  }
  const start = skipSpace(text, 0);
  if (!/^(?:\{\s*["}]|\[\s*[[\]{"])/.test(text.slice(start, start + 256))) return false;
  const first = scanJson(text, start, intake.limits.nesting);
  if (isPerLine(text, start, first)) {
    readLines(source, intake);
    return true;
  }
  return readValues(source, start, intake);
}

/** Whether the first value fills its line and something that is no YAML goes on below. */
function isPerLine(text: string, start: number, scan: JsonScan): boolean {
  if (scan.end < 0) return false;
  const next = skipSpace(text, scan.end);
  if (next === text.length || /^(?:---|\.\.\.|#)/.test(text.slice(next, next + 3))) return false;
  return text.slice(scan.end, next).includes('\n') && !text.slice(start, scan.end).includes('\n');
}

/** Reads values behind each other: all of them, or none; what lies behind one that nests too deep is not seen. */
function readValues(source: Source, start: number, intake: Intake): boolean {
  const { text } = source;
  const values: JsonRead[] = [];
  for (let at = start; at < text.length; ) {
    const scan = scanJson(text, at, intake.limits.nesting);
    if (scan.tooDeep >= 0) {
      intake.fault(source, 0, tooDeep(scan.tooDeep, intake.limits.nesting));
      break;
    }
    const slice = { start: at, end: scan.end };
    const value = scan.end < 0 ? undefined : parse(text, slice);
    if (value === undefined) return false;
    values.push({ slice, scan, value });
    at = skipSpace(text, scan.end);
  }
  for (const value of values) handOn(source, value, intake);
  return true;
}

function readLines(source: Source, intake: Intake): void {
  const { text } = source;
  for (let start = skipSpace(text, 0); start < text.length; ) {
    if (intake.givesUp(source, start)) return;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    readLine(source, { start, end }, intake);
    start = skipSpace(text, end);
  }
}

function readLine(source: Source, slice: Slice, intake: Intake): void {
  const line = source.text.slice(slice.start, slice.end);
  const scan = scanJson(line, 0, intake.limits.nesting);
  if (scan.tooDeep >= 0) {
    intake.fault(source, slice.start, tooDeep(scan.tooDeep, intake.limits.nesting));
    return;
  }
  const value = parse(source.text, slice);
  if (value === undefined) {
    const message = 'This line is not well-formed JSON. In a file of JSON lines every line is one whole object.';
    intake.fault(source, slice.start, new Fault('YML001', 0, message));
    return;
  }
  handOn(source, { slice, scan: shifted(scan, slice.start), value }, intake);
}

function shifted(scan: JsonScan, by: number): JsonScan {
  return { ...scan, items: scan.items.map(({ start, end, keys }) => ({ start: start + by, end: end + by, keys })) };
}

function parse(text: string, slice: Slice): JsonValue | undefined {
  try {
    return JSON.parse(text.slice(slice.start, slice.end));
  } catch {
    return undefined;
  }
}

function handOn(source: Source, read: JsonRead, intake: Intake): void {
  const { slice, scan, value } = read;
  reportJsonDuplicates({ source, ...read }, intake);
  const place = { source, offset: slice.start };
  if (value === null) return;
  if (!Array.isArray(value)) {
    unfold({ source, start: slice.start, end: slice.end, prefix: '', value, place }, intake, scan.items);
    return;
  }
  const own = scan.items.length === value.length ? scan.items : [];
  for (const [index, item] of value.entries()) {
    const at = own[index];
    const prefix = at ? '' : `/${index}`;
    const { start, end } = at ?? slice;
    unfold({ source, start, end, prefix, value: item, place: { source, offset: start } }, intake);
  }
}
