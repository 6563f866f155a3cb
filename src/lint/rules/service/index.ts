/** The rules about Services, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { selectsNoPod } from './svc001-selects-no-pod.ts';

export const SERVICE_RULES: readonly Rule[] = [selectsNoPod];
