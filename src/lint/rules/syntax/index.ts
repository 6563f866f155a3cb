/** The rules about files and documents as such, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { syntaxError } from './yml001-syntax.ts';
import { duplicateKey } from './yml002-duplicate-key.ts';
import { plainBoolean } from './yml003-plain-boolean.ts';
import { template } from './yml004-template.ts';
import { plainNumber } from './yml005-plain-number.ts';
import { limit } from './yml006-limit.ts';
import { noObject } from './yml007-no-object.ts';
import { noText } from './yml008-no-text.ts';
import { rendererSource } from './yml010-renderer-source.ts';

export const SYNTAX_RULES: readonly Rule[] = [
  syntaxError,
  duplicateKey,
  plainBoolean,
  template,
  plainNumber,
  limit,
  noObject,
  noText,
  rendererSource,
];
