/** The rules about network plugins, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { takenAsEnforced } from './cni010-taken-as-enforced.ts';
import { pluginDeviates } from './cni011-plugin-deviates.ts';

export const CNI_RULES: readonly Rule[] = [takenAsEnforced, pluginDeviates];
