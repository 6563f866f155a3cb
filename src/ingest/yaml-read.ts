/** One YAML document: its text to its value, or to the fault that keeps it from being read. */

import type { Event } from 'js-yaml';
import type { JsonValue } from './document.ts';
import { eventOffset } from './event-text.ts';
import { Fault } from './fault.ts';
import type { Limits } from './limits.ts';
import { findTemplate } from './template.ts';
import { buildDocument, type DuplicateKey } from './yaml-build.ts';
import { readEvents } from './yaml-events.ts';

export interface YamlValue {
  readonly value: JsonValue;
  readonly duplicates: readonly DuplicateKey[];
  readonly events: readonly Event[];
  /** The offset of the root node, behind `---` and comments. */
  readonly offset: number;
}

/** Reads the text of one document. Whatever is wrong with it comes back as a fault, never as an exception. */
export function readYaml(text: string, limits: Limits): YamlValue | Fault {
  try {
    const events = readEvents(text, limits);
    const built = buildDocument(text, events, limits);
    const root = events[1];
    return { ...built, events, offset: Math.max(root ? eventOffset(root) : 0, 0) };
  } catch (error) {
    if (!(error instanceof Fault)) return new Fault('YML001', 0, 'The YAML cannot be read.');
    return error.rule === 'YML001' ? (templateFault(text, error) ?? error) : error;
  }
}

function templateFault(text: string, fault: Fault): Fault | undefined {
  const offset = findTemplate(text, fault.offset);
  if (offset < 0) return undefined;
  const message =
    'This is an unrendered template ({{ … }} or {% … %}), so the document cannot be read. Render it first, for ' +
    'example with `helm template`, and send the result.';
  return new Fault('YML004', offset, message);
}
