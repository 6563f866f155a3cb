/**
 * The mappings and lists that are open while a YAML document is built. A mapping follows go-yaml v2, which kubectl
 * reads with: the last of two equal keys wins, and `<<` overrides what stands before it
 * (https://yaml.org/type/merge.html says otherwise, kubectl does this).
 */

import { isObject, type JsonValue } from './document.ts';
import { Fault } from './fault.ts';

/** What an anchor stands for; `key` is its text in a key's place, where it may stand there. */
export interface Anchor {
  readonly value: JsonValue;
  readonly key: string | null;
  /** Nodes in it, aliases expanded, and levels of nesting; both are known once it is closed. */
  size: number;
  height: number;
  open: boolean;
}

/** A key that waits for its value. */
export interface PendingKey {
  readonly name: string;
  readonly offset: number;
  readonly merge: boolean;
}

abstract class Frame {
  /** Index of the event that opened the frame. */
  readonly index: number;
  height = 1;
  anchor: Anchor | undefined;
  /** Nodes of the document before the frame was opened. */
  nodesBefore = 0;

  constructor(index: number) {
    this.index = index;
  }
}

export class SequenceFrame extends Frame {
  readonly value: JsonValue[] = [];
}

export class MappingFrame extends Frame {
  readonly value: Record<string, JsonValue> = {};
  key: PendingKey | undefined;
  /** Keys that came through `<<` and may be given again. */
  #inherited: Set<string> | undefined;

  /** Gives the pending key its value. True when the mapping had the key already. */
  assign(key: PendingKey, value: JsonValue): boolean {
    // Looking a key up is cheaper than asking for it; only inherited names need both.
    const known = this.value[key.name] !== undefined && Object.hasOwn(this.value, key.name);
    this.#set(key.name, value);
    return known && !this.#inherited?.delete(key.name);
  }

  /** Takes over the keys of a mapping or of a list of mappings, of which the first wins. */
  merge(key: PendingKey, value: JsonValue): void {
    const sources: readonly JsonValue[] = Array.isArray(value) ? value.toReversed() : [value];
    for (const source of sources) {
      if (!isObject(source))
        throw new Fault('YML001', key.offset, 'The "<<" key takes a mapping or a list of mappings.');
      for (const name of Object.keys(source)) {
        if (!Object.hasOwn(this.value, name)) {
          this.#inherited ??= new Set();
          this.#inherited.add(name);
        }
        this.#set(name, source[name] ?? null);
      }
    }
  }

  #set(name: string, value: JsonValue): void {
    if (name !== '__proto__') this.value[name] = value;
    else Object.defineProperty(this.value, name, { value, enumerable: true, configurable: true, writable: true });
  }
}
