/** What was found in the files of one model, before it is judged. */

import type { Finding } from '../ingest/finding.ts';
import type { Checked } from '../kubernetes/api/document-check.ts';

export interface Found {
  readonly model: 'kubernetes' | 'docker';
  readonly said: readonly Finding[];
  /** Whether the API server, or the Compose loader, would accept all of it. */
  readonly valid: boolean;
  readonly unknownKinds?: Checked['unknownKinds'] | undefined;
  readonly undecidedRules?: Checked['undecidedRules'] | undefined;
  readonly files: number;
  readonly resources: number;
}
