/** The rules about command lines and dumps of Docker, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { unknownFlag } from './cli001-unknown-flag.ts';
import { wrongArguments } from './cli002-arguments.ts';
import { portSpec } from './cli003-port-specification.ts';
import { flagValue } from './cli004-value.ts';
import { excluding } from './cli005-options-exclude.ts';
import { nameTaken } from './cli006-name-taken.ts';
import { unknownPart } from './cli007-unknown-part.ts';
import { unreadable } from './cli008-unreadable-line.ts';
import { elsewhere } from './cli009-defined-elsewhere.ts';
import { fieldType } from './ins001-field-type.ts';
import { nameless } from './ins002-nameless.ts';
import { stopped } from './ins003-stopped.ts';
import { notShown } from './ins004-not-shown.ts';
import { shownTwice } from './ins005-shown-twice.ts';
import { unlike } from './ins006-unlike.ts';

export const DOCKER_RULES: readonly Rule[] = [
  unknownFlag,
  wrongArguments,
  portSpec,
  flagValue,
  excluding,
  nameTaken,
  unknownPart,
  unreadable,
  elsewhere,
  fieldType,
  nameless,
  stopped,
  notShown,
  shownTwice,
  unlike,
];
