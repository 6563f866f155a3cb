/**
 * JSON texts that are like one before but for a few strings in them, as those of the pods of one owner are: a dump of a
 * cluster holds 150,000 pods of 10,000 owners. Such a text is compared with the parts that stay, and its value is that
 * of the one before with other strings in their places; what has none of them inside is the same object.
 */

import type { JsonValue } from './document.ts';
import { type Difference, differences } from './json-differences.ts';
import { stringEnd } from './json-scan.ts';

const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
/** Texts of less are copied when they are cut out. */
const SHORT = 13;
/** The first two of an owner are looked at for all others. */
const FREE_LOOKS = 2;
/** After so many texts at most it is looked again whether two are alike. */
const LONGEST_WAIT = 64;

interface Read {
  readonly text: string;
  readonly value: JsonValue;
}

/** Which of the new strings stands where: at a value itself, or somewhere inside it. */
type Places = number | readonly (readonly [key: string | number, inside: Places])[];

interface Pattern {
  readonly value: JsonValue;
  /** What stands between the strings that differ, quotes included; one more than there are strings. */
  readonly parts: readonly string[];
  readonly places: Places;
}

export class AlikeTexts {
  #pattern: Pattern | undefined;
  #last: Read | undefined;
  /** How many texts were looked at since one was alike, and how many more are let pass for it. */
  #looks = 0;
  #wait = 0;

  /** The value of a text that is like one before; undefined where it must be parsed. */
  read(text: string): JsonValue | undefined {
    const pattern = this.#pattern;
    const strings = pattern && stringsOf(text, pattern.parts);
    if (!pattern || !strings) return undefined;
    this.#looks = 0;
    this.#wait = 0;
    return replaced(pattern.value, pattern.places, strings);
  }

  /** Looks at a text that was parsed, in which no key stands twice. */
  learn(read: Read): void {
    const last = this.#last;
    this.#last = read;
    this.#pattern = undefined;
    if (this.#wait > 0 || !last) {
      this.#wait = Math.max(this.#wait - 1, 0);
      return;
    }
    const found = differences(last.value, read.value);
    this.#pattern = found && patternOf(read, found);
    this.#looks += 1;
    this.#wait = Math.min(Math.max(this.#looks - FREE_LOOKS, 0), LONGEST_WAIT);
  }
}

function patternOf({ text, value }: Read, found: readonly Difference[]): Pattern | undefined {
  const parts: string[] = [];
  let [token, start, quote] = [0, 0, text.indexOf('"')];
  for (const { string, token: wanted } of found) {
    for (; token < wanted; token += 1) quote = text.indexOf('"', stringEnd(text, quote));
    const end = stringEnd(text, quote) - 1;
    if (text.slice(quote + 1, end) !== string) return undefined;
    parts.push(text.slice(start, quote + 1));
    start = end;
  }
  return { value, parts: [...parts, text.slice(start)], places: placesOf(found.map(({ path }, i) => ({ path, i }))) };
}

function placesOf(found: readonly { readonly path: Difference['path']; readonly i: number }[], depth = 0): Places {
  const [first] = found;
  if (first && first.path.length === depth) return first.i;
  const byKey = Map.groupBy(found, ({ path }) => path[depth] ?? '');
  return [...byKey].map(([key, inside]) => [key, placesOf(inside, depth + 1)]);
}

/** The strings that stand between the parts; undefined where the text is not plainly made of these parts. */
function stringsOf(text: string, parts: readonly string[]): readonly string[] | undefined {
  const strings: string[] = [];
  const last = parts.length - 1;
  let at = 0;
  for (let i = 0; i < last; i += 1) {
    const part = parts[i] as string;
    const start = at + part.length;
    // Texts are compared word by word, which `startsWith` does not do.
    if (text.slice(at, start) !== part) return undefined;
    at = plainEnd(text, start);
    if (at < 0) return undefined;
    strings.push(ownText(text.slice(start, at)));
  }
  return text.slice(at) === parts[last] ? strings : undefined;
}

/** Where a string ends that begins at an index; negative where it holds what its value does not hold as it is. */
function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code < SPACE || code === BACKSLASH) return -1;
  }
  return -1;
}

/** A text that keeps no longer one in memory that it was cut from, as texts do that are not very short. */
function ownText(text: string): string {
  return text.length < SHORT ? text : [text.slice(0, 1), text.slice(1)].join('');
}

function replaced(value: JsonValue, places: Places, strings: readonly string[]): JsonValue {
  if (typeof places === 'number') return strings[places] ?? '';
  if (places.length === 0) return value;
  const copy = Array.isArray(value) ? value.slice() : { ...(value as Record<string, JsonValue>) };
  for (const [key, inside] of places) {
    const fields = copy as Record<string | number, JsonValue>;
    fields[key] = replaced(fields[key] ?? null, inside, strings);
  }
  return copy;
}
