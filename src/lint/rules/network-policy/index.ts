/** The rules about policies of Kubernetes, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { rulesWithoutType } from './net006-rules-without-type.ts';

export const NETWORK_POLICY_RULES: readonly Rule[] = [rulesWithoutType];
