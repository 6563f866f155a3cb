/**
 * Events of one YAML document to its tagged tree, as the Compose loader's go-yaml reads them. Aliases are bounded by
 * counters: a document that would expand beyond the limits is refused before anything is expanded.
 */

import type { AliasEvent, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { composeScalar, taggedComposeScalar, textScalar } from './compose-scalar.ts';
import type { ComposeTag, TaggedEntry, TaggedNode, TaggedScalar } from './compose-tree.ts';
import { eventOffset, isMergeKey, rawTag } from './event-text.ts';
import { Fault, tooDeep, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { coreTag } from './tagged.ts';

/** The root of the one document in `events`. Throws a `Fault` where the loader would refuse to parse it. */
export function buildCompose(text: string, events: readonly Event[], limits: Limits): TaggedNode {
  const builder = new Builder(text, limits);
  for (const [index, event] of events.entries()) builder.take(event, index);
  return builder.root ?? { kind: 'scalar', tag: '', size: 1, height: 0, value: null, text: '', float: false };
}

type OpenEvent = SequenceEvent | MappingEvent;

/** A list or a mapping that is being read; a mapping has a key where the next node is a value. */
interface Frame {
  readonly event: OpenEvent;
  readonly anchor: string;
  readonly items: TaggedNode[];
  readonly entries: TaggedEntry[];
  key: Omit<TaggedEntry, 'value'> | undefined;
  size: number;
  height: number;
}

class Builder {
  root: TaggedNode | undefined;
  readonly #text: string;
  readonly #limits: Limits;
  readonly #frames: Frame[] = [];
  /** Anchors that are open hold undefined: an alias of one would contain itself. */
  readonly #anchors = new Map<string, TaggedNode | undefined>();
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
      case EVENT_ID.MAPPING:
        this.#open(event);
        break;
      case EVENT_ID.POP:
        this.#close();
        break;
    }
  }

  #scalar(event: ScalarEvent): void {
    const node = scalarNode(this.#text, event);
    if (event.anchorStart >= 0) this.#anchors.set(this.#anchorOf(event), node);
    const keyless = this.#keyless();
    if (keyless) keyless.key = keyOf(node, isMergeKey(this.#text, event));
    else this.#put(node, event);
  }

  #alias(event: AliasEvent): void {
    const offset = eventOffset(event);
    const { aliases } = this.#limits;
    this.#aliases += 1;
    if (this.#aliases > aliases) {
      throw new Fault('YML006', offset, `The document has more than ${aliases} aliases, the most that is read.`);
    }
    const name = this.#anchorOf(event);
    const node = this.#anchors.get(name);
    if (!node) {
      const open = this.#anchors.has(name);
      const message = open
        ? 'This alias stands inside the anchor that it names.'
        : 'This alias names no anchor that is defined before it.';
      throw new Fault('YML001', offset, message);
    }
    const keyless = this.#keyless();
    if (!keyless) this.#put(node, event);
    else if (node.kind === 'scalar') keyless.key = keyOf(node, false);
    else throw noKey(offset);
  }

  #open(event: OpenEvent): void {
    if (this.#keyless()) throw noKey(eventOffset(event));
    if (this.#frames.length >= this.#limits.nesting) throw tooDeep(eventOffset(event), this.#limits.nesting);
    const anchor = event.anchorStart < 0 ? '' : this.#anchorOf(event);
    if (anchor !== '') this.#anchors.set(anchor, undefined);
    this.#frames.push({ event, anchor, items: [], entries: [], key: undefined, size: 1, height: 0 });
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const { event, items, entries, size } = frame;
    const common = { tag: tagOf(this.#text, event), size, height: frame.height + 1 };
    const node: TaggedNode =
      event.type === EVENT_ID.SEQUENCE ? { kind: 'list', ...common, items } : { kind: 'mapping', ...common, entries };
    if (frame.anchor !== '') this.#anchors.set(frame.anchor, node);
    this.#put(node, event);
  }

  /** The mapping that waits for a key, where the next node is one. */
  #keyless(): Frame | undefined {
    const frame = this.#frames.at(-1);
    return frame?.event.type === EVENT_ID.MAPPING && !frame.key ? frame : undefined;
  }

  #put(node: TaggedNode, event: Event): void {
    const frame = this.#frames.at(-1);
    if (!frame) {
      this.root = node;
      return;
    }
    frame.size += node.size;
    frame.height = Math.max(frame.height, node.height);
    const { nodes, nesting } = this.#limits;
    if (frame.size > nodes) throw tooLarge(Math.max(eventOffset(event), 0), nodes);
    if (this.#frames.length + node.height > nesting) throw tooDeep(Math.max(eventOffset(event), 0), nesting);
    if (frame.key) frame.entries.push({ ...frame.key, value: node });
    else frame.items.push(node);
    frame.key = undefined;
  }

  #anchorOf(event: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return this.#text.slice(event.anchorStart, event.anchorEnd);
  }
}

function keyOf(node: TaggedScalar, merge: boolean): Omit<TaggedEntry, 'value'> {
  // What prints differently from its value is a point in time.
  const isText = node.value === node.text;
  return { key: node.text, isText, merge };
}

function noKey(offset: number): Fault {
  return new Fault('YML001', offset, 'A mapping or a list cannot be a key. Quote a text that starts with {, [ or *.');
}

function tagOf(text: string, event: { readonly tagStart: number; readonly tagEnd: number }): ComposeTag {
  const tag = rawTag(text, event);
  if (tag === '!reset') return 'reset';
  return tag === '!override' ? 'override' : '';
}

function scalarNode(text: string, event: ScalarEvent): TaggedScalar {
  const source = getScalarValue(text, event);
  const raw = rawTag(text, event);
  const name = coreTag(raw);
  const plain = event.style === SCALAR_STYLE.PLAIN;
  const ownTag = raw !== '' && name === '';
  const scalar =
    name !== '' ? taggedComposeScalar(name, source) : plain && !ownTag ? composeScalar(source) : textScalar(source);
  const offset = Math.max(eventOffset(event), 0);
  if (!scalar) throw new Fault('YML001', offset, 'The value is not what its tag says it is.');
  if (typeof scalar.value === 'number' && !Number.isFinite(scalar.value)) {
    throw new Fault(
      'YML001',
      offset,
      'Infinity and NaN have no form in JSON, so Compose refuses them. Quote the value.',
    );
  }
  return { kind: 'scalar', tag: tagOf(text, event), size: 1, height: 0, ...scalar };
}
