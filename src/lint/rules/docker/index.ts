/** The rules about command lines and dumps of Docker, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';

export const DOCKER_RULES: readonly Rule[] = [];
