/** The rules about pods, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { nameTwice } from './pod025-name-twice.ts';
import { mountWithoutVolume } from './pod026-mount-without-volume.ts';

export const POD_RULES: readonly Rule[] = [nameTwice, mountWithoutVolume];
