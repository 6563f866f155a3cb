/** A JSON value that was read to its documents: an object, a `List`, or an array as `docker inspect` writes one. */

import type { JsonValue, Source } from './document.ts';
import type { Intake } from './intake.ts';
import { reportJsonDuplicates } from './json-keys.ts';
import { type JsonScan, scanJson } from './json-scan.ts';
import { listItems, unfold } from './unfold.ts';
import type { Slice } from './yaml-split.ts';

export interface JsonRead {
  readonly slice: Slice;
  readonly value: JsonValue;
  /** Absent where no key stands twice and the text was not scanned for anything else. */
  readonly scan?: JsonScan | undefined;
}

export function handOn(source: Source, { slice, value, scan }: JsonRead, intake: Intake): void {
  if (scan) reportJsonDuplicates({ source, slice, scan, value }, intake);
  if (value === null) return;
  const { json: recall } = intake.recall;
  const { start, end } = slice;
  const items = hasItems(value) ? (scan ?? scanJson(source.text, start, intake.limits.nesting)).items : [];
  if (!Array.isArray(value)) {
    unfold({ source, start, end, prefix: '', value, place: { source, offset: start }, recall }, intake, items);
    return;
  }
  for (const [index, item] of value.entries()) {
    const own = items.length === value.length ? items[index] : undefined;
    const at = own ? { ...own, prefix: '', recall } : { ...slice, prefix: `/${index}` };
    unfold({ source, ...at, value: item, place: { source, offset: at.start } }, intake);
  }
}

function hasItems(value: JsonValue): boolean {
  return Array.isArray(value) || listItems(value) !== undefined;
}
