/**
 * A tagged document to the tree that is merged. Aliases are written out, so that every use has its own place; `<<` is
 * merged as go-yaml does, where a mapping's own keys win wherever they stand; `!reset` takes an entry away and
 * `!override` keeps it, and both are remembered as paths that what came before must lose
 * (https://docs.docker.com/reference/compose-file/merge/#reset-value).
 */

import type { ComposeDocument } from '../../ingest/compose-file.ts';
import type { TaggedEntry, TaggedMapping, TaggedNode } from '../../ingest/compose-tree.ts';
import { type Document, pointerTo } from '../../ingest/document.ts';
import type { Budget } from './budget.ts';
import { list, mapping, type Node } from './node.ts';
import type { Report } from './report.ts';

/** Keys from the root of a document to an entry. */
export type Path = readonly string[];

export interface Expanded {
  readonly root: Node;
  readonly document: Document;
  /** Entries that the documents before must lose. */
  readonly resets: readonly Path[];
}

export function expandDocument(read: ComposeDocument, budget: Budget, report: Report): Expanded {
  const { source, start, end, root } = read;
  // Its values live in the tree that is made here; a second copy would be kept as long as any origin is.
  const document = { source, start, end, prefix: '', value: {} };
  budget.spend('nodes', root.size, { document, pointer: '' });
  const expander = new Expander(document, report);
  const node = expander.expand(root, { pointer: '', path: [] }) ?? mapping({ document, pointer: '' });
  return { root: node, document, resets: expander.resets };
}

interface Here {
  readonly pointer: string;
  /** The path that merging knows; undefined below a list, where nothing can be reset. */
  readonly path: Path | undefined;
}

class Expander {
  readonly resets: Path[] = [];
  readonly #document: Document;
  readonly #report: Report;

  constructor(document: Document, report: Report) {
    this.#document = document;
    this.#report = report;
  }

  /** Undefined where the node is reset. */
  expand(node: TaggedNode, here: Here): Node | undefined {
    if (node.tag !== '' && here.path) this.resets.push(here.path);
    if (node.tag === 'reset') return undefined;
    const origin = { document: this.#document, pointer: here.pointer };
    switch (node.kind) {
      case 'scalar':
        return { kind: 'scalar', value: node.value, text: node.text, float: node.float, filled: false, origin };
      case 'list':
        return list(
          origin,
          node.items.flatMap(
            (item, i) => this.expand(item, { pointer: pointerTo(here.pointer, i), path: undefined }) ?? [],
          ),
        );
      case 'mapping':
        return mapping(origin, this.#entries(node, here));
    }
  }

  #entries(node: TaggedMapping, here: Here): Map<string, Node> {
    const entries = new Map<string, Node>();
    const seen = new Set<string>();
    for (const entry of node.entries) {
      if (this.#refused(entry, seen, here) || entry.merge) continue;
      const value = this.expand(entry.value, below(here, entry.key));
      if (value) entries.set(entry.key, value);
    }
    for (const { merge, value } of node.entries) if (merge) this.#merge(value, entries, here);
    return entries;
  }

  /** Takes over what `entries` lacks; of a list of mappings the first wins. */
  #merge(value: TaggedNode, entries: Map<string, Node>, here: Here): void {
    const sources = value.kind === 'list' ? value.items : [value];
    for (const source of sources) {
      if (source.kind !== 'mapping') {
        const message = 'The "<<" key takes a mapping or a list of mappings.';
        this.#refuse('YML001', below(here, '<<').pointer, message);
        continue;
      }
      for (const [key, child] of this.#entries(source, here)) {
        if (!entries.has(key)) entries.set(key, child);
      }
    }
  }

  #refused({ key, isText, merge }: TaggedEntry, seen: Set<string>, here: Here): boolean {
    const name = merge ? '<<' : key;
    const { pointer } = below(here, name);
    if (!isText && !merge) {
      this.#refuse('SCH003', pointer, `The key ${name === '' ? 'null' : name} is not text. Put it in quotes.`);
      return true;
    }
    if (seen.has(name)) {
      this.#refuse('YML002', pointer, `The key "${name}" stands twice in one mapping. Remove one.`);
      return true;
    }
    seen.add(name);
    return false;
  }

  #refuse(rule: string, pointer: string, message: string): void {
    this.#report.refuse(rule, { document: this.#document, pointer }, message);
  }
}

function below(here: Here, key: string): Here {
  return { pointer: pointerTo(here.pointer, key), path: here.path && [...here.path, key] };
}
