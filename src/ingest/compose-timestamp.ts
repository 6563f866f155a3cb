/**
 * Plain scalars that go-yaml takes for points in time (https://yaml.org/type/timestamp.html, in the four spellings it
 * knows). The Compose loader then writes them as Go does, which is what a container sees in its environment.
 */

export interface Timestamp {
  /** RFC 3339, as Go's JSON has it. */
  readonly json: string;
  /** As Go prints a time. */
  readonly text: string;
}

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?(Z|[-+]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?))?$/;

/** The point in time a plain scalar stands for; undefined where it is none. */
export function timestampOf(text: string): Timestamp | undefined {
  const found = TIMESTAMP.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const [hour = 0, minute = 0, second = 0] = clockOf(found);
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!real || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = [String(year).padStart(4, '0'), two(month), two(day)].join('-');
  const fraction = (found[7] ?? found[12] ?? '').replace(/\.?0+$/, '');
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
  const zone = found[8] ?? 'Z';
  const isUtc = zone === 'Z' || /^[-+]00:00$/.test(zone);
  const offset = zone.replace(':', '');
  return {
    json: `${date}T${clock}${isUtc ? 'Z' : zone}`,
    text: `${date} ${clock} ${isUtc ? '+0000 UTC' : `${offset} ${offset}`}`,
  };
}

function clockOf(found: RegExpExecArray): number[] {
  const start = found[4] === undefined ? 9 : 4;
  return found.slice(start, start + 3).map((part) => Number(part ?? 0));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
