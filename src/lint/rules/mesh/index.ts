/** The rules about meshes, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';

export const MESH_RULES: readonly Rule[] = [];
