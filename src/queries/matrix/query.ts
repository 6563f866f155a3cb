/** What of a matrix is asked for. */

import type { ConnectionSet } from '../../algebra/connection-set.ts';
import type { Direction } from '../../policy/rule.ts';
import type { Names } from '../focus.ts';

export interface MatrixQuery {
  /** Empty: everything. */
  readonly focus: Names;
  readonly focusPeer: Names;
  /** Seen from the focus; counts only where there is one. */
  readonly direction: Direction | undefined;
  /** Cuts every cell to these connections. */
  readonly connection: ConnectionSet | undefined;
  /** Also pairs of one workload's own pods. */
  readonly self: boolean;
  readonly external: boolean;
}
