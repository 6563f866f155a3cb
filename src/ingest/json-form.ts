/**
 * What a file holds that looks like JSON: one object per line (NDJSON, https://github.com/ndjson/ndjson-spec), a `List`,
 * or values behind each other as kubectl reads them. The name and the beginning of the file tell.
 */

import { type JsonScan, scanJson, skipSpace } from './json-scan.ts';
import { parseJson } from './recall.ts';

export type JsonForm = 'lines' | 'list' | 'values';

/** Only these may stand before the items of a list. */
const BEFORE_ITEMS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'items'];

/**
 * The form of a file that begins with `head`; undefined where it is no JSON. A `list` has not ended in `head`: a
 * shorter one is as good as any value.
 */
export function jsonForm(path: string, head: string, nesting: number): JsonForm | undefined {
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return 'lines';
  const start = skipSpace(head, 0);
  if (!/^(?:\{\s*["}]|\[\s*[[\]{"])/.test(head.slice(start, start + 256))) return undefined;
  const first = scanJson(head, start, nesting);
  if (isOpenList(first)) return 'list';
  return isPerLine(head, start, first) ? formOfSecond(head, skipSpace(head, first.end), nesting) : 'values';
}

/** The first value fills its line; where the second plainly does not fill its own, lines mean nothing. */
function formOfSecond(text: string, start: number, nesting: number): JsonForm {
  const second = scanJson(text, start, nesting);
  if (isOpenList(second)) return 'list';
  const value = second.end < 0 ? '' : text.slice(start, second.end);
  return value.includes('\n') && parseJson(value) !== undefined ? 'values' : 'lines';
}

/** Whether the first value fills its line and something that is no YAML goes on below. */
function isPerLine(text: string, start: number, scan: JsonScan): boolean {
  if (scan.end < 0) return false;
  const next = skipSpace(text, scan.end);
  if (next === text.length || /^(?:---|\.\.\.|#)/.test(text.slice(next, next + 3))) return false;
  return text.slice(scan.end, next).includes('\n') && !text.slice(start, scan.end).includes('\n');
}

function isOpenList({ inItems, tooDeep, topKeys }: JsonScan): boolean {
  return inItems && tooDeep < 0 && topKeys.every((key) => BEFORE_ITEMS.includes(key));
}
