/** Classes of characters: sorted ranges of code points, both ends inclusive. */

export type Range = readonly [number, number];
export type Ranges = readonly Range[];

const LAST = 0x10ffff;

export const ANY: Ranges = [[0, LAST]];
/** RE2's `.`, without the flag `s`. */
export const ANY_BUT_NEWLINE: Ranges = [
  [0, 9],
  [11, LAST],
];

export const DIGITS: Ranges = [[48, 57]];
export const SPACES: Ranges = [
  [9, 10],
  [12, 13],
  [32, 32],
];
export const WORD: Ranges = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];

/** POSIX classes by name (https://github.com/google/re2/wiki/Syntax). */
export const POSIX: ReadonlyMap<string, Ranges> = new Map([
  [
    'alnum',
    [
      [48, 57],
      [65, 90],
      [97, 122],
    ],
  ],
  [
    'alpha',
    [
      [65, 90],
      [97, 122],
    ],
  ],
  ['ascii', [[0, 127]]],
  [
    'blank',
    [
      [9, 9],
      [32, 32],
    ],
  ],
  [
    'cntrl',
    [
      [0, 31],
      [127, 127],
    ],
  ],
  ['digit', DIGITS],
  ['graph', [[33, 126]]],
  ['lower', [[97, 122]]],
  ['print', [[32, 126]]],
  [
    'punct',
    [
      [33, 47],
      [58, 64],
      [91, 96],
      [123, 126],
    ],
  ],
  [
    'space',
    [
      [9, 13],
      [32, 32],
    ],
  ],
  ['upper', [[65, 90]]],
  ['word', WORD],
  [
    'xdigit',
    [
      [48, 57],
      [65, 70],
      [97, 102],
    ],
  ],
] satisfies readonly (readonly [string, Ranges])[]);

export function unite(ranges: Ranges): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

export function complement(ranges: Ranges): Ranges {
  const out: Range[] = [];
  let next = 0;
  for (const [from, to] of unite(ranges)) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) out.push([next, LAST]);
  return out;
}

/** The same without regard to case, of ASCII letters. */
export function foldCase(ranges: Ranges): Ranges {
  const more = ranges.flatMap(([from, to]): Range[] => [
    ...shifted(from, to, [65, 90], 32),
    ...shifted(from, to, [97, 122], -32),
  ]);
  return unite([...ranges, ...more]);
}

function shifted(from: number, to: number, [low, high]: Range, by: number): Range[] {
  const [a, b] = [Math.max(from, low), Math.min(to, high)];
  return a <= b ? [[a + by, b + by]] : [];
}

export function includes(ranges: Ranges, code: number): boolean {
  for (const [from, to] of ranges) if (code >= from && code <= to) return true;
  return false;
}
