/**
 * What an operation answers, seen in the ways the formats need. A format reads one view and knows no operation; an
 * operation gives its views and knows no format, so that a new one of either is one file.
 */

import { type Chunk, PIECE_LENGTH } from './chunk.ts';
import type { FindingsReport } from './findings/report.ts';
import type { Graph } from './graph.ts';

/** A table of text cells. Rows may be a generator: formats stream them and never hold them all. */
export interface Table {
  /** The heading a person reads above it, such as `Connections`. */
  readonly title: string;
  /** One key for CSV headers and anchors, such as `connections`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  /** What to say where there are no rows. */
  readonly empty?: string;
}

/** One record of the NDJSON form: `t` tells its type. */
export interface AnswerRecord {
  readonly t: 'peer' | 'class' | 'row' | 'result' | 'finding' | 'summary' | 'error';
  readonly [key: string]: unknown;
}

/** Records of which there are so many, and so long ones, that their view writes the lines itself. */
export class WrittenRecords {
  readonly t: AnswerRecord['t'];
  readonly lines: Chunk;

  /** `lines`: whole lines, each a JSON object with its `t`. Whoever takes them may keep them. */
  constructor(t: AnswerRecord['t'], lines: Chunk) {
    this.t = t;
    this.lines = lines;
  }
}

/** Lines of one type as records, many at a time. */
export function* inPieces(t: AnswerRecord['t'], lines: Iterable<string>): Generator<WrittenRecords> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    yield new WrittenRecords(t, piece);
    piece = '';
  }
  if (piece !== '') yield new WrittenRecords(t, piece);
}

export interface Answer {
  /** The result exactly as the contract shapes it; JSON-serialisable, keys in a fixed order. */
  json(): unknown;
  /** Tables for people, the main one first; CSV writes the main one only. */
  tables(): Iterable<Table>;
  /** One line for people above the tables: the verdict and the counts. */
  headline(): string;
  /** The records of the NDJSON form, `summary` last. */
  records(): Iterable<AnswerRecord | WrittenRecords>;
  /** Who reaches whom as a graph, where the answer is one. */
  graph?(): Graph;
  /** What is wrong, where the answer is about that. */
  findings?(): FindingsReport;
  /** YAML documents without markers, where the answer is made of such. */
  documents?(): Iterable<string>;
  /** Which conditions of the operation's gates hold; absent where it has none. */
  conditions?(): readonly string[];
}

/** Views that not every answer has: an operation names those of its answers, a format the one it is written from. */
export type OptionalView = 'graph' | 'findings' | 'documents';

/** An answer with optional views, for operations that promise them. */
export type AnswerWith<View extends OptionalView> = Answer & Required<Pick<Answer, View>>;
