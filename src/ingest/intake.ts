/**
 * What has been read so far of a bundle: findings, and the count of objects that the limit is about. Documents are
 * handed on at once and let go of as far as whoever takes them allows. The readers of YAML and JSON write into it, so
 * that a file of 250,000 documents needs no lists in between.
 */

import { exceed } from '../util/problem.ts';
import type { Source } from './document.ts';
import type { DocumentSink } from './document-sink.ts';
import type { Fault, FileRule } from './fault.ts';
import { type Finding, type FindingPlace, sourceOf } from './finding.ts';
import type { Limits } from './limits.ts';
import { LastLineTable } from './line-table.ts';
import type { ParsedDocument } from './parsed-document.ts';
import type { Piece } from './piece.ts';
import { Recall } from './recall.ts';

export class Intake {
  readonly findings: Finding[] = [];
  readonly limits: Limits;
  readonly lines = new LastLineTable();
  readonly recall: ReturnType<typeof Recall.ofBundle>;
  readonly #sink: DocumentSink;
  readonly #thrifty: boolean;
  #objects = 0;
  /** The file that is being read, and how many of its documents could not be. */
  #file = '';
  #faults = 0;
  /** Of the current piece: how many documents it holds, and whether its text is still wanted. */
  #taken = 0;
  #wanted = false;

  /** `thrifty`: values, and texts that nobody wants, are let go of at once. */
  constructor(limits: Limits, sink: DocumentSink, thrifty = false) {
    this.limits = limits;
    this.#sink = sink;
    this.#thrifty = thrifty;
    this.recall = Recall.ofBundle(limits);
  }

  /** Counts one document or list item, readable or not; throws `limit-exceeded` at the first one too many. */
  count(): void {
    this.#objects += 1;
    const maximum = this.limits.objects;
    if (this.#objects > maximum) {
      const detail = `The bundle has more than ${maximum} documents and list items. Send fewer at a time.`;
      exceed('objects', this.#objects, maximum, detail);
    }
  }

  /** Whether a file is read by whoever takes the documents. */
  claims(source: Source): boolean {
    return this.#sink.claims?.(source) ?? false;
  }

  accept(document: ParsedDocument): void {
    const kept = this.#sink.take(document);
    this.#taken += 1;
    if (kept !== 'head') this.#wanted = true;
    if (kept !== 'value' || this.#thrifty) document.forget(kept === 'head');
  }

  /** A piece of a file is read from here on. */
  beginPiece(): void {
    this.#taken = 0;
    this.#wanted = false;
  }

  /** It has been read: its text is packed, or dropped where it is all of one document, and not wanted. */
  endPiece(piece: Piece): void {
    if (!this.#thrifty) return;
    if (this.#wanted || this.#taken > 1) piece.pack();
    else piece.drop();
  }

  /** Reports a document that could not be read; `base` is where the text that was being read starts in its source. */
  fault(source: Source, base: number, fault: Fault): void {
    this.count();
    if (this.#file !== source.path) this.#faults = 0;
    this.#file = source.path;
    this.#faults += 1;
    this.#unreadable(fault.rule, { source, offset: base + fault.offset }, fault.message);
  }

  /** Whether a file has too many faults to go on with what starts at `offset`; says so in a finding. */
  givesUp(source: Source, offset: number): boolean {
    if (this.#file !== source.path || this.#faults < this.limits.faults) return false;
    const message = `${this.limits.faults} documents of this file cannot be read; the rest of the file is not tried.`;
    this.#unreadable('YML006', { source, offset }, message);
    return true;
  }

  #unreadable(rule: FileRule, place: FindingPlace, message: string): void {
    this.report({ rule, severity: 'error', unreadable: true, message, place });
  }

  /** Reports a document that can be read but is no object to analyse. */
  skipped(place: FindingPlace, message: string): void {
    this.report({ rule: 'YML007', severity: 'warning', message, place });
  }

  report(finding: Finding & { readonly place: FindingPlace }): void {
    this.findings.push({ ...finding, place: this.#settled(finding.place) });
  }

  /** A place in a piece of a file is looked up at once, so that the text of the piece need not be kept for it. */
  #settled(place: FindingPlace): FindingPlace {
    const source = sourceOf(place);
    if (!source.from || ('document' in place && place.at)) return place;
    if (!('document' in place)) {
      const from = this.lines.at(source, place.offset);
      return { source: { path: source.path, text: '', from }, offset: 0 };
    }
    const { document, pointer } = place;
    if (document.prefix + pointer === '') {
      return { document, pointer, at: this.lines.at(source, document.start) };
    }
    this.#wanted = true;
    return place;
  }
}
