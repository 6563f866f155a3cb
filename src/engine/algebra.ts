/**
 * Connection sets, verdicts and effects as numbers, with everything that has been worked out about them. Reaches that are
 * to be compared share one: what the first has made the second finds, and both mean the same by a number.
 */

import { Effects } from './effects.ts';
import { PortSets } from './port-sets.ts';
import { Verdicts } from './verdicts.ts';

export class Algebra {
  readonly ports: PortSets = new PortSets();
  readonly verdicts: Verdicts = new Verdicts(this.ports);
  readonly effects: Effects = new Effects(this.ports, this.verdicts);
}
