/** Random JSON as people and tools write it: any white space, escapes, equal keys, and characters of every length. */

import * as fc from 'fast-check';

const space = fc.constantFrom('', '', '', ' ', '\n', '\r\n', '\t', '\r', '  \n ');
/** No backslash alone: V8 takes a later key of one escaped character for that key, where the shapes are alike. */
const word = fc.constantFrom(
  'a',
  'kind',
  'items',
  'metadata',
  'name',
  ':',
  '":',
  '{',
  '[',
  '\\\\',
  '"',
  'é',
  '€',
  '🎉',
  ' : ',
);

/** A string token; some characters escaped although they need not be. */
export const stringText: fc.Arbitrary<string> = fc
  .tuple(fc.array(word, { maxLength: 3 }), fc.boolean())
  .map(([words, escaped]) => {
    const text = JSON.stringify(words.join(''));
    return escaped ? text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) : text;
  });

const scalar = fc.oneof(stringText, fc.constantFrom('0', '-1.5e3', 'true', 'false', 'null'));

const { value } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('object')),
  list: fc
    .tuple(fc.array(fc.tuple(space, tie('value'), space), { maxLength: 3 }), space)
    .map(([items, inner]) => `[${items.length > 0 ? items.map((parts) => parts.join('')).join(',') : inner}]`),
  object: fc
    .array(fc.tuple(space, stringText, space, space, tie('value'), space), { maxLength: 4 })
    .map((entries) => `{${entries.map(([a, key, b, c, v, d]) => `${a}${key}${b}:${c}${v}${d}`).join(',')}}`),
}));

/** A value of any kind. */
export const jsonText: fc.Arbitrary<string> = value;

/** An object of a kind, or one that lacks something. */
export const objectText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('"apiVersion":"v1",', '"apiVersion" : "apps/v1" ,', ''),
    fc.constantFrom('"kind":"Pod",', '"kind":\n"Secret", ', '"kind":"Pod","kind":"Pod",', ''),
    fc.constantFrom('"metadata":{"name":"x","labels":{"é":"🎉"}},', ''),
    jsonText,
  )
  .map(([apiVersion, kind, metadata, more]) => `{${apiVersion}${kind}${metadata}"spec":${more}}`);
