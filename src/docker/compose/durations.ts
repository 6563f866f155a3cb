/**
 * Durations such as `1m30s` (https://docs.docker.com/reference/compose-file/extension/#specifying-durations), as the
 * loader reads them and Go writes them: days and weeks are read, and written as hours.
 */

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['d', 86_400_000_000_000n],
  ['w', 604_800_000_000_000n],
]);
const LARGEST = 2n ** 63n;
/** An int64 has at most so many digits. */
const MOST_DIGITS = 19;
const PART = /(\d*)(?:\.(\d*))?([^\d.]+)/y;

/** Nanoseconds; undefined where the text is no duration. */
export function parseDuration(text: string): bigint | undefined {
  const negative = text.startsWith('-');
  const bare = /^[-+]/.test(text) ? text.slice(1) : text;
  if (bare === '0') return 0n;
  const part = new RegExp(PART);
  let total = 0n;
  while (part.lastIndex < bare.length) {
    const found = part.exec(bare);
    const own = found && partOf(found[1] ?? '', found[2] ?? '', found[3] ?? '');
    if (own === undefined || own === null) return undefined;
    total += own;
  }
  if (bare === '' || total >= LARGEST) return undefined;
  return negative ? -total : total;
}

function partOf(whole: string, fraction: string, unit: string): bigint | undefined {
  const nanoseconds = NANOSECONDS.get(unit);
  if (nanoseconds === undefined || whole + fraction === '' || whole.length > MOST_DIGITS) return undefined;
  const digits = fraction.slice(0, MOST_DIGITS - 1);
  const scale = Number(nanoseconds) / 10 ** digits.length;
  return BigInt(whole || '0') * nanoseconds + BigInt(Math.trunc(Number(digits || '0') * scale));
}

/** As Go prints a duration: `26h3m1.5s`, `1.5ms`, `0s`. */
export function durationText(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 3)}µs`;
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 6)}ms`;
  const seconds = size / 1_000_000_000n;
  const minutes = seconds / 60n;
  const hours = minutes / 60n;
  const rest = decimal(size - minutes * 60_000_000_000n, 9);
  if (minutes === 0n) return `${sign}${rest}s`;
  return `${sign}${hours > 0n ? `${hours}h` : ''}${minutes % 60n}m${rest}s`;
}

/** A number of so many decimal places, without trailing zeros. */
function decimal(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
