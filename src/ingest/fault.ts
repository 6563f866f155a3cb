/**
 * A fault: why one document cannot be read. It is thrown inside this room only, because js-yaml throws too; the reader
 * of a document catches both and makes them findings, so that the other documents live. It is no `Error`: a stack
 * trace would cost more than reading the document.
 */

/** The rules of the catalogue that speak about files and documents as such. */
export type FileRule = 'YML001' | 'YML002' | 'YML004' | 'YML006' | 'YML007' | 'YML008';

export class Fault {
  readonly rule: FileRule;
  /** Where the fault is, in UTF-16 code units from the start of the text that was being read. */
  readonly offset: number;
  readonly message: string;

  constructor(rule: FileRule, offset: number, message: string) {
    this.rule = rule;
    this.offset = offset;
    this.message = message;
  }
}

/** The fault of a document that nests deeper than the limit. */
export function tooDeep(offset: number, maximum: number): Fault {
  return new Fault('YML006', offset, `The document nests more than ${maximum} levels deep, the most that is read.`);
}

/** The fault of a document with more nodes than the limit. */
export function tooLarge(offset: number, maximum: number): Fault {
  return new Fault(
    'YML006',
    offset,
    `The document has more than ${maximum} nodes once its aliases are expanded, the most that is read. Split it.`,
  );
}
