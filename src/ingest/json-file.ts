/**
 * A file of JSON that is read whole: one value (RFC 8259), or several behind each other as kubectl reads them. What
 * only looks like JSON is left to the YAML reader.
 */

import type { Source } from './document.ts';
import { tooDeep } from './fault.ts';
import type { Intake } from './intake.ts';
import { handOn, type JsonRead } from './json-documents.ts';
import { scanJson, skipSpace } from './json-scan.ts';
import { parseJson } from './recall.ts';

/**
 * Reads values behind each other: all of them, or, where it gives false, none; what lies behind one that nests too deep
 * is not seen.
 */
export function readJsonFile(source: Source, intake: Intake): boolean {
  const { text } = source;
  const values: JsonRead[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const scan = scanJson(text, at, intake.limits.nesting);
    if (scan.tooDeep >= 0) {
      intake.fault(source, 0, tooDeep(scan.tooDeep, intake.limits.nesting));
      break;
    }
    const slice = { start: at, end: scan.end };
    const value = scan.end < 0 ? undefined : parseJson(text.slice(at, scan.end));
    if (value === undefined) return false;
    values.push({ slice, scan, value });
    at = skipSpace(text, scan.end);
  }
  for (const value of values) handOn(source, value, intake);
  return true;
}
