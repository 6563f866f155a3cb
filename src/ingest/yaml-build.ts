/**
 * Events of one YAML document to its value, as kubectl would see it (sigs.k8s.io/yaml over go-yaml v2). js-yaml's own
 * constructor merges in another order, stops at a second key and takes an alias of itself, hence this one. Aliased
 * nodes are shared, but size and depth are counted as if they were copied, so the value is safe to walk.
 */

import type { ScalarEvent, SequenceEvent } from 'js-yaml';
import { type AliasEvent, EVENT_ID, type Event, getScalarValue, type MappingEvent, SCALAR_STYLE } from 'js-yaml';
import type { JsonValue } from './document.ts';
import { eventOffset, isMergeKey, rawTag, scalarKey } from './event-text.ts';
import { Fault, tooDeep, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { plainScalar } from './scalar.ts';
import { coreTag, taggedScalar } from './tagged.ts';
import { type Anchor, MappingFrame, SequenceFrame } from './yaml-frame.ts';

/** A key that its mapping had already: the index of the mapping's event, and the offset of the second key. */
export interface DuplicateKey {
  readonly mapping: number;
  readonly name: string;
  readonly offset: number;
}

export interface Built {
  readonly value: JsonValue;
  readonly duplicates: readonly DuplicateKey[];
}

/** Builds the value of the one document in `events`. Throws a `Fault` where kubectl would refuse the document. */
export function buildDocument(text: string, events: readonly Event[], limits: Limits): Built {
  const builder = new Builder(text, limits);
  events.forEach(builder.take, builder);
  return { value: builder.root.value[0] ?? null, duplicates: builder.duplicates };
}

class Builder {
  readonly root = new SequenceFrame(0);
  readonly duplicates: DuplicateKey[] = [];
  readonly #text: string;
  readonly #limits: Limits;
  readonly #frames: (SequenceFrame | MappingFrame)[] = [];
  readonly #anchors = new Map<string, Anchor>();
  #top: SequenceFrame | MappingFrame = this.root;
  #nodes = 0;
  #aliases = 0;

  constructor(text: string, limits: Limits) {
    this.#text = text;
    this.#limits = limits;
  }

  take(event: Event, index: number): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        if (index > 0) throw new Fault('YML001', 0, 'A second document starts inside this one without a "---" line.');
        break;
      case EVENT_ID.SCALAR:
        this.#scalar(event);
        break;
      case EVENT_ID.ALIAS:
        this.#alias(event);
        break;
      case EVENT_ID.SEQUENCE:
        this.#open(event, new SequenceFrame(index));
        break;
      case EVENT_ID.MAPPING:
        this.#open(event, new MappingFrame(index));
        break;
      case EVENT_ID.POP:
        this.#close();
        break;
    }
  }

  #scalar(event: ScalarEvent): void {
    this.#grow(1, event);
    const frame = this.#keyTaker();
    const source = getScalarValue(this.#text, event);
    if (event.anchorStart >= 0) {
      const key = scalarKey(this.#text, event, source);
      const value = scalarValue(this.#text, event, source);
      this.#anchors.set(this.#anchorName(event), { value, key, size: 1, height: 0, open: false });
    }
    if (!frame) this.#put(scalarValue(this.#text, event, source));
    else {
      const merge = source === '<<' && isMergeKey(this.#text, event);
      this.#putKey(frame, event, { name: scalarKey(this.#text, event, source), merge });
    }
  }

  #alias(event: AliasEvent): void {
    const { aliases, nesting } = this.#limits;
    const offset = eventOffset(event);
    this.#aliases += 1;
    if (this.#aliases > aliases) {
      throw new Fault('YML006', offset, `The document has more than ${aliases} aliases, the most that is read.`);
    }
    const anchor = this.#anchors.get(this.#anchorName(event));
    if (!anchor) throw new Fault('YML001', offset, 'This alias names no anchor that is defined before it.');
    if (anchor.open) throw new Fault('YML001', offset, 'This alias stands inside the anchor that it names.');
    this.#grow(anchor.size, event);
    const frame = this.#keyTaker();
    if (frame) {
      this.#putKey(frame, event, { name: anchor.key, merge: false });
      return;
    }
    if (this.#frames.length + anchor.height > nesting) throw tooDeep(offset, nesting);
    this.#top.height = Math.max(this.#top.height, anchor.height + 1);
    this.#put(anchor.value);
  }

  #open(event: SequenceEvent | MappingEvent, frame: SequenceFrame | MappingFrame): void {
    if (this.#keyTaker()) {
      const message = 'A mapping or a list cannot be a key. Quote a text that starts with { or [.';
      throw new Fault('YML001', eventOffset(event), message);
    }
    if (this.#frames.length >= this.#limits.nesting) throw tooDeep(eventOffset(event), this.#limits.nesting);
    frame.nodesBefore = this.#nodes;
    this.#grow(1, event);
    if (event.anchorStart >= 0) {
      frame.anchor = { value: frame.value, key: null, size: 0, height: 0, open: true };
      this.#anchors.set(this.#anchorName(event), frame.anchor);
    }
    this.#frames.push(this.#top);
    this.#top = frame;
  }

  #close(): void {
    const frame = this.#top;
    const parent = this.#frames.pop();
    if (!parent) return;
    if (frame.anchor) {
      frame.anchor.size = this.#nodes - frame.nodesBefore;
      frame.anchor.height = frame.height;
      frame.anchor.open = false;
    }
    parent.height = Math.max(parent.height, frame.height + 1);
    this.#top = parent;
    this.#put(frame.value);
  }

  /** The mapping that waits for a key, where the next node is one. */
  #keyTaker(): MappingFrame | undefined {
    return this.#top instanceof MappingFrame && !this.#top.key ? this.#top : undefined;
  }

  #putKey(
    frame: MappingFrame,
    event: ScalarEvent | AliasEvent,
    { name, merge }: { readonly name: string | null; readonly merge: boolean },
  ): void {
    const offset = eventOffset(event);
    if (name === null) {
      const message = 'A key is empty, null or not what its tag says. Quote the key, or remove a stray ":".';
      throw new Fault('YML001', Math.max(offset, 0), message);
    }
    frame.key = { name, offset, merge };
  }

  #put(value: JsonValue): void {
    const frame = this.#top;
    if (frame instanceof SequenceFrame) {
      frame.value.push(value);
      return;
    }
    const key = frame.key;
    if (!key) return;
    frame.key = undefined;
    if (key.merge) frame.merge(key, value);
    else if (frame.assign(key, value)) {
      this.duplicates.push({ mapping: frame.index, name: key.name, offset: key.offset });
    }
  }

  #grow(nodes: number, event: Event): void {
    this.#nodes += nodes;
    if (this.#nodes > this.#limits.nodes) throw tooLarge(Math.max(eventOffset(event), 0), this.#limits.nodes);
  }

  #anchorName(event: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return this.#text.slice(event.anchorStart, event.anchorEnd);
  }
}

function scalarValue(text: string, event: ScalarEvent, source: string): JsonValue {
  if (event.tagStart < 0 && event.style !== SCALAR_STYLE.PLAIN) return source;
  const value = event.tagStart < 0 ? plainScalar(source) : taggedScalar(coreTag(rawTag(text, event)), source);
  if (value === undefined) {
    throw new Fault('YML001', eventOffset(event), 'The value is not what its tag says it is.');
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    const message = 'Infinity and NaN have no form in JSON, so the API server cannot read them. Quote the value.';
    throw new Fault('YML001', eventOffset(event), message);
  }
  return value;
}
