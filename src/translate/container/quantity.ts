/** Numbers of Compose as Kubernetes writes them (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/). */

import { parseDuration } from '../../docker/compose/durations.ts';
import { parseSize } from '../../docker/compose/sizes.ts';
import type { JsonValue } from '../../ingest/document.ts';

const UNITS: readonly (readonly [string, bigint])[] = [
  ['Ti', 1n << 40n],
  ['Gi', 1n << 30n],
  ['Mi', 1n << 20n],
  ['Ki', 1n << 10n],
];

/** A size in bytes, `64m` or a number, in the largest unit it is whole in; undefined where it is none, or 0. */
export function bytesOf(value: JsonValue | undefined): string | undefined {
  const size = parseSize(textOf(value));
  const bytes = size === undefined ? 0n : BigInt(size);
  if (bytes <= 0n) return undefined;
  const [unit = '', each = 1n] = UNITS.find(([, factor]) => bytes % factor === 0n) ?? [];
  return `${bytes / each}${unit}`;
}

/** Processors: `0.5` is `500m`. */
export function cpusOf(value: JsonValue | undefined): string | undefined {
  const milli = Math.round(Number(textOf(value) || Number.NaN) * 1000);
  if (!(milli > 0) || !Number.isSafeInteger(milli)) return undefined;
  return milli % 1000 === 0 ? `${milli / 1000}` : `${milli}m`;
}

/** Whole seconds, at least one; undefined where the text is no duration, or 0. */
export function secondsOf(value: JsonValue | undefined): number | undefined {
  const nanoseconds = parseDuration(textOf(value)) ?? 0n;
  const seconds = Number((nanoseconds + 999_999_999n) / 1_000_000_000n);
  return seconds > 0 && Number.isSafeInteger(seconds) ? Math.min(seconds, 2_147_483_647) : undefined;
}

/** A whole number, however it is written. */
export function integerOf(value: JsonValue | undefined): number | undefined {
  const text = textOf(value);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
