/**
 * Sizes in bytes such as `64m` (https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values):
 * units are binary, of either case, with an optional `b` or `ib`.
 */

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 1],
  ...['k', 'm', 'g', 't', 'p'].flatMap((unit, index) =>
    ['', 'b', 'ib'].map((suffix) => [`${unit}${suffix}`, 1024 ** (index + 1)] as const),
  ),
]);
const INTEGER = /^[-+]?\d{1,19}$/;
const SIZE = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?) ?([A-Za-z]{0,3})$/;

/** Bytes, as digits; undefined where the text is no size. */
export function parseSize(text: string): string | undefined {
  if (INTEGER.test(text)) return BigInt(text.replace('+', '')).toString();
  const found = SIZE.exec(text);
  const unit = UNITS.get(found?.[2]?.toLowerCase() ?? '-');
  const size = Number(found?.[1]);
  if (unit === undefined || !(size >= 0) || !Number.isFinite(size * unit)) return undefined;
  return BigInt(Math.trunc(size * unit)).toString();
}
