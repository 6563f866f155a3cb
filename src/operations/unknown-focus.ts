/** Names of a focus that mean nothing in the bundle: the answer would be empty without a word. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../ingest/finding.ts';
import { goesBy } from '../queries/focus.ts';
import type { MatrixQuery } from '../queries/matrix.ts';

export function unknownFocus(
  analysis: Analysis,
  { focus, focusPeer }: Pick<MatrixQuery, 'focus' | 'focusPeer'>,
): Finding[] {
  const endpoints = analysis.reach().nodes.flatMap((node) => (node.kind === 'endpoint' ? [node.endpoint] : []));
  const unknown = [...focus, ...focusPeer].filter((name) => !endpoints.some((e) => goesBy(e, name)));
  return unknown.map((name) => ({
    rule: 'REQ001',
    severity: 'warning',
    message: `no workload of the bundle is called ${name}; write name, namespace/name or a full id`,
  }));
}
