/**
 * Equal keys in JSON. `JSON.parse` keeps the last without a word, as kubectl does; so the keys that were written are
 * counted against the keys that came out, and only where they differ is the place looked for, with the YAML reader.
 */

import type { JsonValue, Source } from './document.ts';
import { reportDuplicates } from './duplicate-keys.ts';
import { Fault } from './fault.ts';
import type { Intake } from './intake.ts';
import type { JsonItem, JsonScan } from './json-scan.ts';
import { countKeys } from './json-text.ts';
import { readYaml } from './yaml-read.ts';
import type { Slice } from './yaml-split.ts';

/** Where nothing tells which key it is. */
export const SOME_KEY_TWICE = 'A key stands twice in a mapping of this document. The last one counts; remove one.';

/** Reports the keys that stand twice in the value at `slice`; items of a list are compared one by one. */
export function reportJsonDuplicates(
  found: { readonly source: Source; readonly slice: Slice; readonly scan: JsonScan; readonly value: JsonValue },
  intake: Intake,
): void {
  const { source, slice, scan, value } = found;
  const missing = scan.keys - countKeys(value, Number.POSITIVE_INFINITY);
  if (missing === 0) return;
  const faulty = faultyItems(scan.items, listOf(value));
  const inItems = faulty.reduce((sum, item) => sum + item.missing, 0);
  if (inItems < missing) report(source, slice, intake);
  else for (const item of faulty) report(source, item.slice, intake);
}

function faultyItems(
  items: readonly JsonItem[],
  values: readonly JsonValue[] | undefined,
): { readonly slice: Slice; readonly missing: number }[] {
  if (items.length !== values?.length) return [];
  return items.flatMap((slice, index) => {
    const missing = slice.keys - countKeys(values[index] ?? null, Number.POSITIVE_INFINITY);
    return missing > 0 ? [{ slice, missing }] : [];
  });
}

function report(source: Source, slice: Slice, intake: Intake): void {
  const text = source.text.slice(slice.start, slice.end);
  const read = readYaml(text, intake.limits);
  if (read instanceof Fault) {
    const place = { source, offset: slice.start };
    intake.report({ rule: 'YML002', severity: 'error', message: SOME_KEY_TWICE, place });
    return;
  }
  const { events, duplicates } = read;
  reportDuplicates({ source, base: slice.start, text, events, keys: duplicates }, intake);
}

function listOf(value: JsonValue): readonly JsonValue[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || !('items' in value)) return undefined;
  return Array.isArray(value['items']) ? value['items'] : undefined;
}
