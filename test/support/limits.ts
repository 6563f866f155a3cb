import { LIMITS, type LimitName } from '../../src/ingest/limits.ts';

/** Runs something under a lower limit, so that passing it takes no large input. */
export function underLimit<T>(name: LimitName, value: number, run: () => T): T {
  const limit: { value: number } = LIMITS[name];
  const before = limit.value;
  limit.value = value;
  try {
    return run();
  } finally {
    limit.value = before;
  }
}
