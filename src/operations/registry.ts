/** The operations, in the order lists show them. A new one is a file and a line here. */

import { diff } from './diff.ts';
import { evaluate } from './evaluate.ts';
import { exposure } from './exposure.ts';
import { names } from './names.ts';
import type { Operation } from './operation.ts';
import { project } from './project.ts';
import { reachability } from './reachability.ts';
import { translate } from './translate.ts';
import { validate } from './validate.ts';

export const OPERATIONS: readonly Operation[] = [
  reachability,
  evaluate,
  exposure,
  names,
  diff,
  validate,
  project,
  translate,
];
