/** The rules about the settings of rules themselves, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { unknownName } from './lnt001-unknown-name.ts';
import { noReason } from './lnt002-no-reason.ts';
import { unusedSuppression } from './lnt003-unused-suppression.ts';
import { unsuppressible } from './lnt004-unsuppressible.ts';
import { settingsFile } from './lnt005-settings-file.ts';

export const CONFIGURATION_RULES: readonly Rule[] = [
  unknownName,
  noReason,
  unusedSuppression,
  unsuppressible,
  settingsFile,
];
