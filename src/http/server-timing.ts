/** `Server-Timing` (W3C): how long an answer took by steps, and the counts that explain it. */

import type { Measure } from '../operations/measures.ts';

function metric({ name, duration, count }: Measure): string {
  const time = duration === undefined ? '' : `;dur=${Math.max(0, duration).toFixed(1)}`;
  return `${name}${time}${count === undefined ? '' : `;desc="${count}"`}`;
}

export function serverTiming(measures: readonly Measure[]): Record<string, string> {
  return measures.length === 0 ? {} : { 'server-timing': measures.map(metric).join(', ') };
}
