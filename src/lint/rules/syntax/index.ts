/** The rules about files as YAML or JSON, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';

export const SYNTAX_RULES: readonly Rule[] = [];
