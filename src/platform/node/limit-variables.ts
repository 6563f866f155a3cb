/** Limits from the environment of a process, each by its name in capitals: `PORTOLAN_LIMIT_REQUEST_BYTES`. */

import { LIMITS, type LimitName } from '../../ingest/index.ts';
import { refusedValue, whole } from './setting.ts';

export type LimitValues = Readonly<Partial<Record<LimitName, number>>>;

/** No limit may be set beyond this: some are bytes of one buffer, or entries of one Map. */
const LARGEST = 2 ** 31;

/** `requestBytes` as `REQUEST_BYTES`. */
const upperCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const NAMES: ReadonlyMap<string, LimitName> = new Map(
  (Object.keys(LIMITS) as LimitName[]).map((name) => [`PORTOLAN_LIMIT_${upperCase(name)}`, name]),
);

export const LIMIT_VARIABLES: readonly string[] = [...NAMES.keys()];

/** `faults` are sentences about values that are no limits. An empty variable is one that was meant to be unset. */
export function readLimits(environment: Readonly<Record<string, string | undefined>>): {
  readonly limits: LimitValues;
  readonly faults: readonly string[];
} {
  const limits: Partial<Record<LimitName, number>> = {};
  const faults: string[] = [];
  const limit = whole(1, LARGEST);
  for (const [variable, name] of NAMES) {
    const value = environment[variable];
    if (!value) continue;
    const read = limit.safeParse(value);
    if (read.success) limits[name] = read.data;
    else faults.push(refusedValue(variable, value, read.error.issues[0]?.message ?? ''));
  }
  return { limits, faults };
}
