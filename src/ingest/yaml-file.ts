/** A file of YAML: every document of the stream is read alone, so that a broken one never hides the others. */

import { isObject, type Source } from './document.ts';
import { reportDuplicates } from './duplicate-keys.ts';
import { Fault } from './fault.ts';
import type { Intake } from './intake.ts';
import { unfold } from './unfold.ts';
import { splitLongList } from './yaml-list.ts';
import { type PlainYaml, readPlainYaml } from './yaml-plain.ts';
import { readYaml } from './yaml-read.ts';
import { type Slice, splitDocuments } from './yaml-split.ts';

export function readYamlFile(source: Source, intake: Intake): void {
  for (const slice of splitDocuments(source.text)) {
    if (intake.givesUp(source, slice.start)) return;
    if (!readLongList(source, slice, intake)) readDocument(source, slice, intake);
  }
}

function readDocument(source: Source, slice: Slice, intake: Intake): void {
  const read = readSlice(source, slice, intake);
  // kubectl passes over a document of nothing but null.
  if (!read || read.value === null) return;
  const place = { source, offset: slice.start + read.offset };
  unfold({ source, ...slice, prefix: '', value: read.value, place, recall: intake.recall.yaml }, intake);
}

/** Reads a long `List` item by item; false when the document is none, or not plainly one. */
function readLongList(source: Source, slice: Slice, intake: Intake): boolean {
  const list = splitLongList(source.text, slice);
  if (!list) return false;
  const frame = readYaml(list.frame, intake.limits);
  if (frame instanceof Fault || !isObject(frame.value) || frame.duplicates.length > 0) return false;
  const { kind, apiVersion, items } = frame.value;
  if (kind !== 'List' || typeof apiVersion !== 'string' || items !== null) return false;
  for (const item of list.items) {
    if (intake.givesUp(source, item.start)) break;
    readItem(source, item, intake);
  }
  return true;
}

/** The slice of an item is a list of one, so its document stands at `/0`. */
function readItem(source: Source, slice: Slice, intake: Intake): void {
  const read = readSlice(source, slice, intake);
  if (!read) return;
  const value = Array.isArray(read.value) ? (read.value[0] ?? null) : read.value;
  const place = { source, offset: slice.start };
  unfold({ source, ...slice, prefix: '/0', value, place, recall: intake.recall.yaml }, intake);
}

/** The value of a slice and the findings about its keys; or, with a finding, nothing. */
function readSlice(source: Source, slice: Slice, intake: Intake): PlainYaml | undefined {
  const plain = readPlainYaml(source.text, slice, intake.limits);
  if (plain) return plain;
  const text = source.text.slice(slice.start, slice.end);
  const read = readYaml(text, intake.limits);
  if (read instanceof Fault) {
    intake.fault(source, slice.start, read);
    return undefined;
  }
  if (read.duplicates.length > 0) {
    const { events, duplicates } = read;
    reportDuplicates({ source, base: slice.start, text, events, keys: duplicates }, intake);
  }
  return read;
}
