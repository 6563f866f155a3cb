/**
 * A piece of a file that is read piece by piece: the text of one object, or of a list of them. There is one for every
 * object of a dump, so that what it keeps is as little as can be: the piece is the document, too, where it is one.
 */

import type { LinePosition, Source } from './document.ts';
import type { PackedTexts } from './packed-texts.ts';
import { ParsedDocument } from './parsed-document.ts';

/** What the pieces of a file have in common. */
export interface PieceFile {
  readonly path: string;
  readonly texts: PackedTexts;
}

export class Piece extends ParsedDocument implements Source {
  readonly #file: PieceFile;
  /** A number where it is packed. */
  #text: string | number;
  readonly #line: number;
  readonly #column: number;

  constructor(file: PieceFile, text: string, { line, column }: LinePosition) {
    super();
    this.#file = file;
    this.#text = text;
    this.#line = line;
    this.#column = column;
  }

  get path(): string {
    return this.#file.path;
  }

  get text(): string {
    return typeof this.#text === 'number' ? this.#file.texts.at(this.#text) : this.#text;
  }

  get from(): LinePosition {
    return { line: this.#line, column: this.#column };
  }

  get source(): Source {
    return this;
  }

  get start(): number {
    return 0;
  }

  get end(): number {
    return this.text.length;
  }

  get prefix(): string {
    return '';
  }

  /** Lets go of the text. */
  drop(): void {
    this.#text = '';
  }

  /** Keeps the text where it is in nobody's way. */
  pack(): void {
    if (typeof this.#text === 'string') this.#text = this.#file.texts.add(this.#text);
  }
}
