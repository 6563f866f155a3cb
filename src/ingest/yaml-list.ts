/**
 * A long YAML `List`, as `kubectl get -o yaml` prints a whole cluster, to the slices of its items. Read as one document
 * it would exceed the limit on nodes; read item by item it stays small, and every item is located by itself. Items of
 * a block list at the first column start with `- ` there, and nothing inside an item reaches that column, so cutting
 * at these lines is sound (YAML 1.2 §8.2.1). Anchors do not cross items; kubectl writes none.
 */

import type { Slice } from './yaml-split.ts';

/** Shorter documents are read whole, with anchors across items. */
const SHORTEST = 256 * 1024;

export interface LongList {
  /** The document without its items. */
  readonly frame: string;
  readonly items: readonly Slice[];
}

/** The items of the document at `slice`, as slices of `text`; undefined when it is no such list. */
export function splitLongList(text: string, slice: Slice): LongList | undefined {
  if (slice.end - slice.start < SHORTEST) return undefined;
  const head = /(?:^|\n)items:[ \t]*\r?\n(?=- )/;
  // Only apiVersion, kind and metadata may stand before the items.
  const match = head.exec(text.slice(slice.start, slice.start + 1024));
  if (!match) return undefined;
  const first = slice.start + match.index + match[0].length;
  const starts = [first];
  const lines = /\n(?=[^ \t\r\n#])/g;
  lines.lastIndex = first;
  let end = slice.end;
  for (let line = lines.exec(text); line !== null && line.index < slice.end; line = lines.exec(text)) {
    const start = line.index + 1;
    if (start >= slice.end || !text.startsWith('- ', start)) {
      end = Math.min(start, slice.end);
      break;
    }
    starts.push(start);
  }
  const items = starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }));
  return { frame: text.slice(slice.start, first) + text.slice(end, slice.end), items };
}
