/** What of the networks of a project a cluster does not keep. */

import type { Plan } from '../plan.ts';
import { notePolicies } from './policy-losses.ts';
import { noteHost, notePlugins, notePools } from './project-losses.ts';
import { noteAddresses, noteSpace } from './unit-losses.ts';

export function noteNetworks(plan: Plan): void {
  for (const unit of plan.units) {
    noteSpace(plan, unit);
    noteAddresses(plan, unit);
  }
  noteHost(plan);
  notePolicies(plan);
  notePlugins(plan);
  notePools(plan);
}
