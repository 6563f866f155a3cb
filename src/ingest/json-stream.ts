/** One long file of JSON, read while its bytes arrive. Bytes that are no text undo all of it, as in any other file. */

import { withoutMark } from './decode-text.ts';
import type { Intake } from './intake.ts';
import { type JsonForm, jsonForm } from './json-form.ts';
import { JsonLines } from './json-lines.ts';
import { Pieces, WrongBytes } from './json-pieces.ts';
import { JsonValues } from './json-values.ts';
import type { Limits } from './limits.ts';

/** The forms that can be read this way. */
export type StreamedForm = Exclude<JsonForm, 'values'>;

/** How to read a long file that begins with these bytes; undefined where it must be read whole. */
export function streamedForm(path: string, bytes: Uint8Array, limits: Limits): StreamedForm | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, limits.wholeBytes), { stream: true });
  const form = jsonForm(path, head, limits.nesting);
  return form === 'values' ? undefined : form;
}

export class JsonStream {
  readonly #reader: JsonLines | JsonValues;
  #begun = false;
  #wrong: WrongBytes | undefined;

  constructor(path: string, form: StreamedForm, intake: Intake) {
    const pieces = new Pieces(path, intake);
    this.#reader = form === 'lines' ? new JsonLines(pieces) : new JsonValues(pieces);
  }

  /** Set where bytes were met that are no text: then what was handed on does not count. */
  get wrong(): WrongBytes | undefined {
    return this.#wrong;
  }

  /** The first bytes must hold a byte order mark whole, where there is one. */
  feed(bytes: Uint8Array): void {
    const own = this.#begun ? bytes : withoutMark(bytes);
    this.#begun = true;
    this.#guard(() => this.#reader.feed(own));
  }

  end(): void {
    this.#guard(() => this.#reader.end());
  }

  #guard(read: () => void): void {
    if (this.#wrong) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof WrongBytes)) throw error;
      this.#wrong = error;
    }
  }
}
