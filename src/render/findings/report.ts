/**
 * Findings as the formats for build servers and code forges need them: where they stand, what would fix them, what is
 * known, and the rules that are spoken of.
 */

import type { TextEdit } from '../../ingest/index.ts';

export type ReportedSeverity = 'error' | 'warning' | 'info';

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: ReportedSeverity;
  readonly message: string;
  readonly file?: string | undefined;
  /** Lines and columns count from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** A JSON pointer into the document. */
  readonly path?: string | undefined;
  readonly resource?:
    | { readonly kind: string; readonly namespace?: string | undefined; readonly name: string }
    | undefined;
  /** Different for any two findings of a report. */
  readonly fingerprint: string;
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly TextEdit[] } | undefined;
  /** Why it does not stand. */
  readonly suppressed?: { readonly by: string; readonly reason?: string | undefined } | undefined;
}

export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly severity: ReportedSeverity;
  readonly category: string;
  readonly why: string;
  readonly fix: string;
  readonly references: readonly string[];
}

export interface FindingsReport {
  /** Sorted by file and position. */
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly ReportedFinding[];
  /** Those that a finding is of, in the order of their ids. */
  readonly rules: readonly ReportedRule[];
  /** Every file that was read, in order. */
  readonly files: readonly string[];
  /** The text of a file; undefined where it is not kept. */
  source(file: string): string | undefined;
}

const ORDER: Readonly<Record<ReportedSeverity, number>> = { error: 0, warning: 1, info: 2 };

/** The worst first, else in their order. */
export function bySeverity(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** `kind namespace/name`, or nothing. */
export function objectText({ resource }: ReportedFinding): string {
  if (!resource) return '';
  const home = resource.namespace === undefined ? '' : `${resource.namespace}/`;
  return `${resource.kind} ${home}${resource.name}`;
}

/** The findings of each file, those of no file under an empty name at the end. */
export function byFile(findings: readonly ReportedFinding[]): Map<string, ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const file = finding.file ?? '';
    const own = files.get(file);
    if (own) own.push(finding);
    else files.set(file, [finding]);
  }
  return files;
}

/** A path as forges and SARIF want it: relative, without a leading `./`. */
export function relativePath(file: string): string {
  return file.replace(/^(?:\.?\/)+/, '');
}
