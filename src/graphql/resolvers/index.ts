/** All resolvers; a field that is named like its property has none. */

import type { Resolvers } from '../../generated/graphql.ts';
import { analysis } from './analysis.ts';
import { query } from './query.ts';
import { values } from './values.ts';

export const resolvers: Resolvers = { ...query, ...analysis, ...values };
