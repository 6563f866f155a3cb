/** What is asked: may this end reach that one, on this port? */

import type { Protocol } from '../algebra/connection-set.ts';
import type { DockerManner } from '../policy/way.ts';

export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** A number, a name, which the destination resolves, or nothing: which ports at all? */
  readonly port: number | string | undefined;
  /** The one way of Docker's that is meant; without it, any way counts. */
  readonly via?: DockerManner | undefined;
}
