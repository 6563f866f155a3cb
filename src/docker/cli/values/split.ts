/** Taking the value of a flag apart, where expansions that are not known stay whole. */

import type { Flag } from '../flags/parse-flags.ts';

/** Nobody writes a value of more; a value of more stays whole. */
const MOST_UNKNOWN = 16;

/** Splits at each `separator`, but at none inside an unknown expansion such as `${HOST:-0.0.0.0}`. */
export function splitValue({ value, from }: Pick<Flag, 'value' | 'from'>, separator: string): string[] {
  if (from.unknown.length > MOST_UNKNOWN) return [value];
  let masked = value;
  for (const written of from.unknown) masked = masked.replace(written, () => '\0'.repeat(written.length));
  const parts: string[] = [];
  let start = 0;
  for (const part of masked.split(separator)) {
    parts.push(value.slice(start, start + part.length));
    start += part.length + separator.length;
  }
  return parts;
}

/** The text before and behind the first `separator`; undefined where there is none. */
export function cut(text: string, separator: string): readonly [string, string] | undefined {
  const at = text.indexOf(separator);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + separator.length)];
}
