/** All resolvers; a field that is named like its property has none. */

import type { Resolvers } from '../../generated/graphql.ts';
import { analysis } from './analysis.ts';
import { diff } from './diff.ts';
import { exposures } from './exposure.ts';
import { inventory } from './inventory.ts';
import { path } from './path.ts';
import { projects } from './project.ts';
import { query } from './query.ts';
import { matrix } from './reachability.ts';
import { translation } from './translation.ts';
import { validations } from './validation.ts';
import { values } from './values.ts';

export const resolvers: Resolvers = {
  ...query,
  ...analysis,
  ...matrix,
  ...exposures,
  ...path,
  ...diff,
  ...inventory,
  ...translation,
  ...projects,
  ...validations,
  ...values,
};
