/** Claims as most losses make them: all that passes between two ends. */

import { ALL } from '../../algebra/connection-set.ts';
import type { Claim } from './loss.ts';

export function reach(claim: { from?: string; to?: string }, effect: 'wider' | 'narrower' | 'both'): Claim {
  return {
    kind: 'reach',
    ...claim,
    ...(effect === 'narrower' ? {} : { wider: ALL }),
    ...(effect === 'wider' ? {} : { narrower: ALL }),
  };
}
