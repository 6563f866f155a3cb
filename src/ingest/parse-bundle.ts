/**
 * A bundle to its documents. Files are read in the order of their paths, documents in the order of their positions, so
 * the order of an upload never shows. What cannot be read is a finding; only a limit on the whole bundle stops it.
 */

import { compareText } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import type { Bundle } from './bundle.ts';
import { decodeText } from './decode-text.ts';
import type { Document, Source } from './document.ts';
import type { Finding } from './finding.ts';
import { Intake } from './intake.ts';
import { readJsonFile } from './json-file.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readYamlFile } from './yaml-file.ts';

export interface ParsedBundle {
  readonly documents: readonly Document[];
  readonly findings: readonly Finding[];
  /** One per file, sorted by path; of a file that is no text, the part before the first wrong byte. */
  readonly sources: readonly Source[];
}

/** Reads every file of a bundle. Throws a `ProblemError` for a limit on the bundle, and nothing else. */
export function parseBundle(bundle: Bundle, limits: Limits = DEFAULT_LIMITS): ParsedBundle {
  checkFileCount(bundle.files.length, limits);
  const intake = new Intake(limits);
  const sources: Source[] = [];
  for (const file of bundle.files.toSorted((a, b) => compareText(a.path, b.path))) {
    const { text, fault } = decodeText(file.bytes);
    const source = { path: file.path, text };
    sources.push(source);
    if (fault) {
      intake.fault(source, 0, fault);
    } else if (!readJsonFile(source, intake)) {
      readYamlFile(source, intake);
    }
  }
  return { documents: intake.documents, findings: intake.findings, sources };
}

/** Throws `limit-exceeded` when a bundle has too many files. */
export function checkFileCount(files: number, limits: Limits): void {
  if (files <= limits.files) return;
  exceed('files', files, limits.files, `The bundle has ${files} files; at most ${limits.files} are read.`);
}
