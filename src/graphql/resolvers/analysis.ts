/** The fields of an analysis: each asks the operation that answers it over REST, so both always say the same. */

import type { Resolvers } from '../../generated/graphql.ts';
import { entryPointJson, entryPoints } from '../../operations/entry-point-json.ts';
import { findings, workloads } from '../../operations/inventory.ts';
import { policiesInForce, policiesJson } from '../../operations/policy-json.ts';
import { services, servicesJson } from '../../operations/service-json.ts';
import { clusterNames } from '../../queries/names.ts';
import { upper } from '../case.ts';
import { pageOf, writtenPage } from '../connection.ts';
import { rowsOf } from './exposure.ts';
import { pathOf } from './path.ts';
import { pairsOf } from './reachability.ts';

export const analysis: Resolvers = {
  Analysis: {
    complete: ({ analysis }) => analysis.complete,
    verdict: ({ analysis }) => upper(analysis.verdict),
    summary: ({ analysis }) => ({
      documents: analysis.documentCount,
      workloads: analysis.cluster().workloads.length,
      policies: analysis.policies().policies.length,
      refused: analysis.refused,
      otherKinds: [...analysis.otherKinds()].map(([kind, count]) => ({ kind, count })),
    }),
    workloads({ analysis, digest }, asked) {
      const all = workloads(analysis);
      const list = asked.namespace ? all.filter((workload) => workload.namespace === asked.namespace) : all;
      return pageOf(list, { input: digest, field: 'workloads', arguments: asked });
    },
    policies({ analysis, digest }, asked) {
      const identity = { input: digest, field: 'policies', arguments: asked };
      return writtenPage(policiesInForce(analysis), identity, (page) => policiesJson(analysis, page));
    },
    services({ analysis, digest }, asked) {
      const identity = { input: digest, field: 'services', arguments: asked };
      const all = services(analysis);
      const list = asked.namespace ? all.filter((service) => service.namespace === asked.namespace) : all;
      return writtenPage(list, identity, (page) => servicesJson(analysis, page));
    },
    entryPoints({ analysis, digest }, asked) {
      const identity = { input: digest, field: 'entryPoints', arguments: asked };
      return writtenPage(entryPoints(analysis), identity, (page) => page.map((e) => entryPointJson(analysis, e)));
    },
    names({ analysis, digest }, asked) {
      const list = clusterNames(analysis.reach(), analysis.frontEnds());
      return pageOf(list, { input: digest, field: 'names', arguments: asked });
    },
    exposure: rowsOf,
    reachability: pairsOf,
    path: pathOf,
    findings({ analysis, digest }, asked) {
      const { rule, severity } = asked;
      const list = findings(analysis)
        .filter((finding) => !rule || finding.rule === rule)
        .filter((finding) => !severity || upper(finding.severity) === severity);
      return pageOf(list, { input: digest, field: 'findings', arguments: asked });
    },
  },
};
