/** The rules about TLS, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';

export const TLS_RULES: readonly Rule[] = [];
