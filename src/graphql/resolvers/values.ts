/** Fields of the values inside results that the schema spells differently: sets, labels, findings, problems. */

import type { Resolvers } from '../../generated/graphql.ts';
import { connectionText } from '../../operations/connection-json.ts';
import { PROBLEMS } from '../../util/problem.ts';
import { upper } from '../case.ts';

export const values: Resolvers = {
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
