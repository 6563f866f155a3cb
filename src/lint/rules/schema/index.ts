/** The rules about the shape of objects, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';

export const SCHEMA_RULES: readonly Rule[] = [];
