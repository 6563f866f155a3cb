/** Names of a focus that mean nothing in the bundle: the answer would be empty without a word. */

import type { Model } from '../analysis/model.ts';
import type { Finding } from '../ingest/finding.ts';
import type { MatrixQuery } from '../queries/matrix.ts';

export function unknownFocus(model: Model, { focus, focusPeer }: Pick<MatrixQuery, 'focus' | 'focusPeer'>): Finding[] {
  const unknown = [...focus, ...focusPeer].filter((name) => model.world().ends.called(name).length === 0);
  return unknown.map((name) => ({
    rule: 'REQ001',
    severity: 'warning',
    message: `no workload of the bundle is called ${name}; write name, namespace/name or a full id`,
  }));
}
