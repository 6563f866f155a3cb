/**
 * What an operation answers, seen in the ways the formats need. A format reads one view and knows no operation; an
 * operation gives its views and knows no format, so that a new one of either is one file.
 */

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

/** A record of which there are so many, and so long ones, that its view writes the JSON itself. */
export class WrittenRecord {
  readonly t: AnswerRecord['t'];
  readonly text: string;

  /** `text`: the JSON object, in ASCII, `t` included. */
  constructor(t: AnswerRecord['t'], text: string) {
    this.t = t;
    this.text = text;
  }
}

export interface Answer {
  /** The result exactly as the contract shapes it; JSON-serialisable, keys in a fixed order. */
  json(): unknown;
  /** Tables for people, the main one first; CSV writes the main one only. */
  tables(): Iterable<Table>;
  /** One line for people above the tables: the verdict and the counts. */
  headline(): string;
  /** The records of the NDJSON form, `summary` last. */
  records(): Iterable<AnswerRecord | WrittenRecord>;
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
