/** The limits of a GraphQL request, with their reasons; those of a bundle are the upload's. */

import { LIMITS, type Limit } from '../ingest/index.ts';

export const QUERY_LIMITS = {
  graphqlTokens: {
    value: 2000,
    unit: 'tokens',
    reason: 'Validation compares fields pairwise; a long query is a data dump, and lists have pages.',
  },
  graphqlDepth: {
    value: 12,
    unit: 'levels of fields',
    reason: 'The schema nests ten levels; deeper queries are introspection loops.',
  },
  graphqlFields: {
    value: 1000,
    unit: 'fields once its fragments are spread',
    reason: 'Fragments let a short query stand for a long one.',
  },
  graphqlAliases: {
    value: 30,
    unit: 'aliases once its fragments are spread',
    reason: 'Each aliased question is computed for itself.',
  },
  graphqlCost: {
    value: 200_000,
    unit: 'fields of an answer whose pages are all full',
    reason: 'A page of a thousand items with a page of a thousand in each would be a million.',
  },
  graphqlRoots: {
    value: 10,
    unit: 'root fields',
    reason: 'Each may be the analysis of another bundle.',
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type QueryLimitName = keyof typeof QUERY_LIMITS;

/** Bytes of a request: its bundles are strings in JSON, as in the envelope. */
export const requestBytes = (): number => LIMITS.envelopeBytes.value;
