/** What an answer takes for granted, as a table for people. */

import type { Table } from '../render/answer.ts';

/** No table where nothing is taken for granted. */
export function assumptionsTable({
  assumptions = [],
}: {
  readonly assumptions?: readonly string[] | undefined;
}): Table[] {
  if (assumptions.length === 0) return [];
  return [{ title: 'Assumptions', name: 'assumptions', columns: ['what'], rows: assumptions.map((text) => [text]) }];
}
