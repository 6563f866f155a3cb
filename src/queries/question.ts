/** What is asked: may this end reach that one, on this port? */

import type { Protocol } from '../algebra/connection-set.ts';

export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** A number, a name, which the destination resolves, or nothing: which ports at all? */
  readonly port: number | string | undefined;
}
