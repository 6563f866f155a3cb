/**
 * How wide text will be, without its font: by classes of characters, after the widest of the usual sans-serif fonts
 * (DejaVu Sans), so that a text fits whichever of them a reader has.
 */

const NARROW = /[ijlftrI.,:;'|!()[\]/ -]/;
const WIDE = /[mwMW@%&]/;
const CAPITAL = /[A-Z_#+~<>=]/;

function characterWidth(character: string): number {
  if (character > '\u1100') return 1.05;
  if (NARROW.test(character)) return 0.41;
  if (WIDE.test(character)) return 1;
  return CAPITAL.test(character) ? 0.74 : 0.64;
}

/** In units of the drawing, of text at this size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, size: number, most: number): string {
  if (textWidth(text, size) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > most) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
