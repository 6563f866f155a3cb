/**
 * A bundle to its documents. Files are read in the order of their paths, documents in the order of their positions, so
 * the order of an upload never shows. What cannot be read is a finding; only a limit on the whole bundle stops it.
 */

import { compareText } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import type { Bundle, BundleFile } from './bundle.ts';
import { decodeText, isText } from './decode-text.ts';
import type { Source } from './document.ts';
import type { DocumentSink } from './document-sink.ts';
import type { Finding } from './finding.ts';
import { Intake } from './intake.ts';
import { readJsonFile } from './json-file.ts';
import { jsonForm } from './json-form.ts';
import { JsonStream, type StreamedForm, streamedForm } from './json-stream.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { rendererFiles } from './renderer-files.ts';
import { skippedFindings } from './skipped.ts';
import { readYamlFile } from './yaml-file.ts';

export interface ParsedBundle {
  /** None of a body that was read while it arrived. */
  readonly documents: readonly ParsedDocument[];
  readonly findings: readonly Finding[];
  /** One per file, sorted by path; without the text of files that are read object by object. */
  readonly sources: readonly Source[];
}

const KEEPS_VALUES: DocumentSink = { take: () => 'value' };

/**
 * Reads every file of a bundle; `sink` takes the documents one after another while they are read. Throws a
 * `ProblemError` for a limit on the bundle, and nothing else.
 */
export function parseBundle(
  bundle: Bundle,
  limits: Limits = DEFAULT_LIMITS,
  sink: DocumentSink = KEEPS_VALUES,
): ParsedBundle {
  checkFileCount(bundle.files.length, limits);
  const documents: ParsedDocument[] = [];
  const intake = new Intake(limits, {
    take(document) {
      documents.push(document);
      return sink.take(document);
    },
    claims: (source) => sink.claims?.(source) ?? false,
  });
  const files = bundle.files.toSorted((a, b) => compareText(a.path, b.path));
  const others = rendererFiles(files, limits);
  const sources = files.map((file) => {
    const said = others.get(file.path);
    return said === undefined ? readFile(file, intake) : passOver(file, said, intake);
  });
  return { documents, findings: [...intake.findings, ...skippedFindings(bundle.skipped ?? [])], sources };
}

function readFile(file: BundleFile, intake: Intake): Source {
  const { path, bytes } = file;
  const long = bytes.length > intake.limits.wholeBytes ? streamedForm(path, bytes, intake.limits) : undefined;
  if (long && isText(bytes)) {
    readPieces(file, long, intake);
    return { path, text: '' };
  }
  const { text, fault } = decodeText(bytes);
  const source = { path, text };
  if (!fault && intake.claims(source)) return source;
  const form = jsonForm(path, text, intake.limits.nesting);
  if (fault) intake.fault(source, 0, fault);
  else if (form === 'lines') readPieces(file, form, intake);
  else if (!form || !readJsonFile(source, intake)) readYamlFile(source, intake);
  return source;
}

/** Says of a file why it is not read, where there is something to say. */
function passOver({ path, bytes }: BundleFile, message: string, intake: Intake): Source {
  const source = { path, text: decodeText(bytes).text };
  if (message !== '') intake.report({ rule: 'YML010', severity: 'info', message, place: { source, offset: 0 } });
  return source;
}

/** Reads a file that is known to be text. */
function readPieces({ path, bytes }: BundleFile, form: StreamedForm, intake: Intake): void {
  const stream = new JsonStream(path, form, intake);
  stream.feed(bytes);
  stream.end();
}

/** Throws `limit-exceeded` when a bundle has too many files. */
export function checkFileCount(files: number, limits: Limits): void {
  if (files <= limits.files) return;
  exceed('files', files, limits.files, `The bundle has ${files} files; at most ${limits.files} are read.`);
}
