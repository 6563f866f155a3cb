/** Fields of the values inside results that the schema spells differently: sets, labels, findings, problems. */

import { GraphQLError, GraphQLScalarType } from 'graphql';
import type { Resolvers } from '../../generated/graphql.ts';
import { connectionText } from '../../operations/connection-json.ts';
import { PROBLEMS } from '../../util/problem.ts';
import { upper } from '../case.ts';

/** A file of a form, of whichever runtime; a value of JSON has no functions. */
function isFile(value: unknown): value is File {
  if (typeof value !== 'object' || value === null || !('arrayBuffer' in value && 'name' in value)) return false;
  return typeof value.arrayBuffer === 'function' && typeof value.name === 'string';
}

const Upload = new GraphQLScalarType({
  name: 'Upload',
  parseValue(value) {
    if (isFile(value)) return value;
    throw new GraphQLError('An Upload is a file of a multipart request.');
  },
  parseLiteral() {
    throw new GraphQLError('An Upload cannot be written in a query: it is a variable.');
  },
});

export const values: Resolvers = {
  Upload,
  ConnectionSet: {
    all: (set) => set === 'all',
    ranges: (set) =>
      set === 'all' ? [] : Object.entries(set).map(([protocol, ports]) => ({ protocol, ports: ports ?? '' })),
    text: connectionText,
  },
  Workload: {
    labels: ({ labels = {} }) => Object.entries(labels).map(([name, value]) => ({ name, value })),
    hostNetwork: ({ hostNetwork }) => hostNetwork === true,
    ingressIsolated: ({ isolated }) => isolated?.ingress ?? null,
    egressIsolated: ({ isolated }) => isolated?.egress ?? null,
  },
  Finding: {
    severity: ({ severity }) => upper(severity),
    refused: ({ refused }) => refused === true,
  },
  Problem: {
    title: ({ code }) => PROBLEMS[code].title,
    errors: ({ errors = [] }) => errors,
    alternatives: ({ alternatives = [] }) => alternatives,
  },
};
