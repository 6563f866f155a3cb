/**
 * A Compose file to its documents. Every document of the stream is read alone, so that each fault is found; whether
 * the file counts at all is for the loader to say. Unlike for Kubernetes, an empty document is one: the loader takes it
 * for null, which is no mapping.
 */

import { buildCompose } from './compose-build.ts';
import type { TaggedNode } from './compose-tree.ts';
import type { Source } from './document.ts';
import { Fault } from './fault.ts';
import type { Limits } from './limits.ts';
import { readEvents } from './yaml-events.ts';
import { type Slice, splitDocuments } from './yaml-split.ts';

export interface ComposeDocument extends Slice {
  readonly source: Source;
  readonly root: TaggedNode;
}

/** A place of a file that cannot be read, and why. */
export interface ComposeFault {
  readonly source: Source;
  readonly fault: Fault;
}

/** The reference loader visits no more nodes of one document either (loader/reset.go of compose-go). */
const MOST_NODES = 100_000;

/** The documents of a file in order; offsets of faults count from the start of the file. */
export function* readCompose(source: Source, limits: Limits): Generator<ComposeDocument | ComposeFault> {
  const { text } = source;
  let end = 0;
  for (const slice of splitDocuments(text)) {
    yield* emptyDocuments(source, { start: end, end: slice.start });
    yield readDocument(source, slice, { ...limits, nodes: Math.min(limits.nodes, MOST_NODES) });
    end = slice.end;
  }
  yield* emptyDocuments(source, { start: end, end: text.length });
}

function readDocument(source: Source, { start, end }: Slice, limits: Limits): ComposeDocument | ComposeFault {
  const text = source.text.slice(start, end);
  const shifted = (fault: Fault) => ({ source, fault: new Fault(fault.rule, start + fault.offset, fault.message) });
  const refused = refusedStart(source.text, start);
  if (refused) return { source, fault: refused };
  const root = readRoot(text, limits);
  if (!(root instanceof Fault)) return { source, start, end, root };
  // go-yaml takes the tabs that JSON is often indented with; spaces in their place keep every offset.
  const again = /^\s*\{/.test(text) && text.includes('\t') ? readRoot(text.replaceAll('\t', ' '), limits) : root;
  return again instanceof Fault ? shifted(root) : { source, start, end, root: again };
}

function readRoot(text: string, limits: Limits): TaggedNode | Fault {
  try {
    return buildCompose(text, readEvents(text, limits), limits);
  } catch (error) {
    return error instanceof Fault ? error : new Fault('YML001', 0, 'The YAML cannot be read.');
  }
}

/** What go-yaml refuses before the first node of a document. */
function refusedStart(text: string, start: number): Fault | undefined {
  const head = text.slice(start, start + 512);
  const directive = /^[ \t\r\n]*%YAML[ \t]+(?!1\.1\b)/.exec(head);
  if (directive) return new Fault('YML001', start, 'Compose reads YAML 1.1 only. Remove the %YAML line.');
  if (start < 3 || !text.startsWith('...', start - 3) || /^(?:[ \t]*(?:[#%].*)?\r?\n)*---/.test(head)) return undefined;
  return new Fault('YML001', start, 'A document that follows "..." must start with a "---" line.');
}

function* emptyDocuments(source: Source, gap: Slice): Generator<ComposeFault> {
  const text = source.text.slice(gap.start, gap.end);
  const marker = /^---(?=\s|$)/m.exec(text);
  if (!marker) return;
  const message = 'A document of this file is empty, and Compose wants a mapping in each. Remove this "---" line.';
  yield { source, fault: new Fault('YML007', gap.start + marker.index, message) };
}
