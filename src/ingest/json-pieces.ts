/**
 * Pieces of a file of JSON, each the text of one object: lines of NDJSON, and items of a `List`. They come in order, as
 * bytes, and are decoded, parsed and handed on one at a time, so that the file never exists as a whole.
 */

import { AlikeTexts } from './alike-texts.ts';
import { ByteRun } from './byte-run.ts';
import { decodePart } from './decode-text.ts';
import type { LinePosition, Source } from './document.ts';
import { Fault, type FileRule } from './fault.ts';
import type { Intake } from './intake.ts';
import { type JsonText, readJson } from './json-text.ts';
import { LineCounter } from './line-counter.ts';
import { PackedTexts } from './packed-texts.ts';
import { Piece, type PieceFile } from './piece.ts';

/** Thrown at bytes that are no text: then nothing of the file counts. */
export class WrongBytes {
  readonly source: Source;
  readonly fault: Fault;

  constructor(source: Source, fault: Fault) {
    this.source = source;
    this.fault = fault;
  }
}

export interface PieceReader {
  /** What to say of a piece that is not well-formed. */
  readonly malformed: string;
  handOn(read: JsonText, piece: Piece): void;
}

export class Pieces {
  readonly intake: Intake;
  /** Where the reading has come to. */
  readonly counter = new LineCounter();
  /** The bytes of the piece that is being collected. */
  readonly run: ByteRun;
  readonly #file: PieceFile;
  readonly #skipped = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #alike = new AlikeTexts();
  #stopped = false;

  constructor(path: string, intake: Intake) {
    this.#file = { path, texts: new PackedTexts() };
    this.intake = intake;
    this.run = new ByteRun(intake.limits.pieceBytes, (bytes) => {
      this.counter.pass(this.#skipped.decode(bytes, { stream: true }));
    });
  }

  /** Whether there were too many faults to go on. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** The text of the collected piece; undefined where it was too long. Throws `WrongBytes`. */
  take(): string | undefined {
    const bytes = this.run.take();
    if (!bytes) return undefined;
    const { text, fault } = decodePart(bytes);
    this.counter.pass(text);
    if (fault) throw new WrongBytes(this.at(this.counter.position), new Fault(fault.rule, 0, fault.message));
    return text;
  }

  read(text: string, from: LinePosition, reader: PieceReader): void {
    const piece = new Piece(this.#file, text, from);
    if (this.#stops(piece)) return;
    const read = this.#readText(text);
    if (read === undefined) this.intake.fault(piece, 0, new Fault('YML001', 0, reader.malformed));
    else if (read instanceof Fault) this.intake.fault(piece, 0, read);
    else {
      this.intake.beginPiece();
      reader.handOn(read, piece);
      this.intake.endPiece(piece);
    }
  }

  #readText(text: string): JsonText | Fault | undefined {
    const value = this.#alike.read(text);
    if (value !== undefined) return { value };
    const read = readJson(text, this.intake.limits);
    if (read && 'value' in read && !read.scan) this.#alike.learn({ text, value: read.value });
    return read;
  }

  /** Reports what is wrong at a place of the file. */
  fault(from: LinePosition, rule: FileRule, message: string): void {
    const source = this.at(from);
    if (!this.#stops(source)) this.intake.fault(source, 0, new Fault(rule, 0, message));
  }

  /** A place of the file. */
  at(from: LinePosition): Source {
    return { path: this.#file.path, text: '', from };
  }

  #stops(source: Source): boolean {
    this.#stopped ||= this.intake.givesUp(source, 0);
    return this.#stopped;
  }
}
