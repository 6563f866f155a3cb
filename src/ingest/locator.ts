/**
 * Places to lines and columns, when an answer is written. Documents keep no positions; the slice of an origin's
 * document is parsed again and its pointer followed. Only the last slice's events and the last file's line table are
 * kept: places sorted by document cost one parse per document, and memory stays bounded.
 */

import type { Event } from 'js-yaml';
import { type Document, type LinePosition, type Origin, pointerKeys } from './document.ts';
import type { Edit, TextEdit } from './edit.ts';
import { offsetOf } from './event-path.ts';
import { type FindingPlace, sourceOf } from './finding.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { LastLineTable } from './line-table.ts';
import { replacementOf } from './text-edit.ts';
import { readEvents } from './yaml-events.ts';

/** A place in a file; line and column count from 1, columns in UTF-16 code units. */
export interface Location extends LinePosition {
  readonly file: string;
}

/** Of JSON (RFC 8259, section 2). */
const WHITE = ' \t\n\r';

interface ParsedSlice {
  readonly document: Document;
  readonly text: string;
  readonly events: readonly Event[];
}

export class Locator {
  readonly #limits: Limits;
  readonly #lines = new LastLineTable();
  #parsed: ParsedSlice | undefined;

  constructor(limits: Limits = DEFAULT_LIMITS) {
    this.#limits = limits;
  }

  /** Never throws: a pointer that leads nowhere is located at the deepest step of it that exists. */
  locate(place: FindingPlace): Location {
    if ('document' in place && place.at) return { file: place.document.source.path, ...place.at };
    const source = sourceOf(place);
    const offset = 'document' in place ? this.#offset(place) : place.offset;
    return { file: source.path, ...this.#lines.at(source, offset) };
  }

  /** An edit as one of the text; undefined where the text cannot be edited so, or is not there any more. */
  textEdit(edit: Edit): TextEdit | undefined {
    const { document } = edit.at;
    const { source, start } = document;
    if (document.places || source.text === '') return undefined;
    const replacement = replacementOf(this.#parse(document), document.prefix, edit);
    if (!replacement) return undefined;
    return {
      file: source.path,
      start: this.#lines.at(source, start + replacement.start),
      end: this.#lines.at(source, start + replacement.end),
      text: replacement.text,
    };
  }

  #offset(origin: Origin): number {
    const { document, pointer } = origin;
    if (document.places) return placeOf(document, document.places, pointer);
    const path = document.prefix + pointer;
    const brace = path === '' ? openingBrace(document) : undefined;
    if (brace !== undefined) return brace;
    const { text, events } = this.#parse(document);
    return document.start + offsetOf(text, events, pointerKeys(path));
  }

  #parse(document: Document): ParsedSlice {
    const last = this.#parsed;
    const same = last?.document;
    if (last && same?.source === document.source && same.start === document.start && same.end === document.end) {
      return last;
    }
    const text = document.source.text.slice(document.start, document.end);
    this.#parsed = { document, text, events: eventsOf(text, this.#limits) };
    return this.#parsed;
  }
}

/** Where a document begins with a brace, as JSON does, it begins there: nothing need be parsed to know. */
function openingBrace({ source: { text }, start, end }: Document): number | undefined {
  let at = start;
  while (at < end && WHITE.includes(text.charAt(at))) at += 1;
  return at < end && text[at] === '{' ? at : undefined;
}

/** A slice was parsed before, so this fails only where it was JSON too large for a second look. */
function eventsOf(text: string, limits: Limits): readonly Event[] {
  try {
    return readEvents(text, limits);
  } catch {
    return [];
  }
}

/** The place of the deepest step of the pointer that has one, else the start of the document. */
function placeOf(document: Document, places: ReadonlyMap<string, number>, pointer: string): number {
  for (let step = pointer; step !== ''; step = step.slice(0, step.lastIndexOf('/'))) {
    const place = places.get(step);
    if (place !== undefined) return place;
  }
  return document.start;
}
