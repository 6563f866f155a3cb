/** Bundles from text, for tests: files by name, one file without a name, and what the analysis makes of them. */

import { Analysis, type AnalysisOptions, DEFAULT_OPTIONS } from '../../src/analysis/analysis.ts';
import type { Reach } from '../../src/engine/reach.ts';
import type { Bundle, Document, Finding } from '../../src/ingest/index.ts';
import { parseBundle } from '../../src/ingest/index.ts';

/** Text of each file by its path; a lone text is the file `a.yaml`. */
export type Files = string | Readonly<Record<string, string>>;

export function bundleOf(files: Files): Bundle {
  const named = typeof files === 'string' ? { 'a.yaml': files } : files;
  const encoder = new TextEncoder();
  return { files: Object.entries(named).map(([path, text]) => ({ path, bytes: encoder.encode(text) })) };
}

export function analysisOf(files: Files, options: Partial<AnalysisOptions> = {}): Analysis {
  return new Analysis(bundleOf(files), { ...DEFAULT_OPTIONS, ...options });
}

/** The documents of the files, which must all be readable. */
export function documentsOf(files: Files): readonly Document[] {
  const { documents, findings } = parseBundle(bundleOf(files));
  const unreadable = findings.filter((f) => f.unreadable);
  if (unreadable.length > 0) throw new Error(unreadable.map((f) => f.message).join('; '));
  return documents;
}

/** The one document of the text. */
export function documentOf(text: string): Document {
  const [document, ...more] = documentsOf(text);
  if (!document || more.length > 0) throw new Error('the text is not one document');
  return document;
}

/** A finding as `RULE pointer`, with `!` behind it where the object is refused. */
export function briefly({ rule, refused, place }: Finding): string {
  const pointer = place && 'document' in place ? place.pointer : '?';
  return `${rule} ${pointer}${refused ? ' !' : ''}`;
}

/** The number of the node with this endpoint id. */
export function nodeOf(reach: Reach, id: string): number {
  const index = reach.nodes.findIndex((n) => n.kind === 'endpoint' && n.endpoint.id === id);
  if (index < 0) throw new Error(`there is no endpoint ${id}`);
  return index;
}

/** The ids of all endpoints, in their order. */
export function endpointIds(reach: Reach): string[] {
  return reach.nodes.flatMap((n) => (n.kind === 'endpoint' ? [n.endpoint.id] : []));
}
