/**
 * What has been read so far of a bundle: documents, findings, and the count of objects that the limit is about. The
 * readers of YAML and JSON write into it, so that a file of 250,000 documents needs no lists in between.
 */

import { exceed } from '../util/problem.ts';
import type { Document, Source } from './document.ts';
import type { Fault, FileRule } from './fault.ts';
import type { Finding, FindingPlace } from './finding.ts';
import type { Limits } from './limits.ts';
import { LastLineTable } from './line-table.ts';

export class Intake {
  readonly documents: Document[] = [];
  readonly findings: Finding[] = [];
  readonly limits: Limits;
  readonly lines = new LastLineTable();
  #objects = 0;
  /** The file that is being read, and how many of its documents could not be. */
  #file: Source | undefined;
  #faults = 0;

  constructor(limits: Limits) {
    this.limits = limits;
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

  /** Reports a document that could not be read; `base` is where the text that was being read starts in its source. */
  fault(source: Source, base: number, fault: Fault): void {
    this.count();
    if (this.#file !== source) this.#faults = 0;
    this.#file = source;
    this.#faults += 1;
    this.#unreadable(fault.rule, { source, offset: base + fault.offset }, fault.message);
  }

  /** Whether a file has too many faults to go on with what starts at `offset`; says so in a finding. */
  givesUp(source: Source, offset: number): boolean {
    if (this.#file !== source || this.#faults < this.limits.faults) return false;
    const message = `${this.limits.faults} documents of this file cannot be read; the rest of the file is not tried.`;
    this.#unreadable('YML006', { source, offset }, message);
    return true;
  }

  #unreadable(rule: FileRule, place: FindingPlace, message: string): void {
    this.findings.push({ rule, severity: 'error', unreadable: true, message, place });
  }

  /** Reports a document that can be read but is no object to analyse. */
  skipped(place: FindingPlace, message: string): void {
    this.findings.push({ rule: 'YML007', severity: 'warning', message, place });
  }
}
