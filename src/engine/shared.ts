/** What all sides of a reach share. */

import type { Effects } from './effects.ts';
import type { PortSets } from './port-sets.ts';
import type { Basis } from './tier-side.ts';
import type { Verdicts } from './verdicts.ts';

export interface Shared extends Basis {
  readonly ports: PortSets;
  readonly verdicts: Verdicts;
  readonly effects: Effects;
}
