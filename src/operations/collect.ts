/** Collects the rows of an answer, up to what one answer may hold. */

import { LIMITS } from '../ingest/index.ts';
import { exceed } from '../util/problem.ts';

/** `what` there are too many of, and `narrower`: how to ask for less. */
export function collectWithin<T>(items: Iterable<T>, { what, narrower }: { what: string; narrower: string }): T[] {
  const maximum = LIMITS.connections.value;
  const found: T[] = [];
  for (const item of items) {
    found.push(item);
    if (found.length > maximum) {
      exceed('connections', found.length, maximum, `the answer has too many ${what}; ask for a part with ${narrower}`);
    }
  }
  return found;
}
