/** Reading `Accept` (RFC 9110 §12.5.1): which quality a client gives to a media type, and how precisely it named it. */

interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/** `specificity`: 2 for a type named in full, 1 for `type/*`, 0 for a wildcard. */
export interface Preference {
  readonly quality: number;
  readonly specificity: 0 | 1 | 2;
}

const RANGE = /^([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)$/;
const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

function readRange(text: string): MediaRange[] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const [, type, subtype] = RANGE.exec(range) ?? [];
  if (type === undefined || subtype === undefined) return [];
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return [{ type, subtype, quality: QUALITY.test(weight) ? Number(weight) : 0 }];
}

function specificityOf({ type, subtype }: MediaRange): 0 | 1 | 2 {
  if (subtype !== '*') return 2;
  return type === '*' ? 0 : 1;
}

/** The media ranges of a header; parts that are none are left out. No header, or an empty one, accepts everything. */
export function readAccept(header: string | null | undefined): readonly MediaRange[] {
  const text = header?.trim() ?? '';
  return (text === '' ? '*/*' : text).split(',').flatMap(readRange);
}

/** What the ranges say of one media type: the most specific range that covers it decides; undefined: none does. */
export function preferenceOf(mediaType: string, ranges: readonly MediaRange[]): Preference | undefined {
  const [type, subtype] = mediaType.split('/');
  let best: Preference | undefined;
  for (const range of ranges) {
    if (range.type !== '*' && range.type !== type) continue;
    if (range.subtype !== '*' && range.subtype !== subtype) continue;
    const specificity = specificityOf(range);
    if (best === undefined || specificity > best.specificity) best = { quality: range.quality, specificity };
  }
  return best;
}
