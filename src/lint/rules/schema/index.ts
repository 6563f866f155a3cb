/** The rules about the shape of objects, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { unknownKind } from './sch001-unknown-kind.ts';
import { unknownField } from './sch002-unknown-field.ts';
import { wrongValue } from './sch003-wrong-value.ts';
import { missingField } from './sch004-missing-field.ts';
import { removedVersion } from './sch005-removed-version.ts';
import { deprecatedVersion } from './sch006-deprecated-version.ts';
import { definedTwice } from './sch007-defined-twice.ts';
import { invalidName } from './sch008-invalid-name.ts';
import { undeclaredNamespace } from './sch009-undeclared-namespace.ts';
import { ruleOfSchema } from './sch010-rule-of-schema.ts';

export const SCHEMA_RULES: readonly Rule[] = [
  unknownKind,
  unknownField,
  wrongValue,
  missingField,
  removedVersion,
  deprecatedVersion,
  definedTwice,
  invalidName,
  undeclaredNamespace,
  ruleOfSchema,
];
