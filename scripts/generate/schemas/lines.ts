/** The lines of a table while it is made: equal ones once. */

import { inlineOf, lineOf } from './compact.ts';
import type { JsonObject } from './json.ts';

export class Lines {
  readonly lines: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** References of schemas that are known by name. */
  readonly #named: ReadonlyMap<string, string>;
  readonly #custom: boolean;
  readonly #first: number;

  /** `custom`: of custom resources. `first`: the number of the first line. */
  constructor(custom: boolean, named: ReadonlyMap<string, string> = new Map(), first = 0) {
    this.#custom = custom;
    this.#named = named;
    this.#first = first;
  }

  readonly reference = (schema: JsonObject): string => {
    const name = schema['$ref'];
    if (typeof name === 'string') {
      const known = this.#named.get(name.replace('#/types/', ''));
      if (known === undefined) throw new Error(`no type ${name}`);
      return known;
    }
    const line = lineOf(schema, this.reference, this.#custom);
    return inlineOf(line) ?? this.#numberOf(JSON.stringify(line));
  };

  #numberOf(line: string): string {
    const known = this.#numbers.get(line);
    if (known !== undefined) return String(known);
    const number = this.#first + this.lines.length;
    this.lines.push(line);
    this.#numbers.set(line, number);
    return String(number);
  }
}
